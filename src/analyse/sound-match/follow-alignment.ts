/**
 * What two sounds share along a line: which landmarks of one have their like in the other where the line says, how often
 * that happens by chance, and from where to where it happens far more often.
 */
import type { Alignment } from "./alignments.ts";
import type { PreparedSound } from "./prepared-sound.ts";

export interface Shared {
  /** The line, fitted to the landmarks that agree. */
  readonly line: Alignment;
  /** Milliseconds on the clocks of a and b. */
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  /** Sum of log-likelihood ratios, each quarter of a second counting for at most `mostPerCell`. */
  readonly evidence: number;
  /** Landmarks of the sparser side in it, and how many of them agree. */
  readonly landmarks: number;
  readonly agreeing: number;
  /** How often they agree where the line is wrong. */
  readonly chance: number;
}

const cellMs = 250;
const mostPerCell = 2.5;
/** A part ends where the sum has fallen so far below its best. */
const drop = 7;
const binSlack = 1.4;
/**
 * Time that was stretched shifts sound by tens of milliseconds to and fro, so more is allowed there. Not so near the sound's own
 * speed: a line a little bent would pass for one through sounds whose delays differ, as they do from another place.
 */
const isStretched = ({ speed }: Alignment) => Math.abs(speed - 1) > 0.035;
/** How far off a landmark may be, and how far it usually is. */
const slackMs = (line: Alignment) => (isStretched(line) ? 48 : 20);
const usuallyOffMs = (line: Alignment) => (isStretched(line) ? 13 : 6);
/** Wrong lines for telling chance, off by so much: few at first, many where it matters. */
const fewWrongMs = [-5300, -3700, -2900, -2100, 2300, 3100, 4100, 4900];
const manyWrongMs = Array.from({ length: 32 }, (_, i) => (i < 16 ? -1 : 1) * (600 + 337 * (i % 16)));
/** Music agrees with itself a beat later: of many wrong lines the quarter that fits best is what a true one has to beat. */
const manyShare = 4;
/** Evidence by few wrong lines from which many are asked. */
const worthwhile = 6;

export function followAlignment(a: PreparedSound, b: PreparedSound, first: Alignment): Shared[] {
  const line = fitted(a, b, first);
  if (line === undefined) return [];
  const slack = slackMs(line);
  const cells = cellsOf(a, b, line, slack);
  let chance = chanceOf(a, b, line, slack, fewWrongMs, 1);
  let parts = partsOf(cells, chance);
  if (!parts.some(({ evidence }) => evidence >= worthwhile)) return [];
  const careful = chanceOf(a, b, line, slack, manyWrongMs, manyShare);
  chance = { share: Math.max(chance.share, careful.share), closeness: Math.max(chance.closeness, careful.closeness) };
  parts = partsOf(cells, chance);
  return parts.map(({ from, to, evidence }) => {
    let [landmarks, agreeing, begin, end] = [0, 0, Infinity, -Infinity];
    for (let i = from; i <= to; i++) {
      landmarks += cells.all[i]!;
      agreeing += cells.agreeing[i]!;
      begin = Math.min(begin, cells.firstMs[i]!);
      end = Math.max(end, cells.lastMs[i]!);
    }
    return {
      line,
      a: [line.offsetMs + line.speed * begin, line.offsetMs + line.speed * end],
      b: [begin, end],
      evidence,
      landmarks,
      agreeing,
      chance: chance.share,
    };
  });
}

/** The line moved onto the landmarks that agree, or nothing where hardly any do. */
function fitted(a: PreparedSound, b: PreparedSound, first: Alignment): Alignment | undefined {
  let line = isStretched(first) ? first : ontoMostLikes(a, b, first);
  for (const slack of isStretched(first) ? [90, 60, 48] : [24, slackMs(first)]) {
    const ours: number[] = [];
    const theirs: number[] = [];
    const pitches: number[] = [];
    eachAgreeing(a, b, line, slack, ({ i, j, ta, tb }) => {
      ours.push(ta);
      theirs.push(tb);
      pitches.push(b.bins[j]! / a.bins[i]!);
    });
    if (ours.length < 5) return undefined;
    const next = fit(ours, theirs, line);
    line = { ...line, ...next, pitch: line.pitch === 1 ? 1 : (pitches.toSorted((x, y) => x - y)[pitches.length >> 1] ?? 1) };
  }
  return line;
}

