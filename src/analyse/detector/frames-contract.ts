/** What passes between the program and the child that writes pictures for a detector: a request, then a line for each folder that is done. */
import { z } from "zod";
import { DetectionResult, mostFrames } from "../../core/detector/detection.ts";

const second = z.number();

export const FramesAsked = z.strictObject({
  /** The original. */
  path: z.string(),
  folder: z.string(),
  everyS: z.number().positive(),
  shots: z.array(second).max(1_000_000),
  ffmpeg: z.string(),
  ffprobe: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type FramesAsked = z.infer<typeof FramesAsked>;

const Name = z.string().regex(/^[0-9]{6}\.jpg$/);

/** After a `folder` the child waits for a line: its pictures may go then. */
export const FramesLine = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("folder"),
    name: z.string().regex(/^frames-[0-9]{1,5}$/),
    /** With when each begins and when the next of the recording takes its place. */
    frames: z
      .array(z.strictObject({ name: Name, atS: second, endS: second }))
      .min(1)
      .max(mostFrames),
    /** Of all that will be written; some may turn out not to be decodable. */
    of: z.number().int().min(1).max(mostFrames),
  }),
  z.strictObject({ type: z.literal("refused"), code: z.enum(["INPUT_INVALID", "PROGRAM_MISSING"]), message: z.string().max(1000) }),
  z.strictObject({ type: z.literal("end"), everyS: z.number().min(0), size: DetectionResult.shape.size, notLooked: z.string().max(500) }),
]);
export type FramesLine = z.infer<typeof FramesLine>;
