/** What was found of one copy, beside what is true of it. */
import type { PairSign, PictureSegment, SoundSegment } from "../../../src/core/copies/segment-match.ts";
import type { Matched } from "./clip-child.ts";
import type { CopyPair } from "./pairs.ts";
import { endErrors, judgePair, shareTrue, type EndError, type Judged } from "./scoring.ts";
import type { Nature, SharedPart } from "./truth.ts";

export interface CopyScore {
  readonly source: string;
  readonly copy: string;
  readonly kind: string;
  readonly nature: Nature;
  readonly main: boolean;
  readonly judged: Judged;
  readonly ends: readonly EndError[];
  readonly fps: number;
  readonly speed: number;
  /** What true segments say wrongly of the edit. */
  readonly wrong: readonly ("speed" | "mirror" | "turn" | "region")[];
  readonly truth: readonly SharedPart[];
  readonly segments: readonly (PictureSegment & { readonly shareTrue: number })[];
  readonly signs: readonly PairSign[];
  readonly soundJudged: Judged;
  readonly soundEnds: readonly EndError[];
  readonly soundSegments: readonly (SoundSegment & { readonly shareTrue: number })[];
}

export interface DifferentScore {
  readonly a: string;
  readonly b: string;
  readonly lookAlike: string | null;
  readonly segments: readonly PictureSegment[];
  readonly sound: readonly SoundSegment[];
  readonly signs: readonly PairSign[];
  readonly ms: number;
}

export function scoreCopy(pair: CopyPair, matched: Pick<Matched, "picture" | "sound" | "signs">): CopyScore {
  const { picture: segments, signs } = matched;
  const { a, b, main, picture } = pair;
  const judged = judgePair(picture, segments);
  const shares = segments.map((segment) => ({ ...segment, shareTrue: shareTrue(picture, segment) }));
  const wrong = new Set<CopyScore["wrong"][number]>();
  for (const segment of shares.filter((one) => one.shareTrue > 0.5)) {
    const part = picture.find(({ fromSec, toSec }) => segment.b.fromSec < toSec && segment.b.toSec > fromSec);
    if (part === undefined) continue;
    if (Math.abs(segment.speed / part.speed - 1) > 0.02) wrong.add("speed");
    if (segment.mirrored !== part.mirrored) wrong.add("mirror");
    if (segment.turnedDeg !== part.turnedDeg) wrong.add("turn");
    if (segment.partOfB !== "unknown" && overlapOf(segment.partOfB, part.partOfCopy) < LEAST_OVERLAP) wrong.add("region");
    if (segment.partOfA !== "unknown" && overlapOf(segment.partOfA, part.partOfSource) < LEAST_OVERLAP) wrong.add("region");
  }
  const frames = Math.min(a.fps, b.fps);
  const speed = picture[0]?.speed ?? 1;
  const ends = endErrors(picture, segments);
  return {
    ...{ source: a.name, copy: b.name, kind: b.kind, nature: a.nature, main, judged, ends, fps: frames, speed },
    ...{ wrong: [...wrong], truth: picture, segments: shares, signs },
    soundJudged: judgePair(pair.sound, matched.sound),
    soundEnds: endErrors(pair.sound, matched.sound),
    soundSegments: matched.sound.map((segment) => ({ ...segment, shareTrue: shareTrue(pair.sound, segment) })),
  };
}

/** Common area over joint area from which a region counts as right. */
const LEAST_OVERLAP = 0.75;

type Box = SharedPart["partOfCopy"];

function overlapOf(one: Box, other: Box): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const tall = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const common = Math.max(0, wide) * Math.max(0, tall);
  return common / (one.width * one.height + other.width * other.height - common);
}
