/** What actions on subjects must know before they append. */
import type { SubjectKnown } from "../../core/subject/subject.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ObservationId } from "../../core/observation/observation.ts";
import { SoundEventsResult } from "../../core/sound-events/sound-events.ts";
import type { SamePersonId } from "../../core/subject/same-person.ts";
import { ShotBasis, type ShotId } from "../../core/subject/shot.ts";
import type { SubjectStateId } from "../../core/subject/subject-state.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { clipFacts } from "../sync/clip-facts.ts";

const numberOf = (id: string): number => Number(id.replace(/^[a-zA-Z]+/u, ""));

export type RecordStands = "stands" | "withdrawn" | "unknown";

export function standsOf(row: { readonly withdrawn: string | null } | undefined): RecordStands {
  if (row === undefined) return "unknown";
  return row.withdrawn === null ? "stands" : "withdrawn";
}

export interface SubjectKnownAs {
  readonly item: ItemId;
  readonly known: SubjectKnown;
  readonly withdrawn: boolean;
}

export function subjectIndex(reader: CaseReader) {
  const { db } = reader.views;
  return {
    async subject(id: SubjectId): Promise<SubjectKnownAs | undefined> {
      const row = await db.selectFrom("subject").select(["item", "known", "withdrawn"]).where("id", "=", numberOf(id)).executeTakeFirst();
      return row === undefined ? undefined : { item: itemId(row.item), known: row.known, withdrawn: row.withdrawn !== null };
    },
    async state(id: SubjectStateId): Promise<{ state: RecordStands; subject: SubjectId | undefined }> {
      const row = await db.selectFrom("subject_state").select(["withdrawn", "subject"]).where("id", "=", numberOf(id)).executeTakeFirst();
      return { state: standsOf(row), subject: row === undefined ? undefined : `P${row.subject}` };
    },
    async judgement(id: SamePersonId): Promise<RecordStands> {
      return standsOf(await db.selectFrom("same_person").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst());
    },
    /** The judgement of the two that stands, in whichever order. */
    async judgementOf(a: SubjectId, b: SubjectId): Promise<SamePersonId | undefined> {
      const rows = await db
        .selectFrom("same_person")
        .select(["id", "a", "b"])
        .where("withdrawn", "is", null)
        .where("a", "in", [numberOf(a), numberOf(b)])
        .where("b", "in", [numberOf(a), numberOf(b)])
        .execute();
      const row = rows.find((one) => one.a !== one.b);
      return row === undefined ? undefined : `sj${row.id}`;
    },
    async shot(id: ShotId) {
      const row = await db
        .selectFrom("shot")
        .select(["withdrawn", "item", "channel", "basis_json", "words"])
        .where("id", "=", numberOf(id))
        .executeTakeFirst();
      return {
        state: standsOf(row),
        item: row === undefined ? undefined : itemId(row.item),
        said:
          row === undefined ? undefined : { channel: row.channel, basis: ShotBasis.parse(JSON.parse(row.basis_json)), words: row.words },
      };
    },
    async claim(id: string): Promise<RecordStands> {
      return standsOf(await db.selectFrom("claim").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst());
    },
    async notOfItem(item: ItemId, observations: readonly ObservationId[]): Promise<ObservationId[]> {
      const rows = await db
        .selectFrom("observation")
        .select("id")
        .where("item", "=", numberOf(item))
        .where("withdrawn", "is", null)
        .execute();
      const own = new Set(rows.map(({ id }) => id));
      return observations.filter((id) => !own.has(numberOf(id)));
    },
    /** Undefined where nobody can say when it begins and ends. */
    async span(item: ItemId): Promise<{ startS: number; endS: number } | undefined> {
      return (await clipFacts(reader, [item]))[0]?.span;
    },
    /** The newest list of the item's sudden sounds, where it has one at that moment. */
    async soundListing(item: ItemId, atS: number): Promise<Digest | undefined> {
      const row = await db
        .selectFrom("analysis")
        .select("result")
        .where("item", "=", numberOf(item))
        .where("analyser", "=", "sound-events")
        .where("state", "=", "done")
        .orderBy("seq", "desc")
        .executeTakeFirst();
      const result = row?.result as Digest | null | undefined;
      if (result == null || !(await reader.vault.has(result))) return undefined;
      const { events } = SoundEventsResult.parse(await readJson(reader.vault, result));
      return events.some(({ atSec }) => Math.abs(atSec - atS) < 1e-6) ? result : undefined;
    },
  };
}
