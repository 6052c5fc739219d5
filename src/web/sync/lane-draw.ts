/** Draws one clip on the common clock: what it filmed with its sound, what it did not, and how far its place may be off. */
import type { Waveform } from "../../api/items.ts";
import { colour, drawWaveform, type Span } from "../bench/timeline-draw.ts";
import { type ClipTiming, type Covered, toItem } from "./clip-timing.ts";

interface LaneOf {
  readonly timing: ClipTiming;
  /** Item time less the clock that the wave is drawn on. */
  readonly shiftSec: number;
  readonly covered: Covered;
  readonly wave: Waveform | undefined;
  /** 95 %, seconds; null where nothing says it. */
  readonly plusMinusSec: number | null;
  /** By how much more what is seen may be off, because only sound joins the clip; 0 where something seen does. */
  readonly soundWaySec: number;
}

export function drawClipLane(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  span: Span,
  { timing, shiftSec, covered, wave, plusMinusSec, soundWaySec }: LaneOf,
): void {
  const { width, height } = size;
  const x = (sec: number): number => ((sec - span.from) / (span.to - span.from)) * width;
  const [left, right] = [Math.max(0, x(covered.from)), Math.min(width, x(covered.to))];
  // The wave is drawn over the whole lane on the clip's own clock; the rest is laid over it.
  const onWave = (sec: number): number => toItem(timing, sec) - shiftSec;
  if (wave?.sound === true) drawWaveform(context, size, { from: onWave(span.from), to: onWave(span.to) }, wave);
  else context.clearRect(0, 0, width, height);
  hatch(context, 0, Math.max(0, left), height);
  hatch(context, Math.min(width, right), width, height);
  if (right > left) {
    context.strokeStyle = colour(context, "--line-strong");
    context.strokeRect(left + 0.5, 0.5, Math.max(1, right - left - 1), height - 1);
  }
  if (plusMinusSec === null) return;
  for (const edge of [covered.from, covered.to]) {
    if (soundWaySec > 0) {
      const seen = plusMinusSec + soundWaySec;
      whisker(context, x(edge - seen), x(edge + seen), width, height, 0);
    }
    whisker(context, x(edge - plusMinusSec), x(edge + plusMinusSec), width, height, 0.32);
  }
}

/** Hatched, so that a stretch nobody filmed cannot be taken for a silent one. */
function hatch(context: CanvasRenderingContext2D, from: number, to: number, height: number): void {
  if (to - from < 0.5) return;
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, height);
  context.clip();
  context.fillStyle = colour(context, "--ground");
  context.fillRect(from, 0, to - from, height);
  context.strokeStyle = colour(context, "--line");
  context.beginPath();
  for (let at = from - height - ((from - height) % 8); at < to; at += 8) {
    context.moveTo(at, height);
    context.lineTo(at + height, 0);
  }
  context.stroke();
  context.restore();
}

/** From where the edge may be to where it may be, with a bar at each end. */
function whisker(context: CanvasRenderingContext2D, from: number, to: number, width: number, height: number, strength: number): void {
  if (to < 0 || from > width) return;
  context.fillStyle = colour(context, "--accent");
  const middle = height / 2;
  if (strength > 0) {
    context.globalAlpha = strength;
    context.fillRect(from, 0, Math.max(1, to - from), height);
    context.globalAlpha = 1;
  }
  context.fillRect(from, middle - 0.5, Math.max(1, to - from), 1);
  for (const end of [from, to]) context.fillRect(end - 0.5, middle - 6, 1, 12);
}
