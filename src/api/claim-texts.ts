/** Texts that claims are read from: which items have one, and the text of one item, part by part. */
import { z } from "zod";
import { TextPart, TextRole } from "../core/claim/claim-text.ts";
import { TextSpan } from "../core/claim/text-span.ts";
import { Digest } from "../core/hash/digest.ts";
import { ItemId } from "../core/item/item.ts";
import { SourceId } from "../core/source/source.ts";
import { TierId } from "../core/tier/tier.ts";
import { UtcInstant } from "../core/time/time-claim.ts";

const count = z.number().int().min(0);
const Published = z.strictObject({ earliest: UtcInstant, latest: UtcInstant }).or(z.literal("unknown"));
const Publisher = z.strictObject({ source: SourceId.or(z.literal("unknown")), label: z.string() });

/** Parts of one answer; an export may hold a million posts. */
export const mostTextParts = 500;

export const ItemTextQuery = z.strictObject({
  /** The first part that is wanted, counted from 0. */
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(mostTextParts).default(200),
});
export type ItemTextQuery = z.infer<typeof ItemTextQuery>;

const SourceTextPart = z.strictObject({
  part: TextPart,
  role: TextRole,
  text: z.string(),
  language: z.string().optional(),
  published: Published.optional(),
});

/** As core/claim/source-text.ts has it. */
const SourceText = z.strictObject({
  parts: z.array(SourceTextPart),
  published: Published,
  zone: z.string().or(z.null()),
  publisher: z.string().or(z.null()),
});

export const ItemTextAnswer = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("text"),
    item: ItemId,
    name: z.string(),
    kind: z.enum(["article", "posts", "speech"]),
    text: SourceText,
    /** Stretches of these parts that are another sort of text than their part: key points, quotations. */
    roles: z.array(z.strictObject({ part: count, span: TextSpan, role: TextRole })),
    /** The reading that offsets are into. */
    reading: Digest,
    /** Of speech: the version of each tier that offsets of its parts are into. */
    tiers: z.array(z.strictObject({ tier: TierId, reading: Digest })),
    published: Published,
    publisher: Publisher,
    /** Of the item: parts that it has, and where this answer begins. Posts without words are counted and left out. */
    total: count,
    from: count,
    /** Where the next answer begins; null at the end. */
    next: count.or(z.null()),
    /** Parts whose text ends before it is whole: so many characters were left out. */
    cut: z.array(z.strictObject({ part: count, leftOut: count })),
  }),
  /** Why it has no text, in words for the person who asked. */
  z.strictObject({ state: z.literal("refused"), item: ItemId, why: z.string() }),
]);
export type ItemTextAnswer = z.infer<typeof ItemTextAnswer>;

export const ClaimTextsQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ClaimTextsQuery = z.infer<typeof ClaimTextsQuery>;

export const ClaimTextRow = z.strictObject({
  item: ItemId,
  name: z.string(),
  kind: z.enum(["article", "posts", "speech"]),
  /** Of an article, where it has one. */
  title: z.string().optional(),
  /** Parts that can be asked for; characters of an article's, "unknown" for posts. */
  parts: count,
  characters: count.or(z.literal("unknown")),
  publisher: Publisher,
  published: Published,
  /** That stand, and proposals that were rejected. */
  claims: count,
  rejected: count,
});
export type ClaimTextRow = z.infer<typeof ClaimTextRow>;

export const ClaimTextsAnswer = z.strictObject({ total: count, offset: count, texts: z.array(ClaimTextRow) });
export type ClaimTextsAnswer = z.infer<typeof ClaimTextsAnswer>;
