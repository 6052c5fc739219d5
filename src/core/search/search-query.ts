/** What somebody searches for: words, and what narrows them. The same on the screen, in the address, on the command line and in a saved search. */
import { z } from "zod";
import { GraphicLevel, TriageState } from "../item/item.ts";
import { UtcInstant } from "../time/time-claim.ts";

/** Where the words of a text stand. "text" is what says nothing nearer of itself. */
export const TextSort = z.enum(["note", "observation", "name", "post", "article", "row", "text", "claim", "tier"]);
export type TextSort = z.infer<typeof TextSort>;

/** Longest line of words. */
export const wordsAtMost = 500;

export const SearchQuery = z.strictObject({
  /** Every word must stand in one text, as a part of a word too; what stands in quotes, with its spaces. Empty: every text. */
  words: z.string().max(wordsAtMost),
  /** Where the words stand. */
  in: TextSort.optional(),
  /** Kind of the item, such as "video"; open, as cases written later may have more of them. */
  kind: z.string().max(100).optional(),
  /** Channel, outlet; "unknown" for texts without. */
  source: z.string().max(1000).optional(),
  triage: TriageState.optional(),
  level: GraphicLevel.optional(),
  /** Posted or published at some instant from this one on, as far as the material's own words allow. */
  from: UtcInstant.optional(),
  /** Up to and with this one. */
  to: UtcInstant.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
