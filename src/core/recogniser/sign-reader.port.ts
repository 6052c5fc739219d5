/** Reads words that are seen on pictures of an item, by a program of the person's own. */
import { z } from "zod";
import type { Cancellation } from "../cancel/cancellation.ts";
import { FrameBox } from "../observation/observation.ts";
import { MachineReading } from "../tier/tier.ts";
import type { ReadSignsRequest } from "./recogniser-settings.ts";

/** A sign as the child that read it tells of it. */
export const SignLine = z.strictObject({
  startMs: z.number().int(),
  endMs: z.number().int(),
  text: z.string().max(600),
  alternatives: z.array(z.string().min(1).max(600)).max(10),
  box: FrameBox,
  machine: MachineReading,
});

export interface SignsRead {
  readonly signs: readonly z.infer<typeof SignLine>[];
  /** What was not looked at or is left out, and why; empty when all was taken. */
  readonly notRead: string;
}

export interface SignReader {
  /** Undefined when it was stopped. Throws CaseError INPUT_INVALID where there is no picture, or the program refuses, PROGRAM_MISSING, DISK_FULL. */
  read(
    request: { readonly path: string; readonly tesseract: string; readonly ask: ReadSignsRequest },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, of: number) => void },
  ): Promise<SignsRead | undefined>;
}
