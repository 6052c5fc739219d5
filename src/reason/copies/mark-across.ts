/**
 * A mark of one item on the clock and in the picture of a copy of it: which seconds of the copy show what is covered in the other, where
 * in its picture, and which seconds of the mark the copy does not hold. Nothing is made up outside the segments that were found.
 */
import type { PictureSegment, SoundSegment, Span } from "../../core/copies/segment-match.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { boxAt } from "../../core/redaction/box-at.ts";
import type { RedactionMark, ShareBox } from "../../core/redaction/redaction.ts";

interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

/** A shared stretch as it is seen from the item that holds the mark: `of` is that item's, `on` the copy's. */
export interface SegmentAcross {
  readonly of: Span;
  readonly on: Span;
  /** Seconds of the marked item that pass in one second of the copy. */
  readonly speed: number;
  readonly boundsErrorS: number;
  /** Undefined for sound. */
  readonly picture?: Pick<PictureSegment, "mirrored" | "turnedDeg" | "tiltDeg" | "partOfA" | "partOfB"> & { readonly ofIsA: boolean };
}

/** "elsewhere": the copy's picture was cut so that it does not show this place. */
export type RegionAcross = ShareBox | "unknown" | "elsewhere";

export interface MarkAcross extends Stretch {
  /** The same seconds on the clock of the mark. */
  readonly ofFromS: number;
  readonly ofToS: number;
  readonly plusMinusS: number;
  readonly speed: number;
  readonly mirrored: boolean;
  /** Around all of the way that the box takes in these seconds; "unknown" also for a sound. */
  readonly region: RegionAcross;
}

export function acrossOf(segment: PictureSegment | SoundSegment, ofIsA: boolean): SegmentAcross {
  const [of, on] = ofIsA ? [segment.a, segment.b] : [segment.b, segment.a];
  return {
    ...{ of, on, speed: ofIsA ? segment.speed : 1 / segment.speed, boundsErrorS: segment.boundsErrorSec },
    ...("mirrored" in segment ? { picture: { ...segment, ofIsA } } : {}),
  };
}

/** Where a mark lies in a copy, segment by segment. */
export function markAcross({ sort }: RedactionMark, segments: readonly SegmentAcross[]): MarkAcross[] {
  return segments.flatMap((segment): MarkAcross[] => {
    const { of, on, speed, picture } = segment;
    const [from, to] = [Math.max(sort.fromS, of.fromSec), Math.min(sort.toS, of.toSec)];
    if (from > to) return [];
    const region = sort.what === "sound" || picture === undefined ? "unknown" : regionAcross(wayOf(sort, from, to), picture);
    // A still that a recording shows for some seconds is all of those seconds.
    const [fromS, toS] = isStill(of) ? [on.fromSec, on.toSec] : [acrossSec(segment, from), acrossSec(segment, to)];
    return [
      {
        ...{ fromS, toS, ofFromS: from, ofToS: to, speed, mirrored: picture?.mirrored ?? false, region },
        plusMinusS: isStill(of) || isStill(on) ? 0 : segment.boundsErrorS,
      },
    ];
  });
}

/** Bounds may each be a little off, so the line goes through the middles. */
function acrossSec({ of, on, speed }: SegmentAcross, sec: number): number {
  if (isStill(on)) return on.fromSec;
  const sought = (on.fromSec + on.toSec) / 2 + (sec - (of.fromSec + of.toSec) / 2) / speed;
  return Math.min(on.toSec, Math.max(on.fromSec, sought));
}

function isStill({ fromSec, toSec }: Span): boolean {
  return fromSec === toSec;
}

type BoxSort = Extract<RedactionMark["sort"], { what: "box" }>;

/** Around the box as it lies at both ends and at every key between them. */
function wayOf(sort: BoxSort, fromS: number, toS: number): ShareBox {
  const times = [fromS, toS, ...sort.keys.flatMap(({ atS }) => (atS > fromS && atS < toS ? [atS] : []))];
  const boxes = times.flatMap((at) => boxAt(sort, { startS: at, endS: at }) ?? []);
  return boxes.reduce(around, boxes[0] ?? { x: 0, y: 0, w: 1, h: 1 });
}

function around(one: ShareBox, other: ShareBox): ShareBox {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return { x, y, w: Math.max(one.x + one.w, other.x + other.w) - x, h: Math.max(one.y + one.h, other.y + other.h) - y };
}

/** A lean of more than this moves a box by more than its own edge is worth. */
const mostTiltDeg = 1;

