/**
 * What a public edition does not say of the words of a case. A translation says what its source says, so a segment beside covered words
 * is withheld whole, until the same person and reason is marked in it too: then a person chose the words in it.
 */
import type { ClaimId, ClaimStatement } from "../../core/claim/claim.ts";
import type { TextPart } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { isSoughtAlone, soughtWords } from "../../core/edition/sought-words.ts";
import type { WordCovers } from "../../core/edition/word-covers.ts";
import { anchorWords, everywhere, joinedSpans, withoutSpans } from "../../core/redaction/anchor-words.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { RedactionId } from "../../core/redaction/redaction.ts";
import { placeKey, type WordsMark, wordsWithheld } from "../../core/redaction/words-mark.ts";
import { speakerText } from "../../core/tier/speaker-text.ts";
import type { TierId, TierSegment } from "../../core/tier/tier.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { tierDocument } from "../tiers/tier-document.ts";
import type { AnchoredMark, TierText } from "./item-texts.ts";
import { type ItemWords, itemsWithWords, wordsOf } from "./words-of.ts";

interface StandingMark {
  readonly redaction: RedactionId;
  readonly mark: WordsMark;
  readonly anchored: AnchoredMark;
}

type Segment = WordCovers["segments"][number];

/** Of every item, in the edition or not: an analyst's note may quote another one. */
export async function wordCovers(reader: CaseReader, viewer: Viewer): Promise<WordCovers> {
  const found: WordCovers[] = [];
  for (const item of await itemsWithWords(reader)) found.push(await coversOf(reader, await wordsOf(reader, viewer, item)));
  return {
    segments: found.flatMap(({ segments }) => segments),
    sought: found.flatMap(({ sought }) => sought),
    claims: found.flatMap(({ claims }) => claims),
    items: found.flatMap(({ items }) => items),
  };
}

async function coversOf(reader: CaseReader, words: ItemWords): Promise<WordCovers> {
  const { item, texts } = words;
  const standing = standingIn(words);
  const own = ownSegments(words, standing);
  const beside = besideSegments(words);
  const segments = [...own.filter((one) => !beside.some((other) => isSame(one, other))), ...beside];
  return {
    segments: segments.map(({ item: of, tier, segment, spans }) => ({ item: of, tier, segment, spans })),
    sought: [
      ...standing.flatMap(({ redaction, mark }) => soughtWords(mark.sort).map((one) => ({ redaction, ...one }))),
      ...beside.flatMap(({ redaction, text }) =>
        soughtWords({ exact: text, prefix: "", suffix: "", besides: true }).map((one) => ({ redaction, ...one })),
      ),
    ],
    claims: await claimsOver(reader, item, standing, segments),
    items: [
      {
        item,
        tiers: texts.tiers.map(({ tier }) => tier),
        words: standing.flatMap(({ mark: { sort } }) => (isSoughtAlone(sort) ? [] : [sort.exact.trim()])),
      },
    ],
  };
}

function standingIn({ marks }: ItemWords): StandingMark[] {
  return marks.flatMap(({ redaction, mark, anchored }) =>
    mark === "withheld" || anchored === null ? [] : [{ redaction, mark, anchored }],
  );
}

function isSame(a: Pick<Segment, "tier" | "segment">, b: Pick<Segment, "tier" | "segment">): boolean {
  return a.tier === b.tier && a.segment === b.segment;
}

function ownSegments({ item }: ItemWords, standing: readonly StandingMark[]): Segment[] {
  const placed = standing.flatMap(({ anchored }) =>
    anchored.state === "there" && anchored.place.in === "tier"
      ? [{ tier: anchored.place.tier, segment: anchored.place.segment, span: anchored.span }]
      : [],
  );
  return [...Map.groupBy(placed, ({ tier, segment }) => `${tier} ${segment}`).values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ item, tier: first.tier, segment: first.segment, spans: joinedSpans(all.map(({ span }) => span)) }];
  });
}

/** Segments of other tiers that say the same, unless what is covered there is marked in them too. */
export function besideSegments(words: ItemWords): (Segment & { redaction: RedactionId; text: string })[] {
  const { item, texts } = words;
  const standing = standingIn(words);
  const isMarkedToo = (tier: TierId, segment: number, { mark }: StandingMark): boolean =>
    standing.some(
      ({ mark: { reason, subject }, anchored }) =>
        anchored.state === "there" &&
        anchored.place.in === "tier" &&
        anchored.place.tier === tier &&
        anchored.place.segment === segment &&
        reason === mark.reason &&
        subject === mark.subject,
    );
  const found = standing.flatMap((one) => {
    const { anchored, redaction } = one;
    if (anchored.state !== "there" || anchored.place.in !== "tier") return [];
    const { tier: of, segment } = anchored.place;
    const source = texts.tiers.find(({ tier }) => tier === of);
    const covered = segmentsOf(source).find(({ id }) => id === segment);
    if (source === undefined || covered === undefined) return [];
    return texts.tiers
      .filter((tier) => tier !== source && !tier.withdrawn && saySame(tier, source, texts.tiers))
      .flatMap((tier) =>
        segmentsOf(tier)
          .filter(
            (beside) => beside.text.trim() !== "" && isBeside(beside, tier, covered, source) && !isMarkedToo(tier.tier, beside.id, one),
          )
          .map(({ id, text }) => ({ ...{ item, redaction, text }, tier: tier.tier, segment: id, spans: "whole" as const })),
      );
  });
  return [...new Map(found.map((one) => [`${one.tier} ${one.segment}`, one])).values()];
}

