/** Map extracts of this machine, what lies near what in them, and their roads. */
import { z } from "zod";
import { ExtractFacts } from "../core/map-extract/extract-facts.ts";
import { FeatureAnswer } from "../core/map-extract/feature-answer.ts";
import { FeatureProblem } from "../core/map-extract/feature-problem.ts";
import { RoadsAnswer, RoadsRequest } from "../core/map-extract/roads.ts";

/** `kinds`: names of what can be looked for without knowing the map's tags. */
export const ExtractsAnswer = z.strictObject({ extracts: z.array(ExtractFacts), kinds: z.array(z.string()) });
export type ExtractsAnswer = z.infer<typeof ExtractsAnswer>;

export const FeaturesRequest = FeatureProblem;
export type FeaturesRequest = z.input<typeof FeaturesRequest>;

/** The answer, with the problem as it was read: what a person kept can be asked again by `witnessmark features`. */
export const FeaturesAnswer = FeatureAnswer;

export { RoadsAnswer, RoadsRequest };
