/** States where an item or an event is, as a candidate or rejected too. Stating again under an id changes claim or standing, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { faultOfPlace } from "../core/place/check-claims.ts";
import type { PlaceId, StatedOf, StatementOrigin, StatementStanding } from "../core/place/place-statement.ts";
import type { PlaceClaim } from "../core/place/region.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandAbout } from "./demand-about.ts";
import { demandReason, type EventPorts, refuseFault } from "./event-ports.ts";

export interface PlaceWanted {
  /** Without it a new statement is made. */
  readonly place?: PlaceId | undefined;
  readonly about: StatedOf;
  readonly claim: PlaceClaim;
  readonly standing: StatementStanding;
  readonly from: StatementOrigin | null;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function statePlaces(
  ports: EventPorts,
  viewer: Viewer,
  wanted: readonly PlaceWanted[],
): Promise<{ ids: PlaceId[]; seq: number }> {
  demand(viewer, "append");
  for (const { place, about, claim, reason } of wanted) {
    const thing = `place ${place ?? "new"} of ${about}`;
    demandReason(thing, reason);
    refuseFault(thing, faultOfPlace(claim));
  }
  const ids: PlaceId[] = [];
  const lines = await ports.writer.append(async (numbers) => {
    ids.length = 0;
    const drafts = [];
    for (const { place, about, claim, standing, from, reason } of wanted) {
      await demandAbout(ports, about);
      if (place !== undefined && (await ports.known.placeAbout(place)) !== about)
        throw new CaseError("INPUT_INVALID", `place ${place}: expected a place of ${about}; found another or none`);
      const id = place ?? numbers.next("p");
      ids.push(id);
      const sealed = ports.writer.seal(claim as Json);
      const why = ports.writer.seal(reason);
      const data = { place: id, claim: sealed.sealed, about, standing, from, reason: why.sealed };
      drafts.push({ kind: "place.stated" as const, data, opens: [sealed.opened, why.opened] });
    }
    return drafts;
  });
  return { ids, seq: lines.at(-1)?.head.seq ?? 0 };
}
