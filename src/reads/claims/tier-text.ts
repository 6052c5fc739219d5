/**
 * Speech as a text that claims are quoted from: what one speaker says in a version of a tier. Only segments that carry a quote may be
 * cited; what is asked is always how they stand now, so that a version of yesterday gives no more than it would today.
 */
import type { ClaimText, TextPart, TextRole } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { quoteFault } from "../../core/tier/quote-fault.ts";
import { mayBeNobodys, speakerText } from "../../core/tier/speaker-text.ts";
import type { CaseReader } from "../case-reader.ts";
import { tierDocument } from "../tiers/tier-document.ts";
import { type SegmentOfTier, tierStates } from "../tiers/tier-states.ts";

type TierPart = Extract<TextPart, { sort: "tier" }>;

type Found = { readonly text: string; roleAt(): TextRole; faultAt(span: TextSpan): string | undefined } | { readonly refusal: string };

export async function tierText(reader: CaseReader, { item, reading }: ClaimText, part: TierPart): Promise<Found> {
  const version = await versionOf(reader, item, part, reading);
  if (typeof version === "string") return { refusal: `text: expected a reviewed tier of speech of ${item}; found ${version}` };
  const document = await tierDocument(reader, reading ?? "");
  if (document === undefined) return { refusal: `text: expected tier ${part.tier} in this copy of the case; found that it is withheld` };
  const said = speakerText(document.segments, part.speaker);
  const states = new Map((await tierStates(reader, version.tier)).map((one) => [one.id, one]));
  return {
    text: said.text,
    roleAt: () => roleOfWords(part.speaker),
    faultAt(span) {
      for (const { id, start, end } of said.places) {
        if (start >= span.end || end <= span.start) continue;
        const why = faultOfSegment(states.get(id), version.version);
        if (why !== undefined) return `quote: expected words that a second person reviewed; found, in segment ${id}, ${why}`;
      }
      return undefined;
    },
  };
}

/** Words that are seen are a text of their own, and not what anybody says. */
export function roleOfWords(speaker: string | null): TextRole {
  return speaker === null ? "body" : "speech";
}

/** Undefined: the segment, as it was in that version, may be quoted now. */
export function faultOfSegment(state: SegmentOfTier | undefined, version: number): string | undefined {
  if (state === undefined) return "words that are no longer in the tier";
  if (state.changedIn > version) return `words that version ${state.changedIn} of the tier changed`;
  return state.obstacle === null ? undefined : quoteFault[state.obstacle];
}

interface VersionFound {
  readonly version: number;
  readonly tier: {
    readonly id: number;
    readonly sort: "verbatim" | "translation" | "notes" | "on-screen";
    readonly from_tier: number | null;
  };
}

/** Of a tier that stands, or what was found instead. */
async function versionOf(
  { views: { db } }: CaseReader,
  item: ItemId,
  { tier, speaker }: TierPart,
  reading: Digest | null,
): Promise<VersionFound | string> {
  const row = await db
    .selectFrom("tier")
    .innerJoin("tier_version", "tier_version.tier", "tier.id")
    .select(["tier.id", "tier.sort", "tier.from_tier", "tier.item", "tier.withdrawn", "tier_version.version"])
    .where("tier.id", "=", /^w[1-9]\d*$/.test(tier) ? Number(tier.slice(1)) : 0)
    .where("tier_version.document", "=", reading ?? "")
    .orderBy("tier_version.version", "desc")
    .executeTakeFirst();
  if (row === undefined || `i${row.item}` !== item)
    return reading === null ? "no reviewed tier of that name: no version is given" : "no reviewed tier of that name";
  if (row.withdrawn !== null) return "one of a tier that was taken back";
  if (row.sort === "notes") return "one of notes, which are nobody's words";
  if (speaker === null && !mayBeNobodys(row.sort)) return "words without a speaker's label";
  return { version: row.version, tier: row };
}

/** Why a quote of speech that was accepted may carry nothing now; undefined for what still may, and for any other text. */
export function spokenFaults(reader: CaseReader): (text: ClaimText, span: TextSpan) => Promise<string | undefined> {
  const read = new Map<string, Promise<Found>>();
  return async (text, span) => {
    const { part, item, reading } = text;
    if (part.sort !== "tier") return undefined;
    const key = JSON.stringify([item, part, reading]);
    const found = read.get(key) ?? tierText(reader, text, part);
    read.set(key, found);
    const is = await found;
    return "refusal" in is ? is.refusal : is.faultAt(span);
  };
}
