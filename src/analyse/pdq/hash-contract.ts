/** What passes between the program and the child that hashes pictures: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { HashSize } from "../../core/copies/picture-hasher.port.ts";

export const HashChildRequest = z.strictObject({
  /** Absolute path of the bytes. */
  path: z.string(),
  /** Absolute path of the folder that the child may write to. */
  folder: z.string(),
  size: HashSize,
  everySec: z.number().positive().or(z.null()),
  asStored: z.boolean(),
  /** Of the decoder. */
  threads: z.number().int().min(1),
  ffmpeg: z.string(),
  ffprobe: z.string(),
  decoder: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type HashChildRequest = z.infer<typeof HashChildRequest>;