/** The line moved to where most landmarks agree to 12 ms: votes give it to a cell only, and another source may lie beside it. */
function ontoMostLikes(a: PreparedSound, b: PreparedSound, line: Alignment): Alignment {
  const off: number[] = [];
  eachAgreeing(a, b, line, line.speed === 1 ? 30 : 90, ({ ta, tb }) => off.push(ta - line.speed * tb - line.offsetMs));
  off.sort((x, y) => x - y);
  let [most, middle] = [0, 0];
  for (let from = 0, to = 0; from < off.length; from++) {
    while (to < off.length && off[to]! - off[from]! <= 12) to++;
    if (to - from > most) [most, middle] = [to - from, off[(from + to) >> 1]!];
  }
  return { ...line, offsetMs: line.offsetMs + middle };
}

/** Least squares of the distances from the line. Where they span little time, only the offset moves. */
function fit(ours: readonly number[], theirs: readonly number[], line: Alignment): Pick<Alignment, "speed" | "offsetMs"> {
  const n = ours.length;
  let [meanB, meanOff] = [0, 0];
  for (let i = 0; i < n; i++) {
    meanB += theirs[i]! / n;
    meanOff += (ours[i]! - line.speed * theirs[i]! - line.offsetMs) / n;
  }
  let [cross, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    const off = ours[i]! - line.speed * theirs[i]! - line.offsetMs - meanOff;
    cross += off * (theirs[i]! - meanB);
    square += (theirs[i]! - meanB) ** 2;
  }
  // A scatter of 15 ms over n landmarks spread by their square root of `square` leaves this error of the speed.
  const error = 15 / Math.sqrt(square);
  const change = square > 0 && error < 0.003 ? cross / square : 0;
  // A speed of one is likelier than one that differs by less than can be told.
  const speed = Math.abs(line.speed + change - 1) < 2 * error ? 1 : line.speed + change;
  return { speed, offsetMs: line.offsetMs + meanOff + (line.speed - speed) * meanB };
}

interface Like {
  /** Numbers and moments of the landmarks of a and b. */
  readonly i: number;
  readonly j: number;
  readonly ta: number;
  readonly tb: number;
  /** How far off it is, of what is allowed: -1 to 1. */
  readonly lateShare: number;
  readonly toneShare: number;
}

/** Calls `use` for each landmark of b that has its like in a where the line says. */
function eachAgreeing(a: PreparedSound, b: PreparedSound, line: Alignment, slack: number, use: (like: Like) => void): void {
  const [ta, tb] = [a.prints.times, b.prints.times];
  for (let j = 0, from = 0; j < tb.length; j++) {
    const middle = line.offsetMs + line.speed * tb[j]!;
    while (from < ta.length && ta[from]! < middle - slack) from++;
    // What counts is how far apart they are on the scale of the higher tone, whose bins are the same width in both.
    const wanted = b.bins[j]! / line.pitch;
    const room = binSlack * Math.max(1, 1 / line.pitch);
    let best = -1;
    let bestOff = Infinity;
    for (let i = from; i < ta.length && ta[i]! <= middle + slack; i++) {
      const apart = Math.abs(a.bins[i]! - wanted) / room;
      if (apart > 1) continue;
      const off = Math.abs(ta[i]! - middle) / slack + apart;
      if (off < bestOff) [best, bestOff] = [i, off];
    }
    if (best >= 0)
      use({ i: best, j, ta: ta[best]!, tb: tb[j]!, lateShare: (ta[best]! - middle) / slack, toneShare: (a.bins[best]! - wanted) / room });
  }
}

interface Cells {
  readonly all: Uint16Array;
  readonly agreeing: Uint16Array;
  /** How much better they agree than chance would, in time and in tone: sums of logarithms. */
  readonly closeness: Float32Array;
  /** First and last moment of b at which something agrees. */
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
}

