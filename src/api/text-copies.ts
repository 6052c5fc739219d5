/**
 * Posts that say the same, or nearly, or quote one another. That texts are alike never says who took them from whom: both may
 * have come from somewhere that the case does not hold. Rules and limits: docs/method/text-copies.md.
 */
import { z } from "zod";
import { ItemId } from "../core/item/item.ts";
import { TimeClaim, UtcInstant } from "../core/time/time-claim.ts";

const count = z.number().int().min(0);
const Share = z.number().min(0).max(1);

/** A post by its place in its export, counted from 0: where the item opens. */
export const PostRef = z.strictObject({ item: ItemId, at: count });
export type PostRef = z.infer<typeof PostRef>;
export const PostRefInPath = z.strictObject({ item: ItemId, at: z.coerce.number().int().min(0) });

/** Until everything is read and compared: so much is done. Ask again. */
const Working = z.strictObject({ state: z.literal("working"), done: Share });

/** "edited": the post was edited later, and these words may have come with the edit. */
export const TextBound = z.strictObject({ atOrBefore: UtcInstant, rests: z.enum(["posted", "edited"]), post: PostRef });

export const CopyPost = z.strictObject({
  post: PostRef,
  /** The same post in other exports. */
  alsoAt: z.array(PostRef),
  source: z.string(),
  author: z.string().optional(),
  url: z.string().optional(),
  posted: TimeClaim.or(z.literal("unknown")),
  edited: TimeClaim.optional(),
  /** Title, a line's end, and text, as written. Cut where `cut` says so. */
  text: z.string(),
  cut: z.boolean(),
});
export type CopyPost = z.infer<typeof CopyPost>;

/** UTF-16 places in `text` as it is given beside. */
const Stretch = z.strictObject({ start: count, end: count });

/** A post held against another one, `a`. */
export const ComparedPost = CopyPost.extend({
  relation: z.enum(["same-words", "nearly-the-same", "a-in-b", "b-in-a", "different", "too-short"]),
  similarity: Share,
  /** Share of the words, three by three, that the other one has. */
  ofA: Share,
  ofB: Share,
  shared: z.array(z.strictObject({ a: Stretch, b: Stretch })),
  onlyA: z.array(Stretch),
  onlyB: z.array(Stretch),
  /** True where a text was too long to be compared whole: what is said is of the beginning that is given. */
  ofBeginning: z.boolean(),
});
export type ComparedPost = z.infer<typeof ComparedPost>;

export const TextGroupRow = z.strictObject({
  /** One of its posts, by which the group is asked for. */
  id: PostRef,
  posts: count,
  /** Different wordings, and channels. */
  wordings: count,
  sources: count,
  earliest: TextBound.or(z.literal("unknown")),
  /** Beginning of the earliest known post, or of the first where no time is known. */
  beginning: z.string(),
});
export type TextGroupRow = z.infer<typeof TextGroupRow>;

const counted = {
  posts: count,
  /** Too short to compare. */
  tooShort: count,
};
const Page = { offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(100).default(20) };
export const TextCopiesQuery = z.strictObject(Page);
export const TextCopiesAnswer = z.discriminatedUnion("state", [
  Working,
  z.strictObject({ state: z.literal("done"), ...counted, total: count, offset: count, groups: z.array(TextGroupRow) }),
]);
export type TextCopiesAnswer = z.infer<typeof TextCopiesAnswer>;

export const TextGroupAnswer = z.discriminatedUnion("state", [
  Working,
  z.strictObject({
    state: z.literal("done"),
    total: count,
    offset: count,
    /** Posts of the group that were put in order; the rest of a very large group is only counted. */
    ordered: count,
    earliest: TextBound.or(z.literal("unknown")),
    /** Posts that may be earlier than the bound and need not be. */
    maybeEarlier: z.array(PostRef),
    /** What the others are held against: the earliest known, or the first. */
    first: CopyPost,
    /** Earliest first; of those without a known time, in the order of the exports. */
    posts: z.array(ComparedPost),
  }),
]);
export type TextGroupAnswer = z.infer<typeof TextGroupAnswer>;

export const PostTextCopies = z.discriminatedUnion("state", [
  Working,
  z.strictObject({
    state: z.literal("done"),
    post: CopyPost,
    tooShort: z.boolean(),
    /** Other posts that say nearly the same, most alike first; `group` opens them all, with those that hang together through others. */
    near: z.array(ComparedPost),
    nearTotal: count,
    group: PostRef.or(z.null()),
    groupPosts: count,
    /** Longer posts that this one stands in, and shorter ones that stand in it. */
    standsIn: z.array(ComparedPost),
    holds: z.array(ComparedPost),
    /** So many unlike posts hold these words that nothing is claimed: a common phrase. */
    commonPhrase: z.boolean(),
  }),
]);
export type PostTextCopies = z.infer<typeof PostTextCopies>;

export const ItemTextCopies = z.discriminatedUnion("state", [
  Working,
  z.strictObject({
    state: z.literal("done"),
    /** Posts of the item, or that carry it, which others repeat. */
    posts: z.array(z.strictObject({ post: PostRef, group: PostRef, groupPosts: count, sources: count })),
    looked: count,
    total: count,
  }),
]);
export type ItemTextCopies = z.infer<typeof ItemTextCopies>;
