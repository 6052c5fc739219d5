/** What actions on element sheets must know before they append. */
import type { ElementSheetId } from "../../core/element/element-sheet.ts";
import type { EventId } from "../../core/event/event.ts";
import { isWorkOnly } from "../../core/review/carries-nothing.ts";
import type { Ground, RecordName } from "../../core/review/ground.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { citationFaults, type StandingOf } from "../findings/citable-grounds.ts";
import { expectedOfRecord } from "../findings/signing-facts.ts";
import { quoteFaults } from "../findings/quote-faults.ts";
import { peopleNames } from "../people-names.ts";
import { recordCards } from "../records/record-card.ts";
import { standsOf } from "../subjects/subject-index.ts";

const numberOf = (id: string): number => Number(id.replace(/^[a-zA-Z]+/u, ""));

/** `standing`: where an item stands beside texts, with what stands against its showing the event. */
export function elementIndex(reader: CaseReader, viewer: Viewer, standing: StandingOf) {
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
    /**
     * A record that is cited must be there, stand, and have been there at the line that is named; words must be such as may be quoted,
     * and an item one that bears on the event.
     */
    async faultsOfGrounds(grounds: readonly Ground[], event: EventId): Promise<(string | null)[]> {
      const names = [...new Set(grounds.flatMap(({ record }): RecordName[] => (record === null ? [] : [record])))];
      const cards = new Map((await recordCards(reader, viewer, names)).map((card) => [card.record, card]));
      const last = reader.views.head()?.seq ?? 0;
      const ofRecord = grounds.map(({ record, line }, index) => {
        if (line > last) return `expected a line of the ledger, up to ${last}; found ${line}`;
        if (isWorkOnly(grounds[index] as Ground)) return expectedOfRecord;
        if (record === null) return null;
        const card = cards.get(record);
        if (card === undefined) return `expected records of this case; found ${record}, which is none`;
        if (card.withdrawn !== null) return `expected records that stand; found ${record}, which was withdrawn`;
        return line > card.line ? `expected ${record} at one of its lines, the last of which is ${card.line}; found line ${line}` : null;
      });
      return Promise.all(
        grounds.map(async (ground, index) => {
          if (ofRecord[index] !== null) return ofRecord[index] as string;
          const [fault] = [...(await quoteFaults(reader, viewer, [ground])), ...(await citationFaults(reader, [ground], event, standing))];
          return fault ?? null;
        }),
      );
    },
  };
}
