/** Takes a link of two events back, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import type { EventLinkId } from "../core/event/event-link.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason, type EventPorts } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID when no such link stands. */
export async function unlinkEvents(ports: EventPorts, viewer: Viewer, { link, reason }: { link: EventLinkId; reason: string }) {
  demand(viewer, "append");
  demandReason(`link ${link}`, reason);
  const words = ports.writer.seal(reason);
  const [line] = await ports.writer.append(async () => {
    if (!(await ports.known.links()).some((standing) => standing.link === link))
      throw new CaseError("INPUT_INVALID", `link ${link}: expected one that stands; found none`);
    return [{ kind: "events.unlinked", data: { link, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
