/**
 * Whether it still counts that somebody read the whole of an item's texts and found no name, handle, place or number unmarked. It
 * counts for the texts as they were and for the marks that stood, and only from somebody who made none of them.
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import type { PersonId } from "../key/key.ts";
import { TierId } from "../tier/tier.ts";
import type { LayerStanding } from "./stretch-standing.ts";

/** A text that was read from its first word to its last. */
export const ReadText = z.discriminatedUnion("in", [
  z.strictObject({ in: z.literal("tier"), tier: TierId, document: Digest }),
  /** `posts`: which of the reading, counted from 0; null for all of it. */
  z.strictObject({ in: z.literal("text"), reading: Digest, posts: z.array(z.number().int().min(0)).min(1).max(500).or(z.null()) }),
]);
export type ReadText = z.infer<typeof ReadText>;

export interface TextSaid {
  readonly object: Digest;
  readonly texts: readonly ReadText[];
  /** Lines of the marks on words that stood then. */
  readonly marks: readonly number[];
  readonly by: PersonId;
}

/** Null: it counts, for those of its texts that are still what they were. */
export type TextFault = "other-bytes" | "mark-unreadable" | "marks-changed" | "made-a-mark";

export function textFault(
  said: Pick<TextSaid, "object" | "marks" | "by">,
  object: Digest | null,
  { standing, makers }: LayerStanding,
): TextFault | null {
  if (said.object !== object) return "other-bytes";
  if (standing.some(({ readable }) => !readable)) return "mark-unreadable";
  const lines = new Set(said.marks);
  if (lines.size !== standing.length || standing.some(({ line }) => !lines.has(line))) return "marks-changed";
  return makers.includes(said.by) ? "made-a-mark" : null;
}

/** Whether what was read holds all of a text as it is now: one post of it, where `posts` names them. */
export function holdsText(read: ReadText, text: ReadText): boolean {
  if (read.in === "tier") return text.in === "tier" && read.tier === text.tier && read.document === text.document;
  if (text.in === "tier" || read.reading !== text.reading) return false;
  if (read.posts === null) return true;
  const { posts } = read;
  return text.posts !== null && text.posts.every((post) => posts.includes(post));
}
