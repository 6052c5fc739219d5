/** What an item does for an event or a hypothesis. "none" is a finding too: the item must not be cited for it. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { Digest } from "../hash/digest.ts";
import { ObservationTarget } from "../observation/observation.ts";

export const BearingId = recordId("b");
export type BearingId = z.infer<typeof BearingId>;

export const BearingSort = z.enum(["shows", "supports", "against", "context", "none"]);
export type BearingSort = z.infer<typeof BearingSort>;

/** Which part of the item, when it is not all of it: frames of the original, as observations name them. */
export const BearingPart = z.strictObject({ object: Digest, range: ObservationTarget.shape.range.unwrap() });
export type BearingPart = z.infer<typeof BearingPart>;