/** Counts by quarters of a second of the slower clock, over the time that both have. */
function cellsOf(a: PreparedSound, b: PreparedSound, line: Alignment, slack: number): Cells {
  const [ta, tb] = [a.prints.times, b.prints.times];
  const length = cellMs * Math.max(1, 1 / line.speed);
  const [from, to] = overlap(a, b, line);
  const count = Math.max(0, Math.floor((to - from) / length) + 1);
  const cellAt = (ms: number) => (ms < from || ms > to ? -1 : Math.floor((ms - from) / length));
  const column = () => new Uint16Array(count);
  const [allA, allB, hitA, hitB] = [column(), column(), column(), column()];
  const firstMs = new Float64Array(count).fill(Infinity);
  const lastMs = new Float64Array(count).fill(-Infinity);
  const add = (cells: Uint16Array, cell: number) => {
    if (cell >= 0) cells[cell]!++;
  };
  // Tones beyond the other's range have no like there, however true the line is.
  const [lowest, highest] = [6, 242];
  const inRange = (bin: number) => bin >= lowest && bin <= highest;
  for (let i = 0; i < ta.length; i++) if (inRange(a.bins[i]! * line.pitch)) add(allA, cellAt((ta[i]! - line.offsetMs) / line.speed));
  for (let j = 0; j < tb.length; j++) if (inRange(b.bins[j]! / line.pitch)) add(allB, cellAt(tb[j]!));
  const seen = new Set<number>();
  const closeness = new Float32Array(count);
  const [late, tone] = [closenessOf(usuallyOffMs(line) / slack), closenessOf(0.3 / binSlack)];
  eachAgreeing(a, b, line, slack, ({ tb: ms, i, lateShare, toneShare }) => {
    const cell = cellAt(ms);
    if (cell < 0) return;
    add(hitB, cell);
    closeness[cell]! += late(lateShare) + tone(toneShare);
    if (!seen.has(i)) add(hitA, cell);
    seen.add(i);
    firstMs[cell] = Math.min(firstMs[cell]!, ms);
    lastMs[cell] = Math.max(lastMs[cell]!, ms);
  });
  const all = allA.map((n, i) => Math.min(n, allB[i]!));
  const agreeing = hitA.map((n, i) => Math.min(n, hitB[i]!, all[i]!));
  closeness.forEach((sum, i) => (closeness[i] = hitB[i] === 0 ? 0 : (sum / hitB[i]!) * agreeing[i]!));
  return { all, agreeing, closeness, firstMs, lastMs };
}

/** Logarithm of how much likelier a distance is for what agrees (a bell curve, and now and then anything) than by chance (evenly spread). */
function closenessOf(deviation: number): (share: number) => number {
  const height = 2 / (deviation * Math.sqrt(2 * Math.PI));
  return (share) => Math.log(0.85 * height * Math.exp(-0.5 * (share / deviation) ** 2) + 0.15);
}

/** Milliseconds of b that lie within a. */
export function overlap(a: PreparedSound, b: PreparedSound, line: Alignment): readonly [number, number] {
  const toB = (ms: number) => (ms - line.offsetMs) / line.speed;
  return [Math.max(0, toB(0)), Math.min(b.prints.durationSec * 1000, toB(a.prints.durationSec * 1000))];
}

interface Chance {
  /** Share of landmarks that agree by chance, and how close those are: mean of `closeness`, 0 where evenly spread. */
  readonly share: number;
  readonly closeness: number;
}

/** Over the best of the wrong lines: one of `of`. */
function chanceOf(a: PreparedSound, b: PreparedSound, line: Alignment, slack: number, wrongMs: readonly number[], of: number): Chance {
  const tried = wrongMs.map((off) => {
    const { all, agreeing, closeness } = cellsOf(a, b, { ...line, offsetMs: line.offsetMs + off }, slack);
    return { all: sum(all), agreeing: sum(agreeing), closeness: sum(closeness) };
  });
  const best = tried.filter((t) => t.all > 0).toSorted((x, y) => y.agreeing / y.all - x.agreeing / x.all);
  let [all, agreeing, closeness] = [25, 1, 0];
  for (const t of best.slice(0, Math.ceil(best.length / of))) {
    all += t.all;
    agreeing += t.agreeing;
    closeness += t.closeness;
  }
  return { share: Math.min(0.6, agreeing / all), closeness: Math.max(0, closeness / agreeing) };
}

function sum(values: Uint16Array | Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Runs of cells whose evidence sums highest, each ending where it has fallen by `drop`. */
function partsOf({ all, agreeing, closeness }: Cells, chance: Chance): { from: number; to: number; evidence: number }[] {
  const parts: { from: number; to: number; evidence: number }[] = [];
  // What a true part holds is not known before; twice this changes the evidence by little.
  const share = Math.max(0.3, Math.min(0.9, 2.5 * chance.share));
  const hit = Math.log(share / chance.share) - chance.closeness;
  const miss = Math.log((1 - share) / (1 - chance.share));
  let [sum, best, from, to] = [0, 0, 0, -1];
  const close = () => {
    if (best > 0) parts.push({ from, to, evidence: best });
    [sum, best, to] = [0, 0, -1];
  };
  for (let i = 0; i < all.length; i++) {
    const value = agreeing[i]! * hit + closeness[i]! + (all[i]! - agreeing[i]!) * miss;
    if (sum === 0) from = i;
    sum += Math.max(-mostPerCell, Math.min(mostPerCell, value));
    if (sum > best) [best, to] = [sum, i];
    if (sum < 0 || sum < best - drop) close();
  }
  close();
  return parts;
}
