/** The texts of an item that words can be covered in: its tiers as they stand, and its reading, as claims are quoted from it. */
import { articleParts } from "../../core/article/article-parts.ts";
import type { TextRole } from "../../core/claim/claim-text.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Post } from "../../core/post/post.ts";
import { type AnchoredWords, anchorWords } from "../../core/redaction/anchor-words.ts";
import { samePlace, type WordsMark, type WordsPlace } from "../../core/redaction/words-mark.ts";
import type { TierId, TierSegment, TierSort } from "../../core/tier/tier.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemReading } from "../claims/item-reading.ts";
import { postPage } from "../claims/post-page.ts";
import { tierDocument } from "../tiers/tier-document.ts";

export interface TierText {
  readonly tier: TierId;
  readonly sort: TierSort;
  readonly language: string;
  readonly version: number;
  readonly document: Digest;
  readonly from: TierId | null;
  /** A tier that was taken back goes out nowhere. */
  readonly withdrawn: boolean;
  /** "withheld": this copy does not hold the version. */
  readonly segments: readonly TierSegment[] | "withheld";
}

export interface PartText {
  readonly place: Extract<WordsPlace, { in: "text" }>;
  readonly role: TextRole;
  readonly text: string;
}

export interface ReadingText {
  readonly kind: "article" | "posts";
  readonly reading: Digest;
}

export interface ItemTexts {
  readonly item: ItemId;
  readonly tiers: readonly TierText[];
  readonly reading: ReadingText | null;
  /** Parts of the reading; of posts, only those that are asked for. */
  parts(asked: { readonly from: number; readonly count: number }): Promise<{ readonly parts: readonly PartText[]; readonly total: number }>;
  /** Undefined where there is no such text, or this copy does not hold it. */
  textOf(place: WordsPlace): Promise<{ readonly text: string; readonly reading: Digest } | undefined>;
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function itemTexts(reader: CaseReader, item: ItemId): Promise<ItemTexts> {
  const found = await itemReading(reader, item);
  const tiers = await tiersOf(reader, item);
  const reading = found.kind === "article" || found.kind === "posts" ? { kind: found.kind, reading: found.reading } : null;
  const article =
    found.kind === "article"
      ? articleParts(found.article)
          .filter(({ part }) => found.isPage || part.sort !== "article-title")
          .map(({ part, role, text }): PartText => ({ place: { in: "text", part }, role, text }))
      : [];
  return {
    ...{ item, tiers, reading },
    async parts({ from, count }) {
      if (found.kind !== "posts") return { parts: article.slice(from, from + count), total: article.length };
      const page = await postPage(reader, item, from, count);
      return { parts: page.posts.map(({ ord, post }) => postPart(ord, post)).filter(({ text }) => text.trim() !== ""), total: page.total };
    },
    async textOf(place) {
      if (place.in === "tier") {
        const tier = tiers.find((one) => one.tier === place.tier);
        const segment = tier?.segments === "withheld" ? undefined : tier?.segments.find(({ id }) => id === place.segment);
        return tier === undefined || segment === undefined ? undefined : { text: segment.text, reading: tier.document };
      }
      if (reading === null) return undefined;
      const { part } = place;
      if (part.sort !== "post") {
        const own = article.find((one) => samePlace(one.place, place));
        return own && { text: own.text, reading: reading.reading };
      }
      const posts = reader.views.db.selectFrom("post").where("export_item", "=", Number(item.slice(1)));
      const row = await posts.select("json").where("ord", "=", part.post).executeTakeFirst();
      return row && { text: (JSON.parse(row.json) as Post).text, reading: reading.reading };
    },
  };
}

function postPart(post: number, { text }: Post): PartText {
  return { place: { in: "text", part: { sort: "post", post } }, role: "post", text };
}

async function tiersOf(reader: CaseReader, item: ItemId): Promise<TierText[]> {
  const rows = await reader.views.db
    .selectFrom("tier")
    .selectAll()
    .where("item", "=", Number(item.slice(1)))
    .orderBy("id")
    .execute();
  const tiers: TierText[] = [];
  for (const row of rows)
    tiers.push({
      ...{ tier: `w${row.id}`, sort: row.sort, language: row.language, version: row.version, document: row.document as Digest },
      from: row.from_tier === null ? null : `w${row.from_tier}`,
      withdrawn: row.withdrawn !== null,
      segments: (await tierDocument(reader, row.document))?.segments ?? "withheld",
    });
  return tiers;
}

/** Where the words of a mark stand now. They may have gone to another segment of the tier, or another post. */
export type AnchoredMark =
  (Extract<AnchoredWords, { state: "there" }> & { readonly place: WordsPlace }) | Extract<AnchoredWords, { state: "loose" }>;

export async function anchorMark(texts: ItemTexts, { sort }: WordsMark): Promise<AnchoredMark> {
  const own = await texts.textOf(sort.place);
  const there = own === undefined ? undefined : anchorWords(own.text, sort);
  // In the version that it was marked in, the place is what counts.
  if (own?.reading === sort.reading && own.text.slice(sort.start, sort.end) === sort.exact)
    return { state: "there", span: { start: sort.start, end: sort.end }, moved: false, place: sort.place };
  if (there?.state === "there") return { ...there, place: sort.place };
  if (there?.why === "several") return there;
  const others = await elsewhere(texts, sort.place);
  if (others === undefined) return { state: "loose", why: "no-text" };
  const found = others.flatMap(({ place, text }): AnchoredMark[] => {
    const one = anchorWords(text, sort);
    return one.state === "there" ? [{ ...one, moved: true, place }] : one.why === "several" ? [one] : [];
  });
  const [only] = found;
  if (only === undefined) return { state: "loose", why: "gone" };
  return found.length === 1 && only.state === "there" ? only : { state: "loose", why: "several" };
}

/** Other texts of the same sort that the words may have gone to. */
async function elsewhere(texts: ItemTexts, place: WordsPlace): Promise<{ place: WordsPlace; text: string }[] | undefined> {
  if (place.in === "tier") {
    const tier = texts.tiers.find((one) => one.tier === place.tier);
    if (tier === undefined || tier.segments === "withheld") return undefined;
    return tier.segments.map(({ id, text }) => ({ place: { ...place, segment: id }, text })).filter((one) => !samePlace(one.place, place));
  }
  if (texts.reading === null) return undefined;
  const { parts } = await texts.parts({ from: 0, count: Number.MAX_SAFE_INTEGER });
  return parts.filter((one) => !samePlace(one.place, place)).map((one) => ({ place: one.place, text: one.text }));
}
