/**
 * Which second of one item stands beside which second of the other. A shared segment is a straight line between the two
 * clocks; outside every segment the other item holds nothing that was found, and nothing is made up for it.
 */
import type { PairComparison, PictureSegment, SoundSegment, Span } from "../../core/copies/segment-match.ts";

export type Side = "a" | "b";
export const otherSide = (side: Side): Side => (side === "a" ? "b" : "a");

export type SharedSegment =
  | { readonly channel: "picture"; readonly index: number; readonly match: PictureSegment }
  | { readonly channel: "sound"; readonly index: number; readonly match: SoundSegment };

/** As the address names it: "picture-0", "sound-2". */
export const segmentName = ({ channel, index }: SharedSegment): string => `${channel}-${index}`;

/** Segments of both channels, pictures first, each in the order of the comparison. */
export function segmentsOf({ picture, sound }: PairComparison): SharedSegment[] {
  return [
    ...(picture.state === "compared" ? picture.segments.map((match, index) => ({ channel: "picture", index, match }) as const) : []),
    ...(sound.state === "compared" ? sound.segments.map((match, index) => ({ channel: "sound", index, match }) as const) : []),
  ];
}

const length = ({ fromSec, toSec }: Span): number => toSec - fromSec;
const middle = ({ fromSec, toSec }: Span): number => (fromSec + toSec) / 2;

/** Seconds by which a frame may begin before a segment and still be its first: frames are compared, and bounds are rounded. */
const edgeSec = 0.021;

export function holds(span: Span, sec: number): boolean {
  return sec >= span.fromSec - edgeSec && sec <= span.toSec + edgeSec;
}

/** The second of the other item that shows what `from` shows at `sec`. Bounds may each be a little off, so the line goes through the middles. */
export function acrossSec({ match }: SharedSegment, from: Side, sec: number): number {
  const here = match[from];
  const there = match[otherSide(from)];
  // A still picture has one moment, and so has its place in the other item.
  if (length(there) === 0 || length(here) === 0) return there.fromSec;
  const speed = from === "a" ? 1 / match.speed : match.speed;
  const sought = middle(there) + (sec - middle(here)) * speed;
  return Math.min(there.toSec, Math.max(there.fromSec, sought));
}

export interface Across {
  readonly segment: SharedSegment;
  readonly sec: number;
}

/** Where the other item stands when `from` is at `sec`: by the chosen segment while it holds that second, else by the first that does. */
export function across(segments: readonly SharedSegment[], chosen: SharedSegment | undefined, from: Side, sec: number): Across | null {
  const segment = chosen !== undefined && holds(chosen.match[from], sec) ? chosen : segments.find(({ match }) => holds(match[from], sec));
  return segment === undefined ? null : { segment, sec: acrossSec(segment, from, sec) };
}
