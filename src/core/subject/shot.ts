/**
 * Shots as a person counts them: something heard or seen at a moment of an item, tied to a sudden sound of its list or to an
 * observation. The program lists sudden sounds and calls none a shot; "shot" is what the person says.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { Digest } from "../hash/digest.ts";
import { ObservationId } from "../observation/observation.ts";
import { ItemSeconds } from "../time/item-seconds.ts";

export const ShotId = recordId("sh");
export type ShotId = z.infer<typeof ShotId>;

export const ShotChannel = z.enum(["heard", "seen", "heard-and-seen"]);
export type ShotChannel = z.infer<typeof ShotChannel>;

export const ShotBasis = z.discriminatedUnion("by", [
  /** `result`: the analysis that lists it; `atS`: its onset there. */
  z.strictObject({ by: z.literal("sudden-sound"), result: Digest, atS: ItemSeconds }),
  z.strictObject({ by: z.literal("observation"), observation: ObservationId }),
]);
export type ShotBasis = z.infer<typeof ShotBasis>;
