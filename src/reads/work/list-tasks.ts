/** Tasks of the case: what is open first, by when it is due; what is done or cancelled after it, newest first. */
import type { PersonId } from "../../core/key/key.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { TaskId, TaskState } from "../../core/task/task.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { recordCards } from "../records/record-card.ts";
import { type AboutShown, aboutShown } from "./about-shown.ts";

export interface TaskRow {
  readonly id: TaskId;
  readonly title: string;
  readonly state: TaskState;
  readonly about: AboutShown | null;
  readonly assigned: readonly PersonId[];
  readonly due: string | null;
  readonly reason: string | null;
  readonly madeAt: string;
  readonly madeBy: PersonId;
  readonly madeByName: string;
  readonly at: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly seq: number;
}

/** `about`: only those about this record. */
export async function listTasks(
  reader: CaseReader,
  viewer: Viewer,
  { about }: { readonly about?: RecordName | undefined } = {},
): Promise<TaskRow[]> {
  demand(viewer, "read");
  const query = reader.views.db.selectFrom("task").selectAll();
  const rows = await (about === undefined ? query : query.where("about", "=", about)).execute();
  const nameOf = await peopleNames(reader);
  const named = [...new Set(rows.flatMap((row) => row.about ?? []))];
  const cards = new Map((await recordCards(reader, viewer, named)).map((card) => [card.record, card]));
  return rows
    .map((row): TaskRow => ({
      id: `tk${row.id}`,
      title: row.title ?? "withheld",
      state: row.state,
      about: row.about === null ? null : aboutShown(cards, row.about, row.about_s),
      assigned: JSON.parse(row.assigned_json) as PersonId[],
      ...{ due: row.due, reason: row.reason },
      ...{ madeAt: row.made_at, madeBy: row.made_by as PersonId, madeByName: nameOf(row.made_by) },
      ...{ at: row.at, by: row.by as PersonId, byName: nameOf(row.by), seq: row.seq },
    }))
    .toSorted(inOrder);
}

export const isOver = (state: TaskState): boolean => state === "completed" || state === "cancelled";

function inOrder(a: TaskRow, b: TaskRow): number {
  if (isOver(a.state) !== isOver(b.state)) return isOver(a.state) ? 1 : -1;
  if (isOver(a.state)) return b.seq - a.seq;
  const [first, second] = [a, b].map(({ due }) => (due === null ? Number.POSITIVE_INFINITY : Date.parse(due)));
  if (first !== second) return (first ?? 0) < (second ?? 0) ? -1 : 1;
  return Number(a.id.slice(2)) - Number(b.id.slice(2));
}
