/** Names under which answers are remembered, so that a live event can say which of them are stale. */
import type { ItemId } from "../../core/item/item.ts";

export const queryKeys = {
  case: ["case"],
  /** Prefix of every page of every list. */
  items: ["items"],
  itemsPage: (query: Readonly<Record<string, string>>, page: number) => ["items", query, page],
  item: (id: ItemId) => ["item", id],
  rows: (id: ItemId, words: string, page: number) => ["item", id, "rows", words, page],
  /** Under the item, so that what makes the item stale makes its posts stale. */
  posts: (id: ItemId, offset: number) => ["item", id, "posts", offset],
  /** Prefix for the filmstrip, waveform, frame table of an item: `[...derived(id), "frames"]`. */
  derived: (id: ItemId) => ["derived", id],
  custody: ["custody"],
  custodyPage: (query: Readonly<Record<string, string>>, page: number) => ["custody", query, page],
  /** Prefix of events, hypotheses, bearings, places and times. */
  records: ["records"],
  jobs: ["jobs"],
} as const;
