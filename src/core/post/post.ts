/** Posts as an export or a saved page states them: verbatim text, and every time with its zone state. */
import { z } from "zod";
import { TimeClaim } from "../time/time-claim.ts";

/** A run of post text. Offsets are UTF-16 code units into `text`. */
export const TextEntity = z.strictObject({
  type: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** Target of a link, inert: shown as text, never followed. */
  href: z.string().optional(),
});
export type TextEntity = z.infer<typeof TextEntity>;

/**
 * Media that a post carries. What is not in the export is known but not held. "beside" is a file of the same name as the
 * post's own but for its ending, whose path nobody states.
 */
export const PostMedia = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("in-export"),
    role: z.string(),
    path: z.string(),
    mimeType: z.string().optional(),
    durationSec: z.number().optional(),
  }),
  z.strictObject({ state: z.literal("beside"), role: z.string(), said: z.string(), durationSec: z.number().optional() }),
  z.strictObject({
    state: z.literal("not-in-export"),
    role: z.string(),
    said: z.string(),
    mimeType: z.string().optional(),
    durationSec: z.number().optional(),
  }),
]);
export type PostMedia = z.infer<typeof PostMedia>;

/** What a post carries that is no file, such as a place, a poll or a contact, in the export's own words. */
export const PostThing = z.strictObject({ kind: z.string(), said: z.string() });
export type PostThing = z.infer<typeof PostThing>;

export const Channel = z.strictObject({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  type: z.string(),
});
export type Channel = z.infer<typeof Channel>;

export const Post = z.strictObject({
  /** Id within its channel, as the export gives it. */
  id: z.string(),
  channelId: z.string(),
  author: z.string().optional(),
  /** Address of the post as the material gives it, inert. */
  url: z.string().optional(),
  /** Title, where the platform has one apart from the text. */
  title: z.string().optional(),
  posted: TimeClaim.or(z.literal("unknown")),
  edited: TimeClaim.optional(),
  /** When this record was fetched, where it says so: a time of collecting, never of posting. */
  fetched: TimeClaim.optional(),
  /** Time that the post's own id carries (X, for one), independent of the time shown. */
  timeOfId: TimeClaim.optional(),
  text: z.string(),
  entities: z.array(TextEntity),
  /** Display name only: an export names neither the origin channel nor the original date. */
  forwardedFrom: z.strictObject({ displayName: z.string(), resolved: z.literal(false) }).optional(),
  replyTo: z.string().optional(),
  media: z.array(PostMedia),
  carries: z.array(PostThing).optional(),
  /** Album guessed from neighbours in the same second by the same sender; the export does not say. */
  guessedAlbum: z.string().optional(),
  /** A service message ("pinned", "joined") and what it did. */
  service: z.string().optional(),
});
export type Post = z.infer<typeof Post>;
