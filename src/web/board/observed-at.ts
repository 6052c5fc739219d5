/** Where in its material an observation stands: on the item's clock, which the frame table alone can tell; stored stamps are not that clock. */
import type { FrameTable } from "../../core/analysis/probe-result.ts";
import type { ObservationTarget } from "../../core/observation/observation.ts";

/** "00:01:02.480" on the item's clock, or the stamp as it is stored; undefined where the material has no clock. */
export type ObservedAt = { readonly clock: string } | { readonly stamp: number };

export function observedAt({ range }: ObservationTarget, table: Pick<FrameTable, "edited"> | undefined): ObservedAt | undefined {
  if (range === undefined) return undefined;
  const seconds = table?.edited[range.startFrame];
  return seconds === undefined || seconds === null ? { stamp: range.startPts } : { clock: clockWords(seconds) };
}

function clockWords(seconds: number): string {
  const ms = Math.round(Math.abs(seconds) * 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  return `${seconds < 0 ? "-" : ""}${two(hours)}:${two(minutes)}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, "0")}`;
}
