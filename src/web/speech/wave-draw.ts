/** Draws the waveform and its ruler over item time. Colours come from the theme's variables. */
import type { Waveform } from "../../api/items.ts";
import { drawRuler } from "../bench/timeline-draw.ts";
import type { Stretch } from "./speech-player.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

export function drawTimes(context: CanvasRenderingContext2D, size: Size, span: Stretch): void {
  drawRuler(context, size, { from: span.fromMs / 1000, to: span.toMs / 1000 });
}

/**
 * One column a pixel: lowest and highest of the bins under it. `clockOf` says where a time of the item stands on the waveform's
 * clock. `louder` raises faint speech; what then goes over the edge is cut there.
 */
export function drawWave(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  span: Stretch,
  wave: Waveform,
  clockOf: (itemSec: number) => number,
  louder: number,
): void {
  context.clearRect(0, 0, width, height);
  const style = getComputedStyle(context.canvas);
  const middle = height / 2;
  context.fillStyle = style.getPropertyValue("--line").trim();
  context.fillRect(0, Math.floor(middle), width, 1);
  if (!wave.sound) return;
  context.fillStyle = style.getPropertyValue("--wave").trim() || style.getPropertyValue("--quiet").trim();
  const bins = wave.peaks.length / 2;
  const perPixel = (span.toMs - span.fromMs) / width;
  let next = binAt(clockOf(span.fromMs / 1000));
  for (let x = 0; x < width; x++) {
    const start = next;
    next = binAt(clockOf((span.fromMs + (x + 1) * perPixel) / 1000));
    const end = Math.max(Math.floor(start) + 1, Math.ceil(next));
    let low = 127;
    let high = -128;
    for (let bin = Math.max(0, Math.floor(start)); bin < Math.min(bins, end); bin++) {
      low = Math.min(low, wave.peaks[bin * 2] ?? 0);
      high = Math.max(high, wave.peaks[bin * 2 + 1] ?? 0);
    }
    if (high < low) continue;
    const top = Math.max(0, middle - ((high * louder) / 128) * middle);
    const bottom = Math.min(height, middle - ((low * louder) / 128) * middle);
    context.fillRect(x, top, 1, Math.max(1, bottom - top));
  }

  function binAt(clockSec: number): number {
    return (clockSec - wave.startSec) / wave.binSec;
  }
}
