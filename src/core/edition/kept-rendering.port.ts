/**
 * Media that were rendered for an edition, kept so that a run that was stopped goes on instead of beginning again. They are derived:
 * they may be deleted at any time, are never handed over from there unchecked, and go when the object that they were made of is erased.
 */
import { z } from "zod";
import type { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";

const second = z.number();
const frames = z.number().int().min(0);
const Program = z.strictObject({ name: z.literal("witnessmark-redact"), version: z.string(), build: z.string(), settings: z.string() });

/** What the report says of what was made. `covered`: marks that lie on it; `framesOfOriginal`: more than `frames` where some could not be read. */
export const KeptRendering = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("media"), frames, framesOfOriginal: frames, covered: frames, startS: second, program: Program }),
  z.strictObject({ what: z.literal("still"), covered: frames, width: frames, height: frames, atS: second.or(z.null()), program: Program }),
]);
export type KeptRendering = z.infer<typeof KeptRendering>;
export type KeptMedia = Extract<KeptRendering, { what: "media" }>;
export type KeptStill = Extract<KeptRendering, { what: "still" }>;

export interface KeptRenderings {
  /**
   * Puts what was made of the object with exactly this request (marks, stretch, versions of programs) at `out`, which must not exist.
   * Undefined, and nothing there, when there is none or when its bytes are not those that were kept.
   */
  take(object: Digest, request: Json, out: string): Promise<KeptRendering | undefined>;
  /** Throws CaseError DISK_FULL. */
  keep(object: Digest, request: Json, out: string, made: KeptRendering): Promise<void>;
}
