/**
 * What comparing two recordings says of their clocks: an offset with its error, or a refusal that names its reason. All times are
 * item times, seconds on each original's own container clock; "plusMinus" is 95 %.
 */
import { z } from "zod";
import { ItemId } from "../item/item.ts";

const Seconds = z.number().min(-1e9).max(1e9);
const Error95 = z.number().min(0).max(1e9);

/** What was compared: sound with sound, or light and movement with the same of the other. */
export const SyncChannel = z.enum(["sound", "picture"]);
export type SyncChannel = z.infer<typeof SyncChannel>;

/** a's time of a moment minus b's: positive when b began later on a's clock. Holds at `at`; elsewhere `rate` says more. */
export const PairOffset = z.strictObject({
  offsetS: Seconds,
  plusMinusS: Error95,
  /** One moment on both clocks, near the middle of what was compared: at.a - at.b is offsetS. */
  at: z.strictObject({ a: Seconds, b: Seconds }),
  /** Seconds of a per second of b, less one, in millionths. "not-measured" where what they share is too short to tell. */
  rate: z.strictObject({ ppm: z.number(), plusMinusPpm: z.number().min(0) }).or(z.literal("not-measured")),
  /** A rate that a known change of speed gives, in words such as "25 / 29.97 frames a second"; null where none fits. */
  rateLike: z.string().max(80).or(z.null()),
});
export type PairOffset = z.infer<typeof PairOffset>;

/** A stretch of b that agrees with a at one offset: what a measurement rests on, and what a cut shows. */
export const AgreeingStretch = z.strictObject({
  startB: Seconds,
  endB: Seconds,
  offsetS: Seconds,
  /** Sharpness of the agreement, in the units that the method page describes. */
  score: z.number(),
});
export type AgreeingStretch = z.infer<typeof AgreeingStretch>;

/** Why no offset is given. */
export const SyncRefusal = z.enum([
  "no-sound",
  "no-picture",
  /** It is there and could not be read, in one of the two; the measuring says of which, and why. */
  "unread",
  "silent",
  "too-short",
  /** Nothing stands out: they share nothing, or what they share is buried. */
  "nothing-common",
  /** Several offsets fit about as well: music, a siren, a loop. */
  "repeats",
  /** Different stretches say different offsets: one of them is cut, or its speed changes. */
  "cut",
]);
export type SyncRefusal = z.infer<typeof SyncRefusal>;

/**
 * How closely a pair was looked at; where nothing is said, closely. Among many, changes of speed by a few percent are not tried; among
 * more, most pairs get a glance. A refusal of less than "closely" may be an offset when the pair is asked about by itself.
 */
export const PairLook = z.enum(["closely", "without-known-speeds", "at-a-glance"]);
export type PairLook = z.infer<typeof PairLook>;

export const PairMeasurement = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("measured"),
    channel: SyncChannel,
    offset: PairOffset,
    /** Chance that the offset is off by more than 50 ms, as the accuracy script found it for such scores. */
    wrong: z.number().min(0).max(1),
    stretches: z.array(AgreeingStretch).max(200),
    /** The sound is the same recording, not two recordings of one event: one may be a copy, or its sound was re-used. */
    sameRecording: z.boolean(),
    looked: PairLook.optional(),
  }),
  z.strictObject({
    state: z.literal("refused"),
    channel: SyncChannel,
    reason: SyncRefusal,
    /** Offsets that came into question, best first. */
    candidates: z.array(z.strictObject({ offsetS: Seconds, score: z.number() })).max(20),
    stretches: z.array(AgreeingStretch).max(200),
    looked: PairLook.optional(),
  }),
]);
export type PairMeasurement = z.infer<typeof PairMeasurement>;

const closeness: Readonly<Record<PairLook, number>> = { "at-a-glance": 0, "without-known-speeds": 1, closely: 2 };

export const looksCloser = (one: PairLook, other: PairLook): boolean => closeness[one] > closeness[other];

export const lookOf = ({ looked }: PairMeasurement): PairLook => looked ?? "closely";

/** Chance of a wrong offset from which on a pair joins nothing until a person accepts it. */
export const wrongAtMost = 0.05;

/**
 * Whether the offset joins two clocks by itself, as the reasoner takes pairs too: sound that is one recording says nothing of the
 * clocks of two, and a doubtful offset waits for a person.
 */
export function joinsClocks(measurement: PairMeasurement | undefined): boolean {
  return measurement?.state === "measured" && !measurement.sameRecording && measurement.wrong <= wrongAtMost;
}

/** A measurement of two items of a case; `a` has the lower number. */
export const ItemPairMeasurement = z.strictObject({ a: ItemId, b: ItemId, measurement: PairMeasurement });
export type ItemPairMeasurement = z.infer<typeof ItemPairMeasurement>;
