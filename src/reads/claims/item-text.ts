/**
 * The text of an item as the rules that propose claims read it, some parts at a time, with whose text it is and when it was
 * published. Its days are in no zone until a person says in which: the zone of a server's clock is not the text's.
 */
import { articleParts } from "../../core/article/article-parts.ts";
import { bodyRoles } from "../../core/article/body-roles.ts";
import type { TextRole } from "../../core/claim/claim-text.ts";
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { TierId } from "../../core/tier/tier.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ItemReading, itemReading } from "./item-reading.ts";
import { postPage } from "./post-page.ts";
import { type TextOrigin, textOrigins } from "./text-origin.ts";

/** Characters of one answer. A longer part ends there, and the answer says so. */
const mostCharacters = 5_000_000;

export interface ItemText {
  state: "text";
  item: ItemId;
  name: string;
  kind: "article" | "posts" | "speech";
  text: SourceText;
  roles: { part: number; span: TextSpan; role: TextRole }[];
  reading: Digest;
  /** Of speech: the version of each tier that offsets of its parts are into. */
  tiers: { tier: TierId; reading: Digest }[];
  published: TextOrigin["published"];
  publisher: TextOrigin["publisher"];
  total: number;
  from: number;
  next: number | null;
  cut: { part: number; leftOut: number }[];
}

export type ItemTextOrNot = ItemText | { state: "refused"; item: ItemId; why: string };

interface Page {
  readonly from?: number;
  readonly count?: number;
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function itemText(
  reader: CaseReader,
  viewer: Viewer,
  item: ItemId,
  { from = 0, count = 200 }: Page = {},
): Promise<ItemTextOrNot> {
  demand(viewer, "read");
  const found = await itemReading(reader, item);
  if (found.kind === "none") return { state: "refused", item, why: found.why };
  const page =
    found.kind === "article"
      ? pageOfArticle(found, from, count)
      : found.kind === "posts"
        ? await pageOfPosts(reader, item, from, count)
        : pageOf(found.parts, from, count);
  if (page.total === 0) return { state: "refused", item, why: "its reading holds no words" };
  const first = page.parts[0]?.part ?? { sort: "article-body" as const };
  const origin = await textOrigins(reader)({ item, part: first, reading: found.reading });
  const { parts, cut } = withinReach(page.parts);
  const roles = found.kind === "article" ? rolesIn(parts, found) : [];
  const text: SourceText = { parts, published: origin.published, zone: null, publisher: origin.publisher.label };
  const { total, next } = page;
  return {
    state: "text",
    item,
    name: found.name,
    kind: found.kind,
    text,
    roles,
    reading: found.reading,
    tiers: found.kind === "speech" ? [...found.tiers] : [],
    ...origin,
    total,
    from,
    next,
    cut,
  };
}

interface Parts {
  readonly parts: readonly SourceTextPart[];
  readonly total: number;
  readonly next: number | null;
}

function pageOfArticle({ article, isPage }: Extract<ItemReading, { kind: "article" }>, from: number, count: number): Parts {
  // The title of a text file is its first line, which the body holds.
  const all = articleParts(article).filter(({ part }) => isPage || part.sort !== "article-title");
  return pageOf(all, from, count);
}

function pageOf(all: readonly SourceTextPart[], from: number, count: number): Parts {
  return { parts: all.slice(from, from + count), total: all.length, next: from + count < all.length ? from + count : null };
}

async function pageOfPosts(reader: CaseReader, item: ItemId, from: number, count: number): Promise<Parts> {
  const { posts, total } = await postPage(reader, item, from, count);
  const parts = posts.flatMap(({ ord, post: { text, posted } }): SourceTextPart[] => {
    if (text.trim() === "") return [];
    const published = posted === "unknown" ? posted : { earliest: posted.earliest, latest: posted.latest };
    return [{ part: { sort: "post", post: ord }, role: "post", text, published }];
  });
  return { parts, total, next: from + count < total ? from + count : null };
}

function withinReach(all: readonly SourceTextPart[]): { parts: SourceTextPart[]; cut: ItemText["cut"] } {
  let left = mostCharacters;
  const parts: SourceTextPart[] = [];
  const cut: ItemText["cut"] = [];
  for (const [i, one] of all.entries()) {
    if (one.text.length <= left) parts.push(one);
    else {
      const end = wholeCharacters(one.text, left);
      parts.push({ ...one, text: one.text.slice(0, end) });
      cut.push({ part: i, leftOut: one.text.length - end });
    }
    left = Math.max(0, left - one.text.length);
  }
  return { parts, cut };
}

/** Never between the two halves of a character. */
function wholeCharacters(text: string, end: number): number {
  return end > 0 && /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function rolesIn(parts: readonly SourceTextPart[], { article, isPage }: Extract<ItemReading, { kind: "article" }>): ItemText["roles"] {
  const at = parts.findIndex(({ part }) => part.sort === "article-body");
  const length = parts[at]?.text.length ?? 0;
  if (at < 0 || !isPage) return [];
  return bodyRoles(article)
    .filter(({ end }) => end <= length)
    .map(({ start, end, role }) => ({ part: at, span: { start, end }, role }));
}
