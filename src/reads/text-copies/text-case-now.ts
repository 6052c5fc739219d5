/** The texts of a case as far as they are compared, and where a post stands among them. */
import { CaseError } from "../../core/case/case-error.ts";
import type { CaseReader } from "../case-reader.ts";
import type { PostRef } from "./copy-posts.ts";
import { PostsChanged, type TextCase, textWork } from "./text-case.ts";

export interface Working {
  state: "working";
  done: number;
}

/** Posts of one group that are read to put them in order; a case of a million equal posts stays answerable. */
export const mostOrdered = 2000;
/** Milliseconds after which an answer says how far the work is. */
const patience = 1500;

/** Everything, or how far it is. */
export async function textCase(reader: CaseReader): Promise<TextCase | Working> {
  const work = await textWork(reader);
  if (work.ready !== undefined) return work.ready;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Working>((resolve) => {
    timer = setTimeout(() => resolve({ state: "working", done: Math.min(0.99, work.done) }), patience);
  });
  try {
    return await Promise.race([work.finished, late]);
  } catch (error) {
    if (error instanceof PostsChanged) return { state: "working", done: 0 };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Rows of the posts that hang together with a text, in the order in which they came. */
export function rowsWith({ textsWith, postsOf, rows }: TextCase, text: number, most: number): number[] {
  const places: number[] = [];
  for (const one of textsWith(text)) {
    for (const place of postsOf(one)) places.push(place);
    if (places.length > most * 4) break;
  }
  return places
    .sort((a, b) => a - b)
    .slice(0, most)
    .map((place) => rows[place] as number);
}

/** Of the post with this row; -1 for one that is too short. */
export function textOf({ rows, texts }: TextCase, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? (texts.textOf[low] as number) : -1;
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function placeOf(reader: CaseReader, found: TextCase, { item, at }: PostRef): Promise<{ row: number; text: number }> {
  const row = await reader.views.db
    .selectFrom("post")
    .select("id")
    .where("export_item", "=", Number(item.slice(1)))
    .where("ord", "=", at)
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("ITEM_UNKNOWN", `post ${at} of ${item}: expected a post of this case; found none there`);
  return { row: row.id, text: textOf(found, row.id) };
}
