/** Prints of one item made ready for comparing with many, and what speaks against comparing them at all. */
import { type FramePrints, hashBytes, leastQuality, thumbBytes } from "../../core/copies/frame-prints.ts";
import { isStillThroughout } from "../frame-print/still-throughout.ts";
import { type LandmarkedPrints, landmarked } from "../segment-match/landmark-sets.ts";
import { type PreparedSound, prepareSound } from "../sound-match/prepared-sound.ts";
import { readFramePrints, readSoundPrints } from "./read-prints.ts";

/** Share of the sound that must be audible. */
const leastAudible = 0.01;

/** Why an item's channel cannot be compared; "" when it can. */
export interface Comparable {
  readonly picture: { readonly prints: LandmarkedPrints; readonly unfit: string } | null;
  readonly sound: { readonly prints: PreparedSound; readonly unfit: string } | null;
}

export const stillThroughout =
  "The picture stands still from beginning to end: nothing tells one second of it from another, so no seconds can be said to be shared.";
const nothingShown = "No frame holds anything to compare by: all are black, of one colour, or too blurred.";
const silent = "The sound is silent.";

export function comparableOf(files: { readonly framePrints: string | null; readonly soundPrints: string | null }): Comparable {
  const frames = files.framePrints === null ? null : readFramePrints(files.framePrints);
  const sound = files.soundPrints === null ? null : readSoundPrints(files.soundPrints);
  return {
    picture: frames === null ? null : pictureOf(frames),
    sound: sound === null ? null : { prints: prepareSound(sound), unfit: sound.audible < leastAudible ? silent : "" },
  };
}

function pictureOf(frames: FramePrints): NonNullable<Comparable["picture"]> {
  const unfit = pictureUnfit(frames);
  const prints = unfit === stillThroughout ? oneFrameOf(frames) : frames;
  return { prints: landmarked(prints), unfit };
}

/** One frame says all of a picture that stands still: two hours of a camera would be compared moment by moment for nothing. */
function oneFrameOf(prints: FramePrints): FramePrints {
  const [first] = prints.landmarks;
  const frame = first?.frame ?? 0;
  const hash = prints.hashes.slice(frame * hashBytes, (frame + 1) * hashBytes);
  return {
    ...prints,
    still: true,
    times: Float64Array.of(0),
    quality: prints.quality.slice(frame, frame + 1),
    hashes: hash,
    innerHashes: hash,
    thumbs: prints.thumbs.slice(frame * thumbBytes, (frame + 1) * thumbBytes),
    shots: [{ firstFrame: 0, frames: 1, content: { x: 0, y: 0, width: 1_000_000, height: 1_000_000 } }],
    landmarks: first === undefined ? [] : [{ ...first, frame: 0 }],
  };
}

function pictureUnfit(prints: FramePrints): string {
  if (!prints.quality.some((quality) => quality >= leastQuality)) return nothingShown;
  return isStillThroughout(prints) ? stillThroughout : "";
}
