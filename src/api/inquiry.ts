/** The search log: what was looked for outside the case. */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { TimeClaim } from "../core/time/time-claim.ts";

const hits = z.number().int().min(0).max(1e9).or(z.literal("unknown"));

export const LogSearchRequest = z.strictObject({
  query: z.string().trim().min(1).max(5000),
  place: z.string().trim().min(1).max(500),
  account: z.string().trim().min(1).max(500),
  /** When it was searched: an interval with its zone state, never a bare time. */
  at: TimeClaim,
  hits,
  kept: z.array(ItemId).max(500),
  notKept: z.strictObject({ count: hits, why: z.string().trim().max(5000).or(z.null()) }),
});
export type LogSearchRequest = z.infer<typeof LogSearchRequest>;

export const SearchLogQuery = z.strictObject({
  q: z.string().max(500).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const LoggedSearch = z.strictObject({
  id: z.string(),
  seq: z.number().int(),
  loggedAt: z.string(),
  byName: z.string(),
  query: z.string().or(z.null()),
  place: z.string().or(z.null()),
  account: z.string().or(z.null()),
  at: TimeClaim,
  hits,
  kept: z.array(ItemId),
  notKept: hits,
  why: z.string().or(z.null()),
});
export type LoggedSearch = z.infer<typeof LoggedSearch>;

export const SearchLogPage = z.strictObject({
  total: z.number().int(),
  offset: z.number().int(),
  searches: z.array(LoggedSearch),
  /** Places searched so far, most used first, to choose from. */
  places: z.array(z.string()),
});
export type SearchLogPage = z.infer<typeof SearchLogPage>;
