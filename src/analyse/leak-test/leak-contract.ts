/** What passes between the program and the leak test's child: the secrets on standard input, lines of JSON on standard output. */
import { z } from "zod";
import { LeakReport } from "../../core/edition/leak-report.ts";
import type { LeakSecrets } from "../../core/edition/leak-test.port.ts";

export interface LeakRequest {
  readonly scan: string;
  readonly secrets: LeakSecrets;
  /** The only folder that the child writes to. */
  readonly folder: string;
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly parent: number;
}

const Range = z.tuple([z.number(), z.number()]).readonly().or(z.null());
const Found = { file: z.string(), where: z.string() };

export const ClueLine = z.discriminatedUnion("sort", [
  z.strictObject({ ...Found, sort: z.literal("coordinates"), lat: z.number(), lon: z.number(), halfM: z.number(), form: z.string() }),
  z.strictObject({ ...Found, sort: z.literal("way"), anchor: z.string(), metres: Range, bearingDeg: Range }),
  z.strictObject({ ...Found, sort: z.literal("sun"), atMs: z.number(), azimuthDeg: Range, elevationDeg: Range }),
  z.strictObject({ ...Found, sort: z.literal("edge"), fromMs: z.number(), toMs: z.number() }),
  z.strictObject({ ...Found, sort: z.literal("apart"), metres: z.number() }),
  z.strictObject({ ...Found, sort: z.literal("unreadable"), form: z.string() }),
]);

export const LeakLine = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("progress"), done: z.number(), file: z.string() }),
  z.strictObject({ type: z.literal("missing"), program: z.string() }),
  z.strictObject({ type: z.literal("clue"), clue: ClueLine }),
  z.strictObject({ type: z.literal("end"), report: LeakReport }),
]);
export type LeakLine = z.infer<typeof LeakLine>;
