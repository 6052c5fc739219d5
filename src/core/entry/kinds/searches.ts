/** Entries about searches that somebody made outside the case: what was looked for where, and what was kept of it and what was not. */
import { z } from "zod";
import { ItemId } from "../../item/item.ts";
import { TimeClaim } from "../../time/time-claim.ts";
import { recordId } from "../record-id.ts";
import { Sealed } from "../sealed.ts";

export const LoggedSearchId = recordId("q");
export type LoggedSearchId = z.infer<typeof LoggedSearchId>;

const HitCount = z.number().int().min(0).max(1e9).or(z.literal("unknown"));

export const searchKinds = {
  "search.logged": z.strictObject({
    search: LoggedSearchId,
    query: Sealed,
    /** Where: a platform, a search engine, an archive, a reverse image search. */
    place: Sealed,
    /** As whom. */
    account: Sealed.or(z.literal("unknown")),
    at: TimeClaim,
    /** Seen by the person, not how many the place claims. */
    hits: HitCount,
    kept: z.array(ItemId).max(500),
    /** How many seen hits were left, and why; the reason is null where none was given. */
    notKept: z.strictObject({ count: HitCount, why: Sealed.or(z.null()) }),
  }),
} as const;
