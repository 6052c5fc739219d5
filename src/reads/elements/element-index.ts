/** What actions on element sheets must know before they append. */
import type { ElementSheetId } from "../../core/element/element-sheet.ts";
import type { EventId } from "../../core/event/event.ts";
import type { Ground, RecordName } from "../../core/review/ground.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { recordCards } from "../records/record-card.ts";
import { standsOf } from "../subjects/subject-index.ts";

const numberOf = (id: string): number => Number(id.replace(/^[a-zA-Z]+/u, ""));

export function elementIndex(reader: CaseReader, viewer: Viewer) {
  const { db } = reader.views;
  return {
    async sheet(id: ElementSheetId) {
      const row = await db.selectFrom("element_sheet").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        ...{ state: standsOf(row), version: row.version, event: `e${row.event}` as EventId },
        elements: { name: row.elements_name, version: row.elements_version },
        byName: (await peopleNames(reader))(row.by),
      };
    },
    event: async (id: EventId) =>
      standsOf(await db.selectFrom("event").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst()),
    /** A record that is cited must be there, stand, and have been there at the line that is named. */
    async faultsOfGrounds(grounds: readonly Ground[]): Promise<(string | null)[]> {
      const names = [...new Set(grounds.flatMap(({ record }): RecordName[] => (record === null ? [] : [record])))];
      const cards = new Map((await recordCards(reader, viewer, names)).map((card) => [card.record, card]));
      const last = reader.views.head()?.seq ?? 0;
      return grounds.map(({ record, line }) => {
        if (line > last) return `expected a line of the ledger, up to ${last}; found ${line}`;
        if (record === null) return null;
        const card = cards.get(record);
        if (card === undefined) return `expected records of this case; found ${record}, which is none`;
        if (card.withdrawn !== null) return `expected records that stand; found ${record}, which was withdrawn`;
        return line > card.line ? `expected ${record} at one of its lines, the last of which is ${card.line}; found line ${line}` : null;
      });
    },
  };
}
