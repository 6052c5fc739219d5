/** What a restatement can change. */
import { z } from "zod";

/**
 * `unit-within`, `unit-outside`: converted, within or outside what the rounding of the first figure allows. `rebound`: a clause
 * says something of another place now. `evidence-to-fact`: said to be verified, or seen, where the first was not.
 * `requoted`: words spoken that read differently.
 */
export const DriftKind = z.enum([
  "unit-within",
  "unit-outside",
  "hedge-lost",
  "hedge-added",
  "direction",
  "number",
  "day",
  "object",
  "act",
  "plural",
  "places-merged",
  "rebound",
  "event",
  "speaker-dropped",
  "speaker-promoted",
  "evidence-to-fact",
  "requoted",
  "polarity",
]);
export type DriftKind = z.infer<typeof DriftKind>;
