/** What the makers of prints say beside their file: enough to tell what can be compared, without opening it. */
import { z } from "zod";

export const framePrintsFileName = "frames.prints";
export const soundPrintsFileName = "sound.prints";

const count = z.number().int().min(0);

export const FramePrintResult = z.strictObject({
  format: z.literal("witnessmark-frame-prints-v1"),
  file: z.literal(framePrintsFileName),
  /** As shown, pixels. */
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  /** A still picture, one frame at 0 s. */
  still: z.boolean(),
  frames: count,
  /** Runs of frames with the same hash. */
  distinct: count,
  shots: count,
  /** Frames that may count as evidence; the others are of one of the three sorts after it. */
  goodFrames: count,
  blackFrames: count,
  /** One colour, or hardly anything else. */
  flatFrames: count,
  /** Something is shown, and too little of it is sharp. */
  blurredFrames: count,
  /** Shots whose picture does not fill the frame. */
  shotsWithBars: count,
  framesWithLandmarks: count,
  /** A video whose picture never changes: nothing in it tells one second from another. */
  stillThroughout: z.boolean(),
  /** First and last frame, container seconds. */
  fromSec: z.number(),
  toSec: z.number(),
  /** What the decoder could not give, in words; "" when it gave all. */
  notRead: z.string(),
});
export type FramePrintResult = z.infer<typeof FramePrintResult>;

export const SoundPrintResult = z.strictObject({
  format: z.literal("witnessmark-sound-prints-v1"),
  file: z.literal(soundPrintsFileName),
  /** Container time of the first sample, and length of the sound, seconds. */
  startSec: z.number(),
  durationSec: z.number().min(0),
  landmarks: count,
  /** Share of frames that hold sound at all. */
  audible: z.number().min(0).max(1),
  notRead: z.string(),
});
export type SoundPrintResult = z.infer<typeof SoundPrintResult>;

export const PrintResult = z.discriminatedUnion("format", [FramePrintResult, SoundPrintResult]);
