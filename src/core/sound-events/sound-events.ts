/**
 * Impulsive sounds of a recording: what starts within a few thousandths of a second and stands out of what was heard before. What
 * made them is not said and not guessed: a door, a clap, a firework and a shot may look alike here. docs/method/sound-events.md.
 */
import { z } from "zod";

const seconds = z.number();
const decibels = z.number();

/** More are counted and not listed: the loudest over their background stay. */
export const mostSoundEvents = 2000;
/** Sounds that go on for longer than this are not followed to their end. */
export const longestFollowedMs = 2000;

export const SoundEvent = z.strictObject({
  /** Item time of its onset, and how far off that may be (95 %). */
  atSec: seconds,
  plusMinusSec: seconds,
  /** Largest sample of its first 50 ms, of full scale. Says nothing of how loud it was at the microphone. */
  peakDbfs: decibels,
  /** Its loudest 5 ms over the median of the second and a half before it. */
  overBackgroundDb: decibels,
  /** From onset to the loudest millisecond of its attack. */
  riseMs: z.number().min(0),
  /** Until it is 20 dB below its loudest, or lost in the background. */
  lengthMs: z.number().min(0).max(longestFollowedMs).or(z.literal("longer")),
  /** Samples at full scale in it: its peak is cut off, and louder than said. */
  clipped: z.boolean(),
  /** "doubtful": weak, slow, or carried by a sound that goes on, as a syllable of speech is. */
  confidence: z.enum(["clear", "doubtful"]),
});
export type SoundEvent = z.infer<typeof SoundEvent>;

export const SoundEventsResult = z.strictObject({
  format: z.literal("witnessmark-sound-events-v1"),
  /** Item time of the first sample, and length of the sound that was read. */
  startSec: seconds,
  durationSec: z.number().min(0),
  sampleRate: z.number().int().min(1),
  /** In order of time. */
  events: z.array(SoundEvent).max(mostSoundEvents),
  /** Found beyond those listed. */
  notListed: z.number().int().min(0),
  /** Seconds that hold samples at full scale. */
  clippedSec: z.number().min(0),
  /** What the decoder could not give, in words; "" when it gave all. */
  notRead: z.string(),
});
export type SoundEventsResult = z.infer<typeof SoundEventsResult>;
