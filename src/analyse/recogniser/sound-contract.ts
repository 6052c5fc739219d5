/** What passes between the program and the child that decodes a sound for a recogniser: one request, lines of JSON, two files. */
import { z } from "zod";

export const SoundRequest = z.strictObject({
  /** The original. */
  path: z.string(),
  folder: z.string(),
  /** Item times, seconds; null for where the sound begins and ends. */
  fromSec: z.number().or(z.null()),
  toSec: z.number().or(z.null()),
  ffmpeg: z.string(),
  ffprobe: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type SoundRequest = z.infer<typeof SoundRequest>;

export const SoundLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: z.number().min(0).max(1) }),
  /** The file is what is wrong, or ffmpeg is not there. */
  z.strictObject({ type: z.literal("refused"), code: z.enum(["INPUT_INVALID", "PROGRAM_MISSING"]), message: z.string().max(1000) }),
  z.strictObject({
    type: z.literal("end"),
    /** Item time of the first sample. */
    startSec: z.number(),
    samples: z.number().int().min(1),
    frames: z.number().int().min(1),
    /** What of the sound was not read, and why; empty when all was. */
    notRead: z.string().max(500),
  }),
]);
export type SoundLine = z.infer<typeof SoundLine>;

/** Samples, 16 bits, least first. */
export const samplesFile = "sound.pcm";
/** A level of 4 bytes for each frame, then a byte for each whether it is voiced. */
export const levelsFile = "levels.bin";
