/** Reads words that are seen on pictures of an item, by a program of the person's own. */
import { z } from "zod";
import type { Cancellation } from "../cancel/cancellation.ts";
import type { ReadSignsRequest } from "./recogniser-settings.ts";

const Pixels = z.number().min(-10).max(200_000);
export const SeenFrameLine = z.strictObject({
  atSec: z.number(),
  untilSec: z.number(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  lines: z
    .array(
      z.strictObject({
        text: z.string().max(600),
        confidence: z.number(),
        ...{ left: Pixels, top: Pixels, right: Pixels, bottom: Pixels },
        others: z.array(z.string().max(600)).max(20),
      }),
    )
    .max(5000),
});

export interface SignsRead {
  readonly frames: readonly z.infer<typeof SeenFrameLine>[];
  /** What was not looked at, and why; empty when all was. */
  readonly notRead: string;
}

export interface SignReader {
  /** Undefined when it was stopped. Throws CaseError INPUT_INVALID where there is no picture, or the program refuses, PROGRAM_MISSING, DISK_FULL. */
  read(
    request: { readonly path: string; readonly tesseract: string; readonly ask: ReadSignsRequest },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, of: number) => void },
  ): Promise<SignsRead | undefined>;
}
