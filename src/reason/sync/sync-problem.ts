/**
 * Several recordings and what is known of their clocks: the input of the sync reasoner. Times are item times in seconds; an offset of
 * (a, b) is the time on a less the time on b of one moment; every error is half the width of the interval that holds the truth with 95 %.
 */
import { z } from "zod";
import { Digest } from "../../core/hash/digest.ts";
import { Latitude, Longitude } from "../../core/place/region.ts";
import { SyncRefusal } from "../../core/sync/pair-measurement.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";

const Name = z.string().min(1).max(200);
const Seconds = z.number().min(-1e9).max(1e9);
const Error95 = z.number().min(0).max(1e9);
const Cites = z.array(z.string().max(40)).max(50);

/** A place on the map and the radius that holds it, metres. */
const Spot = z.strictObject({ lat: Latitude, lon: Longitude, radiusM: z.number().min(0).max(1_000_000) });
export type Spot = z.infer<typeof Spot>;

const Metres = z.strictObject({ value: z.number().min(0).max(1_000_000), error: z.number().min(0).max(1_000_000) });

/** In what a clip counts its time: frames where their rate holds throughout, ticks of its time base where it varies, samples of sound. */
const ClipRate = z.strictObject({
  of: z.enum(["frames", "ticks", "samples"]),
  /** So many a second, as a fraction: 30000 / 1001. */
  numerator: z.number().int().min(1).max(1_000_000_000),
  denominator: z.number().int().min(1).max(1_000_000_000),
});
export type ClipRate = z.infer<typeof ClipRate>;

const SyncClip = z.strictObject({
  id: Name,
  /** As people call it. */
  label: z.string().max(300),
  /** The item of the case, such as i12. */
  item: z.string().max(40).optional(),
  /** Where its file lies, as a person named it; written into plans as it is. */
  file: z.string().max(4096).optional(),
  /** The original that was measured. */
  object: Digest.optional(),
  /** First and last moment, item time. */
  startS: Seconds,
  endS: Seconds,
  rate: ClipRate.optional(),
  has: z.array(z.enum(["picture", "sound"])).optional(),
  /** Where the camera stood. */
  camera: Spot.optional(),
});
export type SyncClip = z.infer<typeof SyncClip>;

/** A sound that was made at a place; the person who marks one says where, nothing here finds it. */
const SoundSource = z.strictObject({
  id: Name,
  at: Spot,
  basis: z.string().max(2000).optional(),
  cites: Cites.optional(),
});
export type SoundSource = z.infer<typeof SoundSource>;

/** `correct`: the offset is the sound's, and is turned into the event's. `hint`: the delay is only said. */
const Use = z.enum(["correct", "hint"]);
const PairTravel = z.discriminatedUnion("by", [
  /** From where the sound was made to both cameras, whose places the clips have. */
  z.strictObject({ by: z.literal("places"), use: Use, sound: Name }),
  z.strictObject({ by: z.literal("distances"), use: Use, aM: Metres, bM: Metres }),
  /** Way to a less way to b: positive where a is farther away. */
  z.strictObject({
    by: z.literal("difference"),
    use: Use,
    differenceM: z.strictObject({ value: z.number().min(-1_000_000).max(1_000_000), error: z.number().min(0).max(1_000_000) }),
  }),
]);
export type PairTravel = z.infer<typeof PairTravel>;

export const SyncChannelOfPair = z.enum(["sound", "picture", "marks"]);
export type SyncChannelOfPair = z.infer<typeof SyncChannelOfPair>;

const SyncPair = z.strictObject({
  id: Name,
  a: Name,
  b: Name,
  channel: SyncChannelOfPair,
  offsetS: Seconds,
  plusMinusS: Error95,
  /** One moment on both clocks at which the offset holds: at.a - at.b is offsetS. Absent: it holds throughout. */
  at: z.strictObject({ a: Seconds, b: Seconds }).optional(),
  /** Seconds of a per second of b, less one, in millionths; needs `at`. Absent: not measured. */
  rate: z.strictObject({ ppm: z.number().min(-900_000).max(9_000_000), plusMinusPpm: z.number().min(0).max(10_000_000) }).optional(),
  /** Chance that the offset is not the right one. */
  wrong: z.number().min(0).max(1).optional(),
  /** The sound is one recording, not two of one event. */
  sameRecording: z.boolean().optional(),
  /** The moment was heard, not seen; absent: where the channel is sound. */
  heard: z.boolean().optional(),
  /** What a person decided; absent while nobody has. */
  judged: z.enum(["accepted", "rejected"]).optional(),
  travel: PairTravel.optional(),
  cites: Cites.optional(),
});
export type SyncPair = z.infer<typeof SyncPair>;

/** A comparison that gave no offset. */
const RefusedPair = z.strictObject({ a: Name, b: Name, channel: z.enum(["sound", "picture"]), reason: SyncRefusal });
export type RefusedPair = z.infer<typeof RefusedPair>;

/** When a moment of a clip was, by something that is no other clip. */
const ClipTime = z.strictObject({
  id: Name,
  clip: Name,
  atS: Seconds,
  notBefore: UtcInstant.optional(),
  notAfter: UtcInstant.optional(),
  source: Name.optional(),
  grade: z.string().max(100).optional(),
  basis: z.string().max(2000).optional(),
  cites: Cites.optional(),
});
export type ClipTime = z.infer<typeof ClipTime>;

const SpeedOfSound = z.union([
  z.strictObject({ metresPerS: z.number().min(250).max(450), plusMinus: z.number().min(0).max(100) }),
  /** Of the air; wind along the way adds to the error. */
  z.strictObject({
    temperatureC: z.number().min(-60).max(60),
    plusMinusC: z.number().min(0).max(60),
    windMPerS: z.number().min(0).max(60).optional(),
  }),
]);
export type SpeedOfSound = z.infer<typeof SpeedOfSound>;

export const SyncProblem = z.strictObject({
  title: z.string().max(500).optional(),
  clips: z.array(SyncClip).min(1).max(500),
  pairs: z.array(SyncPair).max(130_000),
  refused: z.array(RefusedPair).max(260_000).optional(),
  times: z.array(ClipTime).max(2000).optional(),
  sounds: z.array(SoundSource).max(500).optional(),
  speedOfSound: SpeedOfSound.optional(),
  /** Pairs more likely wrong than this join nothing until a person accepts them. */
  wrongAtMost: z.number().min(0).max(1).optional(),
  /** How far two clocks may run apart where nobody measured it, millionths. */
  unmeasuredRatePpm: z.number().min(0).max(100_000).optional(),
  /** How far apart cameras are at most that recorded one sound, metres, where their places are not known. */
  camerasApartM: z.number().min(0).max(100_000).optional(),
});
export type SyncProblem = z.infer<typeof SyncProblem>;
