/** Takes an event back, with the reason. It stays in the lists, struck through, with all that was said of it. */
import type { EventId } from "../core/event/event.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandEvent, demandReason, type EventPorts } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID when there is no such event, or it was withdrawn before. */
export async function withdrawEvent(ports: EventPorts, viewer: Viewer, { event, reason }: { event: EventId; reason: string }) {
  demand(viewer, "append");
  demandReason(`event ${event}`, reason);
  const words = ports.writer.seal(reason);
  const [line] = await ports.writer.append(async () => {
    await demandEvent(ports, event);
    return [{ kind: "event.withdrawn", data: { event, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
