/**
 * Says what an item does for an event or a hypothesis. Where it bears "none" on it, it cannot be cited for it; nor can a picture of
 * a text for an event, until a person said that it shows it and answered what stands against that.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { BearingId, BearingPart, BearingSort } from "../core/event/bearing.ts";
import { faultOfBearing } from "../core/event/bearing-rules.ts";
import { EventId } from "../core/event/event.ts";
import type { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, demandReason, type EventPorts, refuseFault } from "./event-ports.ts";
import { type CitingPorts, demandCitable } from "./exhibit-ports.ts";

export interface NewBearing {
  readonly item: ItemId;
  readonly on: EventId | HypothesisId;
  readonly sort: BearingSort;
  readonly part: BearingPart | null;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function stateBearing(
  ports: CitingPorts,
  viewer: Viewer,
  { item, on, sort, part, reason }: NewBearing,
): Promise<{ id: BearingId; seq: number }> {
  demand(viewer, "append");
  const thing = `bearing of ${item} on ${on}`;
  demandReason(thing, reason);
  await demandItems(ports, [item]);
  const words = ports.writer.seal(reason);
  let id: BearingId = "b1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandRecord(ports, on);
    refuseFault(thing, faultOfBearing(await ports.known.bearings(item, on), sort));
    const event = EventId.safeParse(on);
    if (sort !== "none" && event.success) await demandCitable(ports, thing, item, event.data);
    id = numbers.next("b");
    return [{ kind: "bearing.stated", data: { bearing: id, item, on, sort, part, reason: words.sealed }, opens: [words.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandRecord(ports: EventPorts, on: EventId | HypothesisId): Promise<void> {
  const event = EventId.safeParse(on);
  if (event.success) return demandEvent(ports, event.data);
  if (!(await ports.known.hypothesis(on as HypothesisId)))
    throw new CaseError("INPUT_INVALID", `hypothesis ${on}: expected one of this case; found none of that number`);
}
