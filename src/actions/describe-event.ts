/**
 * Makes an event, or describes one anew. What it said before stays in its line; a change names its reason. A withdrawn one that is
 * described anew stands again, with its links, unless they would now close a loop.
 */
import type { OpenedValue, Sealed } from "../core/entry/entry.ts";
import { type EventDescription, faultOfEvent } from "../core/event/check-event.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EventId } from "../core/event/event.ts";
import { type OrderLink, orderLoop } from "../core/event/event-order.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { faultOfPlace } from "../core/place/check-claims.ts";
import type { PlaceClaim } from "../core/place/region.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandEvent, demandReason, type EventPorts, refuseFault } from "./event-ports.ts";

/** Without `event` a new one is made. Throws CaseError INPUT_INVALID. */
export async function describeEvent(
  ports: EventPorts,
  viewer: Viewer,
  wanted: EventDescription & { event?: EventId | undefined; reason: string },
): Promise<{ id: EventId; seq: number }> {
  demand(viewer, "append");
  const thing = wanted.event === undefined ? "new event" : `event ${wanted.event}`;
  refuseFault(thing, faultOfEvent(wanted));
  for (const place of placesOf(wanted)) refuseFault(thing, faultOfPlace(place));
  if (wanted.event !== undefined) demandReason(thing, wanted.reason);
  const opens: OpenedValue[] = [];
  const seal = (value: unknown): Sealed => {
    const { sealed, opened } = ports.writer.seal(value as Json);
    opens.push(opened);
    return sealed;
  };
  const sealClaim = <Claim>(claim: Claim | "unknown"): Sealed | "unknown" => (claim === "unknown" ? "unknown" : seal(claim));
  const { movement } = wanted;
  const said = {
    sort: wanted.sort,
    sortWords: wanted.sortWords === null || wanted.sortWords.trim() === "" ? null : seal(wanted.sortWords),
    title: seal(wanted.title),
    time: sealClaim(wanted.time),
    place: sealClaim(wanted.place),
    movement:
      movement === null
        ? null
        : { from: sealClaim(movement.from), to: sealClaim(movement.to), via: movement.via.map((claim) => seal(claim)) },
    reason: wanted.reason.trim() === "" ? null : seal(wanted.reason),
  };
  let id: EventId = wanted.event ?? "e1";
  const [line] = await ports.writer.append(async (numbers) => {
    if (wanted.event === undefined) id = numbers.next("e");
    else if ((await ports.known.event(wanted.event)) === "withdrawn") await demandOrder(ports, wanted.event);
    else await demandEvent(ports, wanted.event);
    return [{ kind: "event.described", data: { event: id, ...said }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

function placesOf({ place, movement }: EventDescription): PlaceClaim[] {
  return [place, ...(movement === null ? [] : [movement.from, movement.to, ...movement.via])].filter((claim) => claim !== "unknown");
}

/** Links may have been made while it was withdrawn. Throws CaseError INPUT_INVALID when its own close a loop with them. */
async function demandOrder({ known }: EventPorts, event: EventId): Promise<void> {
  const held: OrderLink[] = [];
  const links = await known.links(event);
  const isOwn = ({ from, to }: OrderLink): boolean => from === event || to === event;
  for (const link of links.toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)))) {
    const loop = isOwn(link) ? orderLoop(held, link) : undefined;
    if (loop !== undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `event ${event}: expected an order in time when it stands again; found a loop: ${loop.map(inWords).join(", ")}`,
      );
    held.push(link);
  }
}

function inWords({ link, from, to, relation }: OrderLink): string {
  return `${from} ${relation} ${to} (${link})`;
}
