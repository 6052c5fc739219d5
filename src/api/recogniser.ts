/** Programs of the person's own that read speech and signs: their settings, a try, and what they are asked to read. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { ReadSignsRequest, RecogniseRequest, RecogniserSettings } from "../core/recogniser/recogniser-settings.ts";
import { SegmentStanding } from "../core/tier/segment-state.ts";
import { TierId } from "../core/tier/tier.ts";

/** `fault`: the file says something else than settings; all is off until it is set anew. */
export const RecogniserSettingsAnswer = z.strictObject({
  settings: RecogniserSettings,
  file: z.string(),
  fault: z.string().or(z.null()),
  /** Whether programs are cut off from the network on this machine, and why where they are not. */
  network: z.enum(["none", "not-isolated"]),
  networkWhy: z.string(),
});
export type RecogniserSettingsAnswer = z.infer<typeof RecogniserSettingsAnswer>;

/** What a recogniser wrote on one second of silence. */
export const RecogniserTriedAnswer = z.strictObject({
  name: z.string(),
  version: z.string(),
  model: z.string(),
  tookSec: z.number(),
  wrote: z.string(),
});
export type RecogniserTriedAnswer = z.infer<typeof RecogniserTriedAnswer>;

export const TesseractTriedAnswer = z.strictObject({ version: z.string(), languages: z.array(z.string()) });
export type TesseractTriedAnswer = z.infer<typeof TesseractTriedAnswer>;

/** What a detector took for something on an empty grey picture. */
export const DetectorTriedAnswer = z.strictObject({
  name: z.string(),
  version: z.string(),
  tookSec: z.number(),
  regions: z.number().int(),
});
export type DetectorTriedAnswer = z.infer<typeof DetectorTriedAnswer>;

export { ReadSignsRequest, RecogniseRequest };

/** The end of a job that wrote a draft, as `result` of the job. */
export const DraftWrittenResult = z.strictObject({
  tier: z.string(),
  segments: z.number().int(),
  unheard: z.number().int(),
  suspect: z.number().int(),
  language: z.string(),
  by: z.string(),
  notRead: z.string(),
  network: z.enum(["none", "not-isolated"]),
  /** Pieces of the sound that a stopped run had read before. */
  kept: z.number().int(),
});
export type DraftWrittenResult = z.infer<typeof DraftWrittenResult>;

/** Words on pictures of the case that may be names of places; newest tiers first. `leftOut`: signs beyond those listed. */
export const SignWordsAnswer = z.strictObject({
  signs: z.array(
    z.strictObject({
      item: ItemId,
      tier: TierId,
      segment: z.number().int(),
      startMs: z.number().int(),
      text: z.string(),
      /** "machine": what a program read, and nobody took over. */
      standing: SegmentStanding,
      suspect: z.boolean(),
      /** Names to look up, what stands together first. */
      terms: z.array(z.string()),
    }),
  ),
  leftOut: z.number().int(),
});
export type SignWordsAnswer = z.infer<typeof SignWordsAnswer>;
