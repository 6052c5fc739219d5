/**
 * Lines that were read on several pictures of a clip become signs with a start and an end: the same words in about the same place,
 * from the first picture that shows them to the last. Nothing is said of the time between two looks that do not both show it.
 */
import type { FrameBox } from "../observation/observation.ts";
import type { MachineReading } from "../tier/tier.ts";
import type { SeenLine } from "./read-tsv.ts";

export interface SeenFrame {
  /** Item time of the picture. */
  readonly atSec: number;
  /** Item time up to which the picture was looked at and was still the same. */
  readonly untilSec: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SeenLine[];
}

export interface Sign {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** What it was read as on other pictures. */
  readonly alternatives: readonly string[];
  readonly box: FrameBox;
  readonly machine: MachineReading;
}

/** Less than this is leaves and bricks: measured on pictures without any words. */
const leastConfidence = 0.4;
/** Below this a word is as often wrong as right. */
const doubtfulBelow = 0.7;
const leastLetters = 2;
const mostAlternatives = 10;
/** A sign may be covered, or not be read, on so many pictures in a row. */
const mostMissed = 2;
/** Shortest that a sign is said to be there: one picture. */
const oneFrameMs = 40;

interface Growing {
  readonly readings: { line: SeenLine; frame: SeenFrame; key: string }[];
  last: number;
}

/** Frames in the order of their times. */
export function groupSigns(frames: readonly SeenFrame[]): readonly Sign[] {
  const done: Growing[] = [];
  let open: Growing[] = [];
  frames.forEach((frame, at) => {
    const free = new Set(open);
    for (const line of frame.lines) {
      const key = keyOf(line.text);
      if (key.length < leastLetters || line.confidence < leastConfidence) continue;
      const reading = { line, frame, key };
      const same = [...free].find((sign) => isSame(sign.readings.at(-1)!, reading));
      if (same === undefined) open.push({ readings: [reading], last: at });
      else {
        free.delete(same);
        same.readings.push(reading);
        same.last = at;
      }
    }
    done.push(...open.filter(({ last }) => at - last > mostMissed));
    open = open.filter(({ last }) => at - last <= mostMissed);
  });
  return [...done, ...open].map(signOf).toSorted((a, b) => a.startMs - b.startMs || a.box.y - b.box.y || a.box.x - b.box.x);
}

function signOf({ readings }: Growing): Sign {
  const best = readings.reduce((one, other) => (other.line.confidence > one.line.confidence ? other : one));
  const others = new Set(readings.flatMap(({ line }) => [line.text, ...line.others.filter((one) => keyOf(one).length >= leastLetters)]));
  others.delete(best.line.text);
  const startMs = Math.round(readings[0]!.frame.atSec * 1000);
  const { confidence } = best.line;
  return {
    startMs,
    endMs: Math.max(startMs + oneFrameMs, Math.round(readings.at(-1)!.frame.untilSec * 1000)),
    text: best.line.text,
    alternatives: [...others].slice(0, mostAlternatives),
    box: boxOf(best.line, best.frame),
    machine: { confidence: Math.min(1, Math.max(0, confidence)), suspect: confidence < doubtfulBelow ? ["low-probability"] : [] },
  };
}

/** In millionths of the picture, as boxes of observations are. */
function boxOf({ left, top, right, bottom }: SeenLine, { width, height }: SeenFrame): FrameBox {
  const share = (value: number, whole: number) => Math.min(1_000_000, Math.max(0, Math.round((value / whole) * 1_000_000)));
  const x = Math.min(999_999, share(left, width));
  const y = Math.min(999_999, share(top, height));
  return { x, y, width: Math.max(1, share(right, width) - x), height: Math.max(1, share(bottom, height) - y) };
}

/** The same words wherever they stand, or about the same words in about the same place. */
function isSame(a: { line: SeenLine; frame: SeenFrame; key: string }, b: { line: SeenLine; frame: SeenFrame; key: string }): boolean {
  const likeness = 1 - distance(a.key, b.key) / Math.max(a.key.length, b.key.length);
  return likeness >= 0.75 || (likeness >= 0.5 && overlap(boxOf(a.line, a.frame), boxOf(b.line, b.frame)) >= 0.3);
}

/** Cyrillic letters that look like Latin ones: a program that reads both takes either. */
const lookAlike: Readonly<Record<string, string>> = Object.fromEntries(
  [..."авекмнорстухі"].map((letter, n) => [letter, "abekmhopctyxi"[n] as string]),
);

/** Letters and digits alone, in one case: what a recogniser makes of edges differs from picture to picture. */
function keyOf(text: string): string {
  const letters =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return letters
    .map((letter) => lookAlike[letter] ?? letter)
    .join("")
    .slice(0, 200);
}

/** Share of the two boxes together that both cover. */
function overlap(a: FrameBox, b: FrameBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
}

/** Letters put in, left out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}
