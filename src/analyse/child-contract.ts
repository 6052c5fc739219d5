/** What passes between the program and an analyser's child: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { AnalyserName, AnalysisFailure } from "../core/analysis/analysis.ts";

export const ChildRequest = z.strictObject({
  analyser: AnalyserName,
  /** Absolute path of the bytes. */
  object: z.string(),
  /** Absolute path of the folder that the child may write to. */
  folder: z.string(),
  nameHint: z.string(),
  parameters: z.record(z.string(), z.json()),
  ffmpeg: z.string(),
  ffprobe: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type ChildRequest = z.infer<typeof ChildRequest>;

export const ChildLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: z.number().min(0).max(1) }),
  z.strictObject({
    type: z.literal("done"),
    result: z.json(),
    files: z.array(z.strictObject({ name: z.string().regex(/^[a-z-]+\.[a-z0-9]+$/), mediaType: z.string() })),
  }),
  z.strictObject({ type: z.literal("failed"), failure: AnalysisFailure }),
]);
export type ChildLine = z.infer<typeof ChildLine>;

/** What an analyser gives back inside the child. */
export type Made =
  | { readonly state: "done"; readonly result: unknown; readonly files: readonly { readonly name: string; readonly mediaType: string }[] }
  | { readonly state: "failed"; readonly failure: AnalysisFailure };

export interface Making extends Omit<ChildRequest, "parent"> {
  readonly onProgress: (done: number) => void;
}

export function failed(code: string, message: string): Made {
  return { state: "failed", failure: { code, message } };
}
