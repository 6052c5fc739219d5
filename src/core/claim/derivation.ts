/** How one statement or item comes from another. What is proposed is worked out; an entry says what a person made of it. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { ItemId } from "../item/item.ts";
import { ClaimId } from "./claim.ts";

export const DerivationId = recordId("d");
export type DerivationId = z.infer<typeof DerivationId>;

/** Read from the derived to what it derives from. `restates`: says the same without naming where from. */
export const DerivationSort = z.enum(["cites", "restates", "forwards", "reposts", "near-copy", "same-picture"]);
export type DerivationSort = z.infer<typeof DerivationSort>;

/** An end of it: one claim, or all that an item says. */
export const DerivationEnd = z.union([ClaimId, ItemId]);
export type DerivationEnd = z.infer<typeof DerivationEnd>;

/** `rejected`: a person looked at what was proposed and says that it is not so. */
export const DerivationStanding = z.enum(["confirmed", "rejected"]);
export type DerivationStanding = z.infer<typeof DerivationStanding>;
