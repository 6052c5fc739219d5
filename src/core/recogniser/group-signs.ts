/**
 * Lines that were read on several pictures of a clip become signs with a start and an end: the same words in about the same place,
 * from the first picture that shows them to the last. Nothing is said of the time between two looks that do not both show it.
 * Pictures may be hostile or a wall of text: how much is compared is bounded, and what is left out is told.
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
/** Lines of one picture that are taken, the surest ones: a page of print has fifty. */
const mostLines = 200;
/** Of a clip; each is a segment of the draft. */
const mostSigns = 5000;
/** Letters of two lines that are held against each other, and how many pairs of lines of one picture are. */
const comparedLetters = 100;
const mostCompared = 2000;
/** Shortest that a sign is said to be there: one picture. */
const oneFrameMs = 40;

interface Reading {
  readonly line: SeenLine;
  readonly frame: SeenFrame;
  readonly box: FrameBox;
  readonly key: string;
}

interface Growing {
  readonly readings: Reading[];
  last: number;
}

export interface Signs {
  readonly signs: readonly Sign[];
  /** Lines and signs beyond what is taken; empty when none were. */
  readonly leftOut: string;
}

/** Frames in the order of their times. */
export function groupSigns(frames: readonly SeenFrame[]): Signs {
  const done: Growing[] = [];
  let open: Growing[] = [];
  let leftOut = 0;
  frames.forEach((frame, at) => {
    const readings = readingsOf(frame);
    leftOut += Math.max(0, readings.length - mostLines);
    const free = new Set(open);
    const join = (sign: Growing, reading: Reading) => {
      free.delete(sign);
      sign.readings.push(reading);
      sign.last = at;
    };
    // What has the same letters needs no comparing; only what is left does.
    const byKey = Map.groupBy(free, (sign) => sign.readings.at(-1)!.key);
    const changed = readings.slice(0, mostLines).filter((reading) => {
      const same = byKey.get(reading.key)?.shift();
      if (same !== undefined) join(same, reading);
      return same === undefined;
    });
    let compared = 0;
    for (const reading of changed) {
      const same = [...free].find((sign) => {
        const before = sign.readings.at(-1)!;
        const most = mostDistance(before, reading);
        if (most === undefined || ++compared > mostCompared) return false;
        return isWithin(before.key.slice(0, comparedLetters), reading.key.slice(0, comparedLetters), most);
      });
      if (same === undefined) open.push({ readings: [reading], last: at });
      else join(same, reading);
    }
    done.push(...open.filter(({ last }) => at - last > mostMissed));
    open = open.filter(({ last }) => at - last <= mostMissed);
  });
  const signs = [...done, ...open].map(signOf).toSorted((a, b) => a.startMs - b.startMs || a.box.y - b.box.y || a.box.x - b.box.x);
  const told = [
    leftOut === 0 ? "" : `${leftOut} lines were left out: of each picture the surest ${mostLines} are taken.`,
    signs.length <= mostSigns ? "" : `${signs.length - mostSigns} signs after the first ${mostSigns} were left out.`,
  ];
  return { signs: signs.slice(0, mostSigns), leftOut: told.filter((one) => one !== "").join(" ") };
}

/** The surest first. */
function readingsOf(frame: SeenFrame): readonly Reading[] {
  return frame.lines
    .filter(({ confidence }) => confidence >= leastConfidence)
    .map((line) => ({ line, frame, box: boxOf(line, frame), key: keyOf(line.text) }))
    .filter(({ key }) => key.length >= leastLetters)
    .toSorted((a, b) => b.line.confidence - a.line.confidence);
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
    box: best.box,
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

/**
 * Letters by which two readings of one sign may differ: the same words wherever they stand, or about the same words in about the same
 * place. Undefined where their lengths alone say that they are two.
 */
function mostDistance(a: Reading, b: Reading): number | undefined {
  const [shorter, longer] = [a.key.length, b.key.length].toSorted((one, other) => one - other) as [number, number];
  if (longer - shorter > longer / 2) return undefined;
  const most = Math.floor(Math.min(longer, comparedLetters) * (overlap(a.box, b.box) >= 0.3 ? 0.5 : 0.25));
  return longer - shorter > most ? undefined : most;
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

/** Whether so many letters put in, left out or changed make one of the other (Levenshtein, no further from the diagonal than that). */
function isWithin(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = Array.from<number>({ length: b.length + 1 }).fill(most + 1);
    if (i <= most) next[0] = i;
    let least = next[0]!;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      least = Math.min(least, next[j]!);
    }
    if (least > most) return false;
    row = next;
  }
  return row[b.length]! <= most;
}
