/** Seconds and stretches in the words of this screen: "5.0 s", "5.0–28.0 s". Bounds are known to about a frame, so tenths are enough. */
import type { Span } from "../../core/copies/segment-match.ts";
import { t } from "../words/t.ts";

export function shortSecond(sec: number): string {
  return sec.toFixed(1);
}

/** Shorter than this a stretch is one moment: a still beside a frame or two. */
const momentSec = 0.15;

export function spanWords({ fromSec, toSec }: Span): string {
  return toSec - fromSec < momentSec
    ? t("copies.second", { sec: shortSecond(fromSec) })
    : t("copies.span", { from: shortSecond(fromSec), to: shortSecond(toSec) });
}