function regionAcross(
  box: ShareBox,
  { mirrored, turnedDeg, tiltDeg, partOfA, partOfB, ofIsA }: NonNullable<SegmentAcross["picture"]>,
): RegionAcross {
  if (partOfA === "unknown" || partOfB === "unknown" || tiltDeg === "unknown" || Math.abs(tiltDeg) > mostTiltDeg) return "unknown";
  const [part, onto] = (ofIsA ? [partOfA, partOfB] : [partOfB, partOfA]).map(shares) as [ShareBox, ShareBox];
  const inside = clipped(box, part);
  if (inside === undefined) return "elsewhere";
  // In shares of what both show: b is a mirrored, then turned clockwise.
  const { x, y, w, h } = { x: (inside.x - part.x) / part.w, y: (inside.y - part.y) / part.h, w: inside.w / part.w, h: inside.h / part.h };
  const corners = [
    [x, y],
    [x + w, y + h],
  ].map(([u = 0, v = 0]) =>
    ofIsA ? turned(mirrored ? 1 - u : u, v, turnedDeg) : unmirrored(turned(u, v, (360 - turnedDeg) % 360), mirrored),
  );
  const [xs, ys] = [corners.map(([u]) => u), corners.map(([, v]) => v)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    ...{ x: onto.x + left * onto.w, y: onto.y + top * onto.h },
    ...{ w: (Math.max(...xs) - left) * onto.w, h: (Math.max(...ys) - top) * onto.h },
  };
}

type Point = readonly [u: number, v: number];

function turned(u: number, v: number, deg: number): Point {
  if (deg === 90) return [1 - v, u];
  if (deg === 180) return [1 - u, 1 - v];
  return deg === 270 ? [v, 1 - u] : [u, v];
}

function unmirrored([u, v]: Point, mirrored: boolean): Point {
  return [mirrored ? 1 - u : u, v];
}

function shares({ x, y, width, height }: FrameBox): ShareBox {
  return { x: x / 1e6, y: y / 1e6, w: width / 1e6, h: height / 1e6 };
}

function clipped(box: ShareBox, part: ShareBox): ShareBox | undefined {
  const [x, y] = [Math.max(box.x, part.x), Math.max(box.y, part.y)];
  const [right, bottom] = [Math.min(box.x + box.w, part.x + part.w), Math.min(box.y + box.h, part.y + part.h)];
  return right > x && bottom > y ? { x, y, w: right - x, h: bottom - y } : undefined;
}

/** A box that covers less than this of what is to be covered leaves it bare. */
const leastCovered = 0.9;
/** Boxes move between keys: a stretch is looked at at least this often. */
const lookEveryS = 0.5;
const mostLooks = 2000;

/**
 * Which of these seconds of the copy its own boxes leave bare: where none of them lies over the place, or, where the place is not known,
 * where there is none at all. Looked at between every two moments at which some box begins, ends or has a key.
 */
export function bareOf({ fromS, toS, region }: MarkAcross, own: readonly BoxSort[]): Stretch[] {
  if (region === "elsewhere") return [];
  const isBare = (at: number): boolean => {
    const boxes = own.flatMap((sort) => boxAt(sort, { startS: at, endS: at }) ?? []);
    return region === "unknown" ? boxes.length === 0 : !boxes.some((box) => share(region, box) >= leastCovered);
  };
  if (toS <= fromS) return isBare(fromS) ? [{ fromS, toS }] : [];
  const ends = [fromS, toS, ...own.flatMap((sort) => [sort.fromS, sort.toS, ...sort.keys.map(({ atS }) => atS)])];
  const stepS = Math.max(lookEveryS, (toS - fromS) / mostLooks);
  for (let at = fromS + stepS; at < toS; at += stepS) ends.push(at);
  const times = [...new Set(ends.filter((at) => at >= fromS && at <= toS))].toSorted((a, b) => a - b);
  const bare: Stretch[] = [];
  for (const [n, from] of times.slice(0, -1).entries()) {
    const to = times[n + 1] as number;
    if (!isBare((from + to) / 2)) continue;
    const last = bare.at(-1);
    if (last?.toS === from) bare[bare.length - 1] = { fromS: last.fromS, toS: to };
    else bare.push({ fromS: from, toS: to });
  }
  return bare;
}

/** How much of the first lies under the second. */
function share(wanted: ShareBox, box: ShareBox): number {
  const both = clipped(wanted, box);
  return both === undefined ? 0 : (both.w * both.h) / (wanted.w * wanted.h);
}
