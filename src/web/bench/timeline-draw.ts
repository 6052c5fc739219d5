/** Draws the lanes of the timeline. Colours come from the theme's variables. */
import type { Filmstrip, Waveform } from "../../api/items.ts";
import { formatClock, lastAtOrBelow } from "./frame-clock.ts";

/** Seconds of the player's clock at the left and right edge. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zooms about a place given as part of the width; never beyond the whole, never below 50 ms. */
export function zoomedSpan(span: Span, whole: Span, at: number, factor: number): Span {
  const length = Math.min(whole.to - whole.from, Math.max(0.05, (span.to - span.from) * factor));
  const centre = span.from + at * (span.to - span.from);
  const from = Math.min(whole.to - length, Math.max(whole.from, centre - at * length));
  return { from, to: from + length };
}

/** Where a second stands, in percent of the width, kept within it. */
export function place(sec: number, span: Span): string {
  return `${(Math.min(1, Math.max(0, (sec - span.from) / (span.to - span.from))) * 100).toFixed(4)}%`;
}

export function colour(context: CanvasRenderingContext2D, name: string): string {
  return getComputedStyle(context.canvas).getPropertyValue(name).trim() || "#888888";
}

const NICE_SEC = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200];

export function drawRuler(context: CanvasRenderingContext2D, { width, height }: Size, span: Span): void {
  context.clearRect(0, 0, width, height);
  const perPixel = (span.to - span.from) / width;
  const step = NICE_SEC.find((sec) => sec / perPixel >= 84) ?? 14_400;
  context.fillStyle = colour(context, "--quiet");
  context.strokeStyle = colour(context, "--line-strong");
  context.font = `10px ${colour(context, "--mono")}`;
  context.textBaseline = "top";
  context.beginPath();
  for (let tick = Math.ceil(span.from / step); tick * step <= span.to; tick++) {
    const x = Math.round((tick * step - span.from) / perPixel) + 0.5;
    context.moveTo(x, height - 6);
    context.lineTo(x, height);
    const words = formatClock(tick * step);
    const text = step >= 1 ? words.replace(/\.000$/, "") : words;
    if (x + 60 < width) context.fillText(text, x + 3, 2);
  }
  context.stroke();
}

/** Each slot shows the tile whose time is nearest below the slot's middle. */
export function drawFilmstrip(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  span: Span,
  strip: Filmstrip,
  sprite: HTMLImageElement,
): void {
  context.clearRect(0, 0, width, height);
  if (strip.tiles.length === 0) return;
  const slot = Math.max(8, Math.round((strip.tileWidth / strip.tileHeight) * height));
  for (let x = 0; x < width; x += slot) {
    const sec = span.from + ((x + slot / 2) / width) * (span.to - span.from);
    const tile = Math.max(
      0,
      lastAtOrBelow(strip.tiles.length, (n) => strip.tiles[n]?.timeSec ?? 0, sec),
    );
    const column = tile % strip.columns;
    const row = Math.floor(tile / strip.columns);
    context.drawImage(sprite, column * strip.tileWidth, row * strip.tileHeight, strip.tileWidth, strip.tileHeight, x, 0, slot - 1, height);
  }
}

/** One column per pixel: lowest and highest sample of the bins under it. */
export function drawWaveform(context: CanvasRenderingContext2D, { width, height }: Size, span: Span, wave: Waveform): void {
  context.clearRect(0, 0, width, height);
  const middle = height / 2;
  context.fillStyle = colour(context, "--line");
  context.fillRect(0, Math.floor(middle), width, 1);
  if (!wave.sound) return;
  context.fillStyle = colour(context, "--quiet");
  const bins = wave.peaks.length / 2;
  const perPixel = (span.to - span.from) / width;
  for (let x = 0; x < width; x++) {
    const start = Math.floor((span.from + x * perPixel - wave.startSec) / wave.binSec);
    const end = Math.max(start + 1, Math.ceil((span.from + (x + 1) * perPixel - wave.startSec) / wave.binSec));
    let low = 127;
    let high = -128;
    for (let bin = Math.max(0, start); bin < Math.min(bins, end); bin++) {
      low = Math.min(low, wave.peaks[bin * 2] ?? 0);
      high = Math.max(high, wave.peaks[bin * 2 + 1] ?? 0);
    }
    if (high < low) continue;
    const top = middle - (high / 128) * middle;
    context.fillRect(x, top, 1, Math.max(1, ((high - low) / 128) * middle));
  }
}
