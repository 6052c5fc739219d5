/** What a reader says of an export or a saved page, with the traps it met. */
import { z } from "zod";
import { Article } from "../article/article.ts";
import { Channel, Post } from "../post/post.ts";
import { Trap } from "../trap/trap.ts";

/** A record that could not be read: which one, what was expected, what was found. The rest of the file is still read. */
export const ReadingFault = z.strictObject({ where: z.string(), expected: z.string(), found: z.string() });
export type ReadingFault = z.infer<typeof ReadingFault>;

/** What this format cannot tell, in sentences for the analyst. */
const common = { cannotTell: z.array(z.string()), traps: z.array(Trap), faults: z.array(ReadingFault) };

export const PostsReading = z.strictObject({
  kind: z.literal("posts"),
  format: z.literal("telegram-desktop"),
  shape: z.enum(["single-chat", "account"]),
  channels: z.array(Channel),
  posts: z.array(Post),
  ...common,
});
export type PostsReading = z.infer<typeof PostsReading>;

export const ArticleReading = z.strictObject({
  kind: z.literal("article"),
  format: z.enum(["html", "plain-text"]),
  article: Article,
  ...common,
});
export type ArticleReading = z.infer<typeof ArticleReading>;

export const Reading = z.discriminatedUnion("kind", [PostsReading, ArticleReading]);
export type Reading = z.infer<typeof Reading>;
