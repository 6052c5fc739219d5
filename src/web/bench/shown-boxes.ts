/** Which boxes lie over the picture: those whose range holds the frame on screen, and the one being drafted. */
import type { Observation } from "../../api/items.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { ShownBox } from "./box-layer.tsx";

/** `frame` null: a picture without a clock, where every box lies over it. */
export function boxesAt(observations: readonly Observation[], frame: number | null, draft: FrameBox | null): ShownBox[] {
  const shown: ShownBox[] = [];
  for (const { id, target, withdrawn } of observations) {
    const { range, box } = target;
    if (!box || withdrawn !== undefined) continue;
    if (range && (frame === null || frame < range.startFrame || frame > range.endFrame)) continue;
    shown.push({ key: id, label: id, box, tone: "observed" });
  }
  if (draft) shown.push({ key: "draft", label: "", box: draft, tone: "drafted" });
  return shown;
}
