/**
 * Which seconds of one item are which seconds of another, picture and sound judged apart, and what was done in between.
 * A match says that content is shared, never who took it from whom.
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { FrameBox } from "../observation/observation.ts";

/** Seconds on an item's own container clock. For a still picture both are 0. */
export const Span = z.strictObject({ fromSec: z.number(), toSec: z.number() });
export type Span = z.infer<typeof Span>;

/** What the second item does to the first one's picture, where it can be told. */
export const PictureEdit = z.enum([
  "mirrored",
  "turned",
  "tilted",
  "cropped",
  "bars",
  "picture-in-picture",
  "covered",
  "faster",
  "slower",
  "filmed-from-a-screen",
]);
export type PictureEdit = z.infer<typeof PictureEdit>;

const segment = {
  a: Span,
  b: Span,
  /** Seconds of a shown in one second of b: 2 when b plays twice as fast; 1 for stills. */
  speed: z.number().positive(),
  /** How far each of the four bounds may be off, seconds: half the width of a 95 % interval. */
  boundsErrorSec: z.number().min(0),
  /** Share of segments with at least this much evidence that were true, on the calibration material; see docs/method/copies.md. */
  score: z.number().min(0).max(1),
};

export const PictureSegment = z.strictObject({
  ...segment,
  mirrored: z.boolean(),
  /** How b is turned against a, clockwise, after mirroring. */
  turnedDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** What is left of the turn beyond quarter turns, clockwise. */
  tiltDeg: z.number().or(z.literal("unknown")),
  /** The part of a's picture that b shows, and the part of b's picture that it fills, on frames as shown. */
  partOfA: FrameBox.or(z.literal("unknown")),
  partOfB: FrameBox.or(z.literal("unknown")),
  /** Places in b where it shows something else than a: a logo, a caption. */
  covered: z.array(FrameBox).max(64).or(z.literal("unknown")),
  edits: z.array(PictureEdit),
  /** Frames compared, and how many of them agreed. */
  basis: z.strictObject({ frames: z.number().int().min(0), agreeing: z.number().int().min(0) }),
});
export type PictureSegment = z.infer<typeof PictureSegment>;

/**
 * Whether a shared sound is one recording used twice, or two recordings of the same sounds (bells and loudspeaker heard by two
 * phones). "same": waveforms agree throughout, quiet parts too, at one offset. "another": they agree at offsets that differ from
 * sound to sound as from another place, or only in what is loud. "open": neither can be shown, as under noise or at another speed.
 */
export const SameRecording = z.enum(["same", "open", "another"]);
export type SameRecording = z.infer<typeof SameRecording>;

export const SoundSegment = z.strictObject({
  ...segment,
  /** How many times as high tones of a are in b: equal to `speed` where tape speed changed, 1 where the pitch was kept. */
  pitch: z.number().positive(),
  sameRecording: SameRecording,
  /** Other places of a that fit these seconds of b nearly as well: a jingle, a loop, a text that repeats. */
  alsoFits: z.array(Span).max(16),
  /** Landmarks that agree in time and tone, of those of the sparser side within the segment. */
  basis: z.strictObject({ landmarks: z.number().int().min(0), of: z.number().int().min(0) }),
});
export type SoundSegment = z.infer<typeof SoundSegment>;

/** One channel of two items against each other. "unfit": there is one, and it holds nothing to compare by (black, flat, silent, or still throughout). */
const channel = <T extends z.ZodType>(one: T) =>
  z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("compared"), segments: z.array(one) }),
    z.strictObject({ state: z.literal("absent"), of: z.enum(["a", "b", "both"]) }),
    z.strictObject({ state: z.literal("unfit"), of: z.enum(["a", "b", "both"]), why: z.string() }),
  ]);

export const PairSign = z.enum([
  /** Sound is shared and no picture is: the sound may have been laid under another picture. */
  "re-used-sound",
  /** Sound is shared, but may come from two recordings of the same event: no proof that anything was copied. */
  "same-sounds-only",
  /** Picture is shared and the sounds differ. */
  "other-sound",
  /** The same still picture, such as a title card: no proof that footage is shared. */
  "same-still-only",
  /** The same view at what may be another time: the pictures agree and what moves in them does not. */
  "same-view-only",
]);
export type PairSign = z.infer<typeof PairSign>;

export const PairComparison = z.strictObject({
  format: z.literal("witnessmark-pair-comparison-v1"),
  a: Digest,
  b: Digest,
  picture: channel(PictureSegment),
  sound: channel(SoundSegment),
  signs: z.array(PairSign),
});
export type PairComparison = z.infer<typeof PairComparison>;
