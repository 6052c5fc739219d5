/**
 * Whether two labels are one person: a judgement of a person on what somebody wears and carries and on where they stand, lie or go.
 * There is no value for a face, a voice or a gait, and no program proposes one.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const SamePersonId = recordId("sj");
export type SamePersonId = z.infer<typeof SamePersonId>;

export const SamePersonVerdict = z.enum(["same", "not-same", "cannot-tell"]);
export type SamePersonVerdict = z.infer<typeof SamePersonVerdict>;

export const SamePersonBasis = z.enum(["clothing", "things-carried", "bindings", "position", "path"]);
export type SamePersonBasis = z.infer<typeof SamePersonBasis>;
