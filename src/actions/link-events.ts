/** Says how two events stand to each other. An order in which an event would precede itself is refused, with the loop named. */
import { CaseError } from "../core/case/case-error.ts";
import type { EventId } from "../core/event/event.ts";
import type { EventLinkId, EventRelation } from "../core/event/event-link.ts";
import { type OrderLink, orderLoop } from "../core/event/event-order.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandEvent, demandReason, type EventPorts } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function linkEvents(
  ports: EventPorts,
  viewer: Viewer,
  { from, to, relation, basis }: { from: EventId; to: EventId; relation: EventRelation; basis: string },
): Promise<{ id: EventLinkId; seq: number }> {
  demand(viewer, "append");
  demandReason(`link of ${from} and ${to}`, basis);
  if (from === to) throw new CaseError("INPUT_INVALID", `link of ${from}: expected two events; found one twice`);
  const words = ports.writer.seal(basis);
  let id: EventLinkId = "l1";
  const [line] = await ports.writer.append(async (numbers) => {
    await demandEvent(ports, from);
    await demandEvent(ports, to);
    const links = await ports.known.links();
    const twice = links.find((link) => link.from === from && link.to === to && link.relation === relation);
    if (twice !== undefined)
      throw new CaseError("INPUT_INVALID", `link of ${from} and ${to}: expected something new; found the same in ${twice.link}`);
    const loop = orderLoop(links, { from, to, relation });
    if (loop !== undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `link of ${from} and ${to}: expected an order in time; found a loop: ${loop.map(inWords).join(", ")}`,
      );
    id = numbers.next("l");
    return [{ kind: "events.linked", data: { link: id, from, to, relation, basis: words.sealed }, opens: [words.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

function inWords({ link, from, to, relation }: OrderLink): string {
  return `${from} ${relation} ${to} (${link ?? "the new link"})`;
}
