/** What the two channels of a pair say together: sound that came to another picture, pictures that got another sound. */
import type { PairComparison, PairSign, PictureSegment, SoundSegment } from "../../core/copies/segment-match.ts";

/** Seconds of one channel of which the other says nothing; shorter ones are the edges of cuts. */
const leastSec = 2;
/** How far picture and sound of one moment may lie apart and still belong together: badly muxed copies measured below 0.5 s. */
const togetherSec = 1;
/** Share of a segment that the other channel must cover to go with it. */
const goesAlong = 0.2;

/** `pictureSigns` are those that the pictures alone gave. */
export function pairSigns({ picture, sound }: Pick<PairComparison, "picture" | "sound">, pictureSigns: readonly PairSign[]): PairSign[] {
  const signs = new Set<PairSign>(pictureSigns);
  if (picture.state !== "compared" || sound.state !== "compared") return [...signs];
  for (const heard of sound.segments) {
    if (heard.b.toSec - heard.b.fromSec < leastSec || covered(heard, picture.segments) >= goesAlong) continue;
    signs.add(heard.sameRecording === "same" ? "re-used-sound" : "same-sounds-only");
  }
  for (const seen of picture.segments) {
    if (seen.b.toSec - seen.b.fromSec < leastSec || covered(seen, sound.segments) >= goesAlong) continue;
    signs.add("other-sound");
  }
  return [...signs];
}

type Segment = Pick<PictureSegment | SoundSegment, "a" | "b" | "speed">;

/** Share of a segment, on b's clock, for which segments of the other channel tell the same moments of a. */
function covered(segment: Segment, others: readonly Segment[]): number {
  const length = segment.b.toSec - segment.b.fromSec;
  let shared = 0;
  for (const other of others) {
    const from = Math.max(segment.b.fromSec, other.b.fromSec);
    const to = Math.min(segment.b.toSec, other.b.toSec);
    if (to <= from) continue;
    const middle = (from + to) / 2;
    if (Math.abs(momentOfA(segment, middle) - momentOfA(other, middle)) <= togetherSec) shared += to - from;
  }
  return length <= 0 ? 1 : shared / length;
}

function momentOfA({ a, b, speed }: Segment, atB: number): number {
  return a.fromSec + (atB - b.fromSec) * speed;
}
