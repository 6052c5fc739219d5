/** Which frame stands on the screen, as records name it: the original's bytes, stream and stored time, never the proxy's. */
import type { ItemDetail } from "../../api/items.ts";
import type { FrameRef } from "../../core/observation/frame-point.ts";
import type { FrameClock } from "../bench/frame-clock.ts";
import { shownSize } from "../bench/shown-size.ts";

const turns = [0, 90, 180, 270] as const;

/** `clock` and `frame`: null for a still. Undefined for what is not held, or has no picture. */
export function frameOfItem(detail: ItemDetail, clock: FrameClock | null, frame: number | null): FrameRef | undefined {
  const { object, probe, row } = detail;
  if (object === undefined || (row.kind !== "video" && row.kind !== "picture")) return undefined;
  const stream = probe?.streams.find((candidate) => candidate.type === "video" && !candidate.attachedPicture);
  const rotation = stream?.type === "video" ? turns.find((turn) => turn === ((stream.rotationDeg % 360) + 360) % 360) : undefined;
  const shown = { item: row.id, object, ...shownSize(detail), ...(rotation === undefined ? {} : { rotation }) };
  if (row.kind === "picture") return shown;
  const pts = frame === null ? undefined : clock?.table.pts[frame];
  if (frame === null || pts === undefined || stream === undefined) return undefined;
  return { ...shown, stream: stream.index, pts, frame };
}

/** Whether two references mean one frame. */
export function isSameFrame(a: Partial<FrameRef> | undefined, b: Partial<FrameRef> | undefined): boolean {
  return a !== undefined && b !== undefined && a.object === b.object && a.pts === b.pts && a.frame === b.frame;
}
