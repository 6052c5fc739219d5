/** Search: what is asked, what is found, and why it stands where it does. Snippets are text in pieces, never markup. */
import { z } from "zod";
import { recordId } from "../core/entry/record-id.ts";
import { GraphicLevel, ItemId, TriageState } from "../core/item/item.ts";
import { SearchQuery, TextSort } from "../core/search/search-query.ts";
import { TierId } from "../core/tier/tier.ts";
import { TimeClaim } from "../core/time/time-claim.ts";

const Count = z.number().int();

/** As in the address: words may be missing, which is every text. */
export const SearchAsked = SearchQuery.extend({
  words: SearchQuery.shape.words.default(""),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchAsked = z.infer<typeof SearchAsked>;

export const SearchHit = z.strictObject({
  id: Count,
  item: ItemId,
  itemName: z.string(),
  kind: z.string(),
  held: z.boolean(),
  graphicLevel: GraphicLevel,
  triage: TriageState,
  /** Where the words stand. */
  in: TextSort,
  source: z.string(),
  posted: TimeClaim.or(z.literal("unknown")),
  /** When a person wrote it. */
  written: z.string().optional(),
  /** Place of the post in its export, counted from 0: the page opens the item there. */
  postAt: Count.optional(),
  /** Number of the row in its sheet. */
  row: Count.optional(),
  /** First frame of what an observation is on. */
  frame: Count.optional(),
  /** The segment of a tier that holds most of the words; `machine`: of what is shown, some is a draft that no person took over. */
  tier: z.strictObject({ id: TierId, segment: Count, machine: z.boolean() }).optional(),
  snippet: z.strictObject({
    pieces: z.array(z.strictObject({ text: z.string(), found: z.boolean() })),
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
  }),
  /** Each word that was looked for and how well it stands: as a whole word, at the start of one, inside one. */
  why: z.array(z.strictObject({ word: z.string(), stands: z.enum(["whole", "start", "inside"]) })),
});
export type SearchHit = z.infer<typeof SearchHit>;

const Counts = z.array(z.strictObject({ value: z.string(), count: Count }));
const Counting = z.enum(["exactly", "at-most"]);

export const SearchPage = z.strictObject({
  total: Count,
  /** "at-most": too many texts may hold the words to look at all of them. Hits and their order are right all the same. */
  counted: Counting,
  offset: Count,
  hits: z.array(SearchHit),
  /** Values that each filter offers, with how many there are under the other filters. */
  counts: z.strictObject({ in: Counts, kind: Counts, source: Counts, triage: Counts, level: Counts }),
  /** Texts that a filter by time leaves out because nothing says when they were posted. */
  withoutTime: Count,
  /** Texts looked through, and those still to be taken into the index. */
  indexed: z.strictObject({ texts: Count, waiting: Count }),
  /** Words that were looked for, in the form in which they are compared. */
  words: z.array(z.string()),
});
export type SearchPage = z.infer<typeof SearchPage>;

export const HistogramAsked = SearchQuery.extend({
  words: SearchQuery.shape.words.default(""),
  bin: z.enum(["day", "hour"]).default("day"),
});
export const Histogram = z.strictObject({
  bin: z.enum(["day", "hour"]),
  /** Bins with something in them: when each begins, UTC; posts wholly inside; posts that may be, as their zone or hour is unknown. */
  bins: z.array(z.strictObject({ at: z.string(), within: Count, touching: Count })),
  counted: Count,
  withoutTime: Count,
  outside: Count,
  /** Notes, names and other texts that are not posted on a day. */
  others: Count,
  counting: Counting,
});
export type Histogram = z.infer<typeof Histogram>;

const Latitude = z.coerce.number().min(-90).max(90);
const Longitude = z.coerce.number().min(-180).max(180);

export const GridAsked = SearchQuery.extend({
  words: SearchQuery.shape.words.default(""),
  west: Longitude,
  south: Latitude,
  /** West of `west` when the box goes over the 180th meridian. */
  east: Longitude,
  north: Latitude,
}).refine(({ south, north }) => south < north, "expected north to be above south");
export const PlaceGrid = z.strictObject({
  /** Cells a side. */
  size: Count,
  /** Column from the west, row from the south; how far the most and the least exact place in the cell may be off. */
  cells: z.array(z.strictObject({ x: Count, y: Count, count: Count, radiusM: z.strictObject({ least: z.number(), most: z.number() }) })),
  counted: Count,
  outside: Count,
  withoutPlace: Count,
  counting: Counting,
});
export type PlaceGrid = z.infer<typeof PlaceGrid>;

export const SavedSearchId = recordId("v");
export const SaveSearchRequest = z.strictObject({ name: z.string().min(1).max(200), query: SearchQuery });
export type SaveSearchRequest = z.infer<typeof SaveSearchRequest>;
export const SavedSearches = z.strictObject({
  searches: z.array(
    z.strictObject({
      id: SavedSearchId,
      name: z.string(),
      query: SearchQuery.or(z.literal("withheld")),
      at: z.string(),
      by: z.string(),
      seq: Count,
    }),
  ),
});
export type SavedSearches = z.infer<typeof SavedSearches>;
