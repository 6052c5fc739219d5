/** What passes between the program and the child that reads signs: one request, lines of JSON. */
import { z } from "zod";
import { ReadSignsRequest } from "../../core/recogniser/recogniser-settings.ts";
import { SignLine } from "../../core/recogniser/sign-reader.port.ts";

export const OcrRequest = z.strictObject({
  /** The original. */
  path: z.string(),
  folder: z.string(),
  tesseract: z.string(),
  ask: ReadSignsRequest,
  ffmpeg: z.string(),
  ffprobe: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type OcrRequest = z.infer<typeof OcrRequest>;

export const OcrLine = z.discriminatedUnion("type", [
  /** Still choosing while `of` is 0. */
  z.strictObject({ type: z.literal("progress"), done: z.number().int().min(0), of: z.number().int().min(0) }),
  z.strictObject({ type: z.literal("sign"), sign: SignLine }),
  /** The file, or the program, is what is wrong. */
  z.strictObject({ type: z.literal("refused"), code: z.enum(["INPUT_INVALID", "PROGRAM_MISSING"]), message: z.string().max(1000) }),
  z.strictObject({ type: z.literal("end"), notRead: z.string().max(500) }),
]);
export type OcrLine = z.infer<typeof OcrLine>;
