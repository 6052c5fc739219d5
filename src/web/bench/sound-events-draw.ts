/** Draws sudden sounds over the waveform: a line from top to bottom for a clear one, a short one at the top for a doubtful one. */
import type { PlacedSoundEvent } from "./use-sound-events.ts";
import type { Span } from "./timeline-draw.ts";

export function drawSoundEvents(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  span: Span,
  events: readonly PlacedSoundEvent[],
): void {
  const style = getComputedStyle(context.canvas);
  context.fillStyle = style.getPropertyValue("--accent").trim() || "#888888";
  const perSec = width / (span.to - span.from);
  for (const { clockSec, confidence } of events) {
    if (clockSec < span.from || clockSec > span.to) continue;
    const x = Math.round((clockSec - span.from) * perSec);
    if (confidence === "clear") context.fillRect(x, 0, 1, height);
    // A foot makes a mark out of a line: it is found without its colour.
    context.fillRect(x - 1, 0, 3, confidence === "clear" ? 5 : 3);
  }
}
