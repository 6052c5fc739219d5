/** What a reader says of an export or a saved page, with the traps it met. */
import { z } from "zod";
import { Article } from "../article/article.ts";
import { MapFileFeature, MapFileLink } from "../place/map-file.ts";
import { Channel } from "../post/post.ts";
import { postsFileName } from "../post/posts-file.ts";
import { rowsFileName } from "../sheet/sheet-row.ts";
import { Trap } from "../trap/trap.ts";
import { memberBytesFileName, membersFileName } from "../unpacking/member.ts";

/** A record that could not be read: which one, what was expected, what was found. The rest of the file is still read. */
export const ReadingFault = z.strictObject({ where: z.string(), expected: z.string(), found: z.string() });
export type ReadingFault = z.infer<typeof ReadingFault>;

/** What this format cannot tell, in sentences for the analyst. */
const common = { cannotTell: z.array(z.string()), traps: z.array(Trap), faults: z.array(ReadingFault) };

/** The posts themselves lie in a file of the same answer: a large export has more of them than one JSON value can hold. */
export const PostsReading = z.strictObject({
  kind: z.literal("posts"),
  format: z.enum(["telegram-desktop", "telegram-html", "whatsapp", "x-archive", "x-post", "yt-dlp", "e-mail"]),
  shape: z.enum(["single-chat", "account", "single-post"]),
  channels: z.array(Channel),
  /** Name of that file; see core/post/posts-file.ts. */
  postsFile: z.literal(postsFileName),
  counts: z.strictObject({
    posts: z.number().int().min(0),
    /** Media that posts name and the export does not hold. */
    mediaNotInExport: z.number().int().min(0),
  }),
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

/** The rows themselves lie in a file of the same answer; see core/sheet/sheet-row.ts. */
export const SheetReading = z.strictObject({
  kind: z.literal("sheet"),
  format: z.enum(["csv", "auto-archiver", "atlos", "link-list"]),
  /** Header cells as written, in order. Columns that nobody knows are kept like any other. */
  columns: z.array(z.string()),
  rowsFile: z.literal(rowsFileName),
  counts: z.strictObject({ rows: z.number().int().min(0), links: z.number().int().min(0) }),
  ...common,
});
export type SheetReading = z.infer<typeof SheetReading>;

/** What came out of an archive or an e-mail: its members are listed in one file of the same answer, their bytes lie in another. */
export const ContainerReading = z.strictObject({
  kind: z.literal("container"),
  format: z.enum(["zip", "e-mail"]),
  membersFile: z.literal(membersFileName),
  bytesFile: z.literal(memberBytesFileName),
  counts: z.strictObject({
    members: z.number().int().min(0),
    unpacked: z.number().int().min(0),
    /** Known, and not held. */
    leftOut: z.number().int().min(0),
    bytes: z.number().int().min(0),
  }),
  ...common,
});
export type ContainerReading = z.infer<typeof ContainerReading>;

/** Places of a map file, at most as many as are drawn; see core/place/map-file.ts. */
export const MapFileReading = z.strictObject({
  kind: z.literal("map-file"),
  format: z.enum(["kml", "geojson"]),
  features: z.array(MapFileFeature),
  links: z.array(MapFileLink),
  counts: z.strictObject({ features: z.number().int().min(0), placed: z.number().int().min(0) }),
  ...common,
});
export type MapFileReading = z.infer<typeof MapFileReading>;

export const Reading = z.discriminatedUnion("kind", [MapFileReading, PostsReading, ArticleReading, SheetReading, ContainerReading]);
export type Reading = z.infer<typeof Reading>;
