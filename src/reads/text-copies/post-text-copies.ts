/** Which other posts say nearly the same as one post, hold it whole, or stand in it. */
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { similarityOf } from "../../reason/text-copies/overlap.ts";
import { leastSimilarity } from "../../reason/text-copies/rules.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { compared, type ComparedPost, type CopyPost, copyPosts, type PostRef } from "./copy-posts.ts";
import type { TextCase } from "./text-case.ts";
import { mostOrdered, placeOf, textCase, textOf } from "./text-case-now.ts";

/** Posts of each sort that an answer carries; the group has them all. */
const mostShown = 50;

/** Throws CaseError ITEM_UNKNOWN. */
export async function postTextCopies(reader: CaseReader, viewer: Viewer, ref: PostRef) {
  demand(viewer, "read");
  const found = await textCase(reader);
  if ("state" in found) return found;
  const { row, text } = await placeOf(reader, found, ref);
  const [post] = (await copyPosts(reader, [row])) as [CopyPost];
  const none = { near: [], nearTotal: 0, group: null, groupPosts: 0, standsIn: [], holds: [], commonPhrase: false };
  if (text < 0) return { state: "done" as const, post, tooShort: true, ...none };
  const { inside, textsWith, texts, postsIn } = found;
  const near = [...textsWith(text)]
    .map((one) => ({ one, similarity: one === text ? 1 : similarityOf(texts, text, one) }))
    .filter(({ similarity }) => similarity >= leastSimilarity - 1e-9)
    .toSorted((a, b) => b.similarity - a.similarity || a.one - b.one);
  const others = await postsOfTexts(
    reader,
    found,
    near.map(({ one }) => one),
    post,
  );
  const holders = [...(inside.holders.get(text) ?? [])];
  const held = [...inside.holders].flatMap(([short, longer]) => (longer.some((one) => isOneOf(found, one, text)) ? [short] : []));
  const show = (some: readonly CopyPost[]): ComparedPost[] => some.slice(0, mostShown).map((other) => compared(post, other));
  return {
    state: "done" as const,
    post,
    tooShort: false,
    near: show(others),
    nearTotal: others.length,
    group: postsIn(text) > 1 ? post.post : null,
    groupPosts: postsIn(text),
    standsIn: show(await postsOfTexts(reader, found, holders, post)),
    holds: show(await postsOfTexts(reader, found, held, post)).filter(({ relation }) => relation === "b-in-a"),
    commonPhrase: inside.common.has(text),
  };
}

/** A short text names one text of each component that holds it. */
function isOneOf({ components }: TextCase, holder: number, text: number): boolean {
  return components.find(holder) === components.find(text);
}

/** Posts of these texts, in their order, without the post itself. */
async function postsOfTexts(reader: CaseReader, found: TextCase, texts: readonly number[], self: CopyPost): Promise<CopyPost[]> {
  const rows: number[] = [];
  for (const text of texts) {
    for (const place of found.postsOf(text)) rows.push(found.rows[place] as number);
    if (rows.length > mostOrdered) break;
  }
  const posts = await copyPosts(reader, rows.slice(0, mostOrdered));
  const orderOf = new Map(texts.map((text, at) => [text, at]));
  const textOfRow = new Map(rows.map((row) => [row, textOf(found, row)]));
  const byRef = new Map<string, number>();
  const refs = await refsOf(reader, rows.slice(0, mostOrdered));
  for (const [row, ref] of refs) byRef.set(`${ref.item} ${ref.at}`, orderOf.get(textOfRow.get(row) ?? -1) ?? 0);
  const placeIn = ({ post }: CopyPost) => byRef.get(`${post.item} ${post.at}`) ?? 0;
  return posts.filter((post) => !isSelf(post, self)).toSorted((a, b) => placeIn(a) - placeIn(b));
}

function isSelf({ post, alsoAt }: CopyPost, self: CopyPost): boolean {
  return [post, ...alsoAt].some((ref) => ref.item === self.post.item && ref.at === self.post.at);
}

async function refsOf({ views: { db } }: CaseReader, rows: readonly number[]): Promise<Map<number, PostRef>> {
  const refs = new Map<number, PostRef>();
  for (let from = 0; from < rows.length; from += 500) {
    const some = await db
      .selectFrom("post")
      .select(["id", "export_item", "ord"])
      .where("id", "in", rows.slice(from, from + 500))
      .execute();
    for (const { id, export_item, ord } of some) refs.set(id, { item: itemId(export_item), at: ord });
  }
  return refs;
}
