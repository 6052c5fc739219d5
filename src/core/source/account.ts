/**
 * Accounts: where something was posted. The platform's own id makes an account; handles and names change hands, so they are
 * observed over time and make nobody the same as somebody else.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { UtcInstant } from "../time/time-claim.ts";

export const AccountId = recordId("a");
export type AccountId = z.infer<typeof AccountId>;

/** As readers call platforms: "telegram", "x", "youtube". */
export const Platform = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[^\p{Lu}\p{Cc}]+$/u, "expected a platform's name in small letters");

/** First and last instant at which it was seen so, closed. Before and after, nobody looked. */
export const SeenInterval = z.strictObject({ earliest: UtcInstant, latest: UtcInstant });
export type SeenInterval = z.infer<typeof SeenInterval>;

/** What somebody has to do with an item. None follows from another: who posts did not therefore film. */
export const AttributionRole = z.enum(["posted-by", "re-posted-by", "given-by", "filmed-by"]);
export type AttributionRole = z.infer<typeof AttributionRole>;
