/** Identifications of the case, newest first, each with the result of its day. Withdrawn ones come along, marked. */
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import { Identification, type IdentificationId } from "../../core/identification/identification.ts";
import { taxonomy } from "../../core/identification/taxonomy-data.ts";
import type { ItemId } from "../../core/item/item.ts";
import { type ObservationId, ObservationTarget } from "../../core/observation/observation.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyItems } from "../copies/list-copy-groups.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { citedClaims } from "./cited-claims.ts";

export interface CitedObservation {
  readonly id: ObservationId;
  readonly text: string;
  readonly target: ObservationTarget;
  /** Why it was taken back after it was cited. */
  readonly withdrawn?: string;
}

export async function listIdentifications(reader: CaseReader, viewer: Viewer, { item }: { item?: ItemId | undefined } = {}) {
  demand(viewer, "read");
  const query = reader.views.db.selectFrom("identification").selectAll().orderBy("seq", "desc");
  const rows = await (item === undefined ? query : query.where("item", "=", Number(item.slice(1)))).execute();
  const nameOf = await peopleNames(reader);
  const observed = await observations(reader, [...new Set(rows.map((row) => row.item))]);
  const items = await copyItems(reader, [...new Set(rows.map((row) => itemId(row.item)))]);
  const whats = new Map(rows.map(({ id, what_json }) => [id, Identification.safeParse(JSON.parse(what_json ?? "null"))]));
  const cited = [...whats.values()].flatMap(({ data }) => (data === undefined ? [] : claimsOf(data)));
  const claims = new Map((await citedClaims(reader, cited)).map((one) => [one.id, one]));
  return {
    /** Of this program: an older result was worked out by another. */
    taxonomy: taxonomy.version,
    identifications: rows.map((row) => {
      const what = whats.get(row.id) ?? Identification.safeParse(null);
      const id: IdentificationId = `g${row.id}`;
      const event: EventId | "unassigned" = row.event === null ? "unassigned" : `e${row.event}`;
      return {
        id,
        item: itemId(row.item),
        shown: items.get(itemId(row.item)) ?? null,
        event,
        what: what.success ? what.data : ("withheld" as const),
        // What a claim says now is asked anew each time: it may have been moved to another event since it was cited.
        claims: what.success ? claimsOf(what.data).flatMap((id) => claims.get(id) ?? []) : [],
        observations: what.success ? citedBy(what.data).flatMap((cited) => observed.get(cited) ?? []) : [],
        result: JSON.parse(row.result_json ?? '"withheld"') as unknown,
        taxonomy: row.taxonomy,
        reason: row.reason,
        ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
        ...{ at: row.at, byName: nameOf(row.by), seq: row.seq },
      };
    }),
  };
}

function claimsOf({ unit }: Identification): ClaimId[] {
  return [...new Set(unit.assertions.flatMap(({ claim }) => (claim === null ? [] : [claim])))];
}

function citedBy({ seen, unit }: Identification): ObservationId[] {
  return [...new Set([...seen, ...unit.speech].flatMap((one) => one.observations))];
}

async function observations({ views: { db } }: CaseReader, items: readonly number[]): Promise<Map<ObservationId, CitedObservation>> {
  const rows = await db.selectFrom("observation").select(["id", "target_json", "text", "withdrawn"]).where("item", "in", items).execute();
  return new Map(
    rows.map(({ id, target_json, text, withdrawn }) => [
      `o${id}`,
      {
        id: `o${id}`,
        text: text ?? "withheld",
        target: ObservationTarget.parse(JSON.parse(target_json)),
        ...(withdrawn === null ? {} : { withdrawn }),
      },
    ]),
  );
}
