/** One group of posts that say nearly the same: earliest known first, each held against the first. */
import { CaseError } from "../../core/case/case-error.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { compared, type CopyPost, copyPosts, inOrder, type PostRef } from "./copy-posts.ts";
import { mostOrdered, placeOf, rowsWith, textCase } from "./text-case-now.ts";

/** Posts named as perhaps earlier. */
const mostNamed = 50;

/** Throws CaseError ITEM_UNKNOWN, also for a post that nothing repeats. */
export async function getTextGroup(
  reader: CaseReader,
  viewer: Viewer,
  ref: PostRef,
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  demand(viewer, "read");
  const found = await textCase(reader);
  if ("state" in found) return found;
  const { text } = await placeOf(reader, found, ref);
  const all = text < 0 ? [] : await copyPosts(reader, rowsWith(found, text, mostOrdered));
  if (all.length < 2)
    throw new CaseError("ITEM_UNKNOWN", `post ${ref.at} of ${ref.item}: expected one that others repeat; found none that does`);
  const { posts, earliest, maybeEarlier } = inOrder(all);
  const [first] = posts as [CopyPost];
  const total = found.postsIn(text) <= mostOrdered ? posts.length : found.postsIn(text);
  return {
    state: "done" as const,
    ...{ total, offset, ordered: posts.length, earliest, maybeEarlier: maybeEarlier.slice(0, mostNamed), first },
    posts: posts.slice(offset, offset + limit).map((post) => compared(first, post)),
  };
}
