/** Comparing two files that a person names, outside any case. Implemented by child processes without network; the domain knows only the contract. */
import { z } from "zod";
import { AnalysisFailure } from "../analysis/analysis.ts";
import type { Cancellation } from "../cancel/cancellation.ts";
import { Digest } from "../hash/digest.ts";
import { FramePrintResult, SoundPrintResult } from "./print-result.ts";
import { PairComparison } from "./segment-match.ts";

const channel = <T extends z.ZodType>(result: T) =>
  z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("printed"), result }),
    z.strictObject({ state: z.literal("none") }),
    z.strictObject({ state: z.literal("failed"), failure: AnalysisFailure }),
  ]);

/** What was read of one file. "none": the file has no such channel. */
export const FileRead = z.strictObject({
  object: Digest,
  picture: channel(FramePrintResult),
  sound: channel(SoundPrintResult),
});
export type FileRead = z.infer<typeof FileRead>;

export const FilesCompared = z.strictObject({
  a: FileRead,
  b: FileRead,
  pair: PairComparison,
  /** Versions of what read the files and of what compared them. */
  versions: z.strictObject({ framePrint: z.string(), soundPrint: z.string(), matcher: z.string(), decoder: z.string() }),
});
export type FilesCompared = z.infer<typeof FilesCompared>;

export interface FileMatcher {
  /**
   * Absolute paths, opened read-only. Throws CaseError INPUT_INVALID when one of them has neither picture nor sound that can
   * be read, saying which and why; undefined when `signal` ended it.
   */
  match(
    files: { readonly a: string; readonly b: string },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, doing: string) => void },
  ): Promise<FilesCompared | undefined>;
}
