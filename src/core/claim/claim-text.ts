/** Which text a claim is quoted from. Offsets are into that part as it was read, so that the quote can be looked up again. */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";

/** Part of an item that is a text of its own. */
export const TextPart = z.discriminatedUnion("sort", [
  z.strictObject({ sort: z.literal("article-title") }),
  z.strictObject({ sort: z.literal("article-body") }),
  /** Which of the article's pictures, counted from 0. */
  z.strictObject({ sort: z.literal("picture-caption"), picture: z.number().int().min(0) }),
  /** Which line of the reading's posts, counted from 0. */
  z.strictObject({ sort: z.literal("post"), post: z.number().int().min(0) }),
  /** A plain text file, decoded. */
  z.strictObject({ sort: z.literal("file") }),
  /**
   * Reviewed words of a tier: what one speaker says; null: words that are seen, which nobody says. The part of a text is told in the
   * clear: no words of it fit into these.
   */
  z.strictObject({
    sort: z.literal("tier"),
    tier: z.string().regex(/^[a-z0-9-]{1,40}$/),
    speaker: z
      .string()
      .regex(/^SPK[1-9][0-9]*$/)
      .or(z.null()),
  }),
  /** Words that a person typed from what has no text: a scan, a broadcast. Offsets are into what was typed. */
  z.strictObject({ sort: z.literal("typed") }),
]);
export type TextPart = z.infer<typeof TextPart>;

export const ClaimText = z.strictObject({
  item: ItemId,
  part: TextPart,
  /** The reading that the offsets are into; null where the item itself, or what was typed, is the text. */
  reading: Digest.or(z.null()),
});
export type ClaimText = z.infer<typeof ClaimText>;

/** What sort of text a part is: a headline may say more than the body beneath it. */
export const TextRole = z.enum(["headline", "key-points", "body", "caption", "quote", "post", "speech"]);
export type TextRole = z.infer<typeof TextRole>;
