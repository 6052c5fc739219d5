/** A value of a body that a copy can withhold: the body holds only its salted hash. */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";

/** Stands in a body for a value that can be withheld; the value and its salt lie outside the hashes. */
export const Sealed = z.strictObject({ sealed: Digest });
export type Sealed = z.infer<typeof Sealed>;
