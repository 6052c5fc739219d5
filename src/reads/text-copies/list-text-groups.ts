/** A page of the groups of posts that say nearly the same, those of most channels first. */
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { beginningOf, type CopyPost, copyPosts, inOrder, type PostRef, type TextBound } from "./copy-posts.ts";
import type { TextCase } from "./text-case.ts";
import { rowsWith, textCase, type Working } from "./text-case-now.ts";

export interface TextGroupRow {
  id: PostRef;
  posts: number;
  wordings: number;
  sources: number;
  earliest: TextBound | "unknown";
  beginning: string;
}

/** Posts of a group that its row in the list reads. */
const mostInRow = 200;
/** Characters of a row's text. */
const beginning = 240;

export async function listTextGroups(
  reader: CaseReader,
  viewer: Viewer,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Working | { state: "done"; posts: number; tooShort: number; total: number; offset: number; groups: TextGroupRow[] }> {
  demand(viewer, "read");
  const found = await textCase(reader);
  if ("state" in found) return found;
  const groups: TextGroupRow[] = [];
  for (const text of found.groups.subarray(offset, offset + limit)) groups.push(await groupRow(reader, found, text));
  return { state: "done", posts: found.rows.length, tooShort: found.tooShort, total: found.groups.length, offset, groups };
}

async function groupRow(reader: CaseReader, found: TextCase, text: number): Promise<TextGroupRow> {
  const some = await copyPosts(reader, rowsWith(found, text, mostInRow));
  const { posts, earliest } = inOrder(some);
  const [first] = posts as [CopyPost];
  const all = found.postsIn(text);
  return {
    id: some[0]?.post ?? first.post,
    // The same post in several exports counts once, as far as was read.
    posts: all <= mostInRow ? some.length : all,
    wordings: found.textsWith(text).length,
    sources: found.sourcesIn(text),
    earliest,
    beginning: beginningOf(first.text, beginning),
  };
}
