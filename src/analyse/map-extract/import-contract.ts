/** What passes between the program and the child that reads a map extract: one request on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { ExtractFacts } from "../../core/map-extract/extract-facts.ts";

export const ImportRequest = z.strictObject({
  /** The file that is read. */
  file: z.string(),
  format: ExtractFacts.shape.format,
  /** The only folder that is written to; what lies there afterwards beside the index is nobody's. */
  folder: z.string(),
  /** Number of the process that waits for the answer; the child does not outlive it. */
  parent: z.number().int(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ReadExtract = ExtractFacts.pick({
  id: true,
  of: true,
  credit: true,
  writtenBy: true,
  box: true,
  boxIs: true,
  holds: true,
  leftOut: true,
});
export type ReadExtract = z.infer<typeof ReadExtract>;

export const ImportLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), doing: z.enum(["reading", "sorting"]), done: z.number().min(0).max(1) }),
  /** The file is what is wrong. */
  z.strictObject({ type: z.literal("refused"), message: z.string().max(2000) }),
  z.strictObject({ type: z.literal("no-room") }),
  z.strictObject({ type: z.literal("end"), read: ReadExtract }),
]);
export type ImportLine = z.infer<typeof ImportLine>;
