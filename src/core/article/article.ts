/** A saved article: body with stable offsets, what it says of itself, its quotes and pictures. */
import { z } from "zod";
import { TimeClaim } from "../time/time-claim.ts";

const Span = { start: z.number().int().min(0), end: z.number().int().min(0) };

export const ArticlePicture = z.strictObject({
  /** Path beside the page as the page names it, decoded; absent when the page points elsewhere. */
  path: z.string().optional(),
  /** What the page points at when it is not a file beside it. Never fetched. */
  url: z.string().optional(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  alt: z.string().optional(),
});
export type ArticlePicture = z.infer<typeof ArticlePicture>;

export const Article = z.strictObject({
  title: z.string().optional(),
  authors: z.array(z.string()),
  outlet: z.string().optional(),
  canonicalUrl: z.string().optional(),
  language: z.string().optional(),
  published: TimeClaim.or(z.literal("unknown")),
  modified: TimeClaim.optional(),
  /** Plain text; paragraphs end in one LF. Offsets elsewhere are UTF-16 code units into this. */
  body: z.string(),
  blocks: z.array(z.strictObject({ kind: z.enum(["heading", "paragraph", "quote", "list-item", "caption"]), ...Span })),
  quotes: z.array(z.strictObject(Span)),
  pictures: z.array(ArticlePicture),
});
export type Article = z.infer<typeof Article>;