function segmentsOf(tier: TierText | undefined): readonly TierSegment[] {
  return tier === undefined || tier.segments === "withheld" ? [] : tier.segments;
}

/** What is seen in the picture and what is heard say different things; all else of a recording says what is said in it. */
function saySame(a: TierText, b: TierText, tiers: readonly TierText[]): boolean {
  return isSeen(a, tiers) === isSeen(b, tiers);
}

function isSeen(tier: TierText, tiers: readonly TierText[], depth = 0): boolean {
  const source = depth > 5 ? undefined : tiers.find((one) => one.tier === tier.from);
  return source === undefined ? tier.sort === "on-screen" : isSeen(source, tiers, depth + 1);
}

const slackMs = 50;

function isBeside(beside: TierSegment, tier: TierText, covered: TierSegment, source: TierText): boolean {
  if (tier.from === source.tier && beside.of !== null && beside.of === covered.id) return true;
  if (source.from === tier.tier && covered.of !== null && covered.of === beside.id) return true;
  return beside.startMs < covered.endMs - slackMs && covered.startMs < beside.endMs - slackMs;
}

/** Claims on the item whose quote lies over something covered. */
async function claimsOver(
  reader: CaseReader,
  item: ItemId,
  standing: readonly StandingMark[],
  segments: readonly Segment[],
): Promise<WordCovers["claims"]> {
  const rows = await reader.views.db
    .selectFrom("claim")
    .select(["id", "part_json", "reading", "span_start", "span_end", "quote", "statement_json"])
    .where("item", "=", Number(item.slice(1)))
    .where("quote", "is not", null)
    .orderBy("id")
    .execute();
  const covered: { claim: ClaimId; quote: string; value: string | null }[] = [];
  for (const row of rows) {
    const quote = row.quote ?? "";
    const part = JSON.parse(row.part_json) as TextPart;
    const inText =
      part.sort === "tier" ? await spokenSpans(reader, part, row.reading, standing, segments) : partSpans(part, row.reading, standing);
    const over = [...inText.flatMap((span) => within(span, row.span_start, quote.length)), ...saidIn(quote, standing)];
    if (over.length === 0) continue;
    const statement = JSON.parse(row.statement_json ?? "null") as ClaimStatement | null;
    const { start = 0, end = quote.length } = statement?.valueSpan ?? {};
    const isInValue = over.some((span) => span.start + row.span_start < end && span.end + row.span_start > start);
    covered.push({
      claim: `k${row.id}`,
      quote: withoutSpans(quote, over, wordsWithheld),
      value: statement === null || isInValue ? null : statement.value.words,
    });
  }
  return covered;
}

function within({ start, end }: TextSpan, from: number, length: number): TextSpan[] {
  const own = { start: Math.max(0, start - from), end: Math.min(length, end - from) };
  return own.end > own.start ? [own] : [];
}

/** The very words, wherever the quote was taken from. */
function saidIn(quote: string, standing: readonly StandingMark[]): TextSpan[] {
  return standing.flatMap(({ mark: { sort } }) => everywhere(quote, sort));
}

function partSpans(part: TextPart, reading: string | null, standing: readonly StandingMark[]): TextSpan[] {
  return standing.flatMap(({ mark: { sort }, anchored }): TextSpan[] => {
    const { place } = sort;
    if (place.in !== "text" || placeKey({ in: "text", part }) !== placeKey(place)) return [];
    if (sort.reading === reading) return [{ start: sort.start, end: sort.end }];
    return anchored.state === "there" ? [anchored.span] : [];
  });
}

/** In the text of one speaker, in the version that the claim is quoted from. */
async function spokenSpans(
  reader: CaseReader,
  { tier, speaker }: Extract<TextPart, { sort: "tier" }>,
  reading: string | null,
  standing: readonly StandingMark[],
  segments: readonly Segment[],
): Promise<TextSpan[]> {
  const document = reading === null ? undefined : await tierDocument(reader, reading);
  if (document === undefined) return [];
  const { text, places } = speakerText(document.segments, speaker);
  return places.flatMap(({ id, start, end }) => {
    const own = text.slice(start, end);
    if (segments.some((one) => one.tier === tier && one.segment === id && one.spans === "whole")) return [{ start, end }];
    return standing.flatMap(({ mark: { sort }, anchored }): TextSpan[] => {
      const isThere = (place: WordsMark["sort"]["place"]) => place.in === "tier" && place.tier === tier && place.segment === id;
      if (!isThere(sort.place) && !(anchored.state === "there" && isThere(anchored.place))) return [];
      const found = anchorWords(own, sort);
      const spans = found.state === "there" ? [found.span] : everywhere(own, sort);
      return spans.map((span) => ({ start: start + span.start, end: start + span.end }));
    });
  });
}
