/** A link as a person gave it, and the one spelling under which two links count as the same. Nothing here was fetched. */
import { z } from "zod";
import { TimeClaim } from "../time/time-claim.ts";

/** What was done to a link, and by which rule. Stable name, kebab-case; `said` is for the analyst. */
export const LinkRule = z.strictObject({ rule: z.string(), said: z.string() });
export type LinkRule = z.infer<typeof LinkRule>;

export const Platform = z.enum(["x", "youtube", "telegram", "facebook", "instagram", "tiktok", "vk"]);
export type Platform = z.infer<typeof Platform>;

/** A post that the link alone names. */
export const PostReference = z.strictObject({
  platform: Platform,
  /** As the platform counts it; within the account where the platform counts per account (Telegram). */
  id: z.string(),
  /** Account in the link, as the platform compares it; a link may carry the wrong one, and the platform does not mind. */
  account: z.string().or(z.literal("unknown")),
});
export type PostReference = z.infer<typeof PostReference>;

/** A link into an archive: a copy of another link, made at a time. */
export const ArchiveCopy = z.strictObject({
  service: z.enum(["wayback", "archive-today"]),
  /** Normalised link of what was archived; "unknown" where the link names a copy by its code. */
  of: z.string().or(z.literal("unknown")),
  capturedAt: TimeClaim.or(z.literal("unknown")),
});
export type ArchiveCopy = z.infer<typeof ArchiveCopy>;

export const NormalisedLink = z.strictObject({
  /** As given, but for a name and password in it, which are kept nowhere. */
  verbatim: z.string(),
  /** Two links are the same when these are equal. ASCII. */
  normalised: z.string(),
  /** The same for reading: names in their own script, what can be read decoded, no keys and signatures. Never to be asked for. */
  shown: z.string(),
  /** Both spellings of the host; they differ for names that are not ASCII, and letters of two scripts can look alike. */
  host: z.strictObject({ ascii: z.string(), unicode: z.string() }),
  credentials: z.enum(["none", "left-out"]),
  platform: Platform.or(z.literal("unknown")),
  /** Account that the link names, with or without a post. */
  account: z.string().or(z.literal("unknown")),
  post: PostReference.or(z.literal("none")),
  archive: ArchiveCopy.optional(),
  /** Time that the post's own number carries. */
  timeOfId: TimeClaim.optional(),
  rules: z.array(LinkRule),
});
export type NormalisedLink = z.infer<typeof NormalisedLink>;

export type LinkReading =
  { readonly state: "link"; readonly link: NormalisedLink } | { readonly state: "refused"; readonly reason: string };
