/** What actions on tasks and comments must know before they append. */
import type { PersonId } from "../../core/key/key.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { CommentId, TaskId } from "../../core/task/task.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listPeople } from "../people/list-people.ts";
import { recordCards } from "../records/record-card.ts";

const numberOf = (id: string): number => Number(id.slice(2));

export function workIndex(reader: CaseReader, viewer: Viewer) {
  const { db } = reader.views;
  return {
    async task(id: TaskId) {
      const row = await db.selectFrom("task").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return undefined;
      const { title, state, due, about, about_s, assigned_json } = row;
      const assigned = JSON.parse(assigned_json) as PersonId[];
      return { title, state, due, about: about === null ? null : { record: about, atS: about_s }, assigned };
    },
    async comment(id: CommentId) {
      const row = await db.selectFrom("comment").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
      return row === undefined ? undefined : { about: row.about, by: row.by as PersonId, withdrawn: row.withdrawn !== null };
    },
    async hasRecord(record: RecordName): Promise<boolean> {
      return (await recordCards(reader, viewer, [record])).length > 0;
    },
    async people(): Promise<ReadonlyMap<PersonId, boolean>> {
      return new Map((await listPeople(reader, viewer)).map(({ person, active }) => [person, active]));
    },
  };
}
