/** What people say about a record, or about any, oldest first within a thread. Withdrawn ones come along, marked, without their words. */
import type { PersonId } from "../../core/key/key.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { CommentId } from "../../core/task/task.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { recordCards } from "../records/record-card.ts";
import { type AboutShown, aboutShown } from "./about-shown.ts";

export interface CommentRow {
  readonly id: CommentId;
  readonly about: AboutShown;
  readonly answers: CommentId | null;
  /** Empty once it was withdrawn: its line still holds the words. */
  readonly text: string;
  readonly mentions: readonly PersonId[];
  readonly at: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly seq: number;
  readonly withdrawn: string | null;
}

export async function listComments(reader: CaseReader, viewer: Viewer, about: RecordName): Promise<CommentRow[]> {
  demand(viewer, "read");
  const rows = await reader.views.db.selectFrom("comment").selectAll().where("about", "=", about).orderBy("seq").execute();
  const nameOf = await peopleNames(reader);
  const cards = new Map((await recordCards(reader, viewer, rows.length === 0 ? [] : [about])).map((card) => [card.record, card]));
  return rows.map((row) => ({
    id: `cm${row.id}`,
    about: aboutShown(cards, row.about, row.about_s),
    answers: row.answers === null ? null : `cm${row.answers}`,
    text: row.withdrawn === null ? (row.text ?? "withheld") : "",
    mentions: JSON.parse(row.mentions_json) as PersonId[],
    ...{ at: row.at, by: row.by as PersonId, byName: nameOf(row.by), seq: row.seq },
    withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn,
  }));
}
