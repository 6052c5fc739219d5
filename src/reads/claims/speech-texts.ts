/** Tiers of an item that hold something that may be quoted, as parts of its text: one for each tier and speaker; words that are seen are nobody's. */
import { onlyQuotable, speakersOf, speakerText } from "../../core/tier/speaker-text.ts";
import type { SourceTextPart } from "../../core/claim/source-text.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { TierId } from "../../core/tier/tier.ts";
import type { CaseReader } from "../case-reader.ts";
import { tierDocument } from "../tiers/tier-document.ts";
import { tierStates } from "../tiers/tier-states.ts";
import { roleOfWords } from "./tier-text.ts";

export interface SpeechTexts {
  readonly parts: readonly SourceTextPart[];
  /** The version that the offsets of each tier's parts are into. */
  readonly tiers: readonly { readonly tier: TierId; readonly reading: Digest }[];
}

export async function speechTexts(reader: CaseReader, item: number): Promise<SpeechTexts> {
  const parts: SourceTextPart[] = [];
  const tiers: { tier: TierId; reading: Digest }[] = [];
  for (const row of await spokenTiers(reader, item)) {
    const states = await tierStates(reader, row);
    const quotable = new Set(states.filter(({ obstacle }) => obstacle === null).map(({ id }) => id));
    if (quotable.size === 0) continue;
    const document = await tierDocument(reader, row.document);
    if (document === undefined) continue;
    const tier: TierId = `w${row.id}`;
    const language = /^(?:und|mul)\b/.test(document.language) ? undefined : document.language;
    const own = speakersOf(document).flatMap((speaker): SourceTextPart[] => {
      const text = onlyQuotable(speakerText(document.segments, speaker), (id) => quotable.has(id));
      return text.trim() === ""
        ? []
        : [{ part: { sort: "tier", tier, speaker }, role: roleOfWords(speaker), text, ...(language === undefined ? {} : { language }) }];
    });
    if (own.length === 0) continue;
    parts.push(...own);
    tiers.push({ tier, reading: row.document as Digest });
  }
  return { parts, tiers };
}

/**
 * Whether what is said or written in it was written down, by a person or a program: then nobody types quotes past that and its review.
 * A draft that nobody took over counts, and a tier that was taken back too: else its words, unreviewed or disputed, were typed as a
 * quote that nothing marks. Segments that hold no words, as those on silence, are no text.
 */
export async function hasSpeech({ views: { db } }: CaseReader, item: number): Promise<boolean> {
  const found = await db
    .selectFrom("tier")
    .innerJoin("tier_segment", "tier_segment.tier", "tier.id")
    .select("tier.id")
    .where("tier.item", "=", item)
    .where("tier.sort", "!=", "notes")
    // Words that this copy withholds are words.
    .where((eb) => eb.or([eb("tier_segment.text", "is", null), eb("tier_segment.text", "!=", "")]))
    .executeTakeFirst();
  return found !== undefined;
}

function spokenTiers({ views: { db } }: CaseReader, item: number) {
  return db
    .selectFrom("tier")
    .select(["id", "sort", "from_tier", "document"])
    .where("item", "=", item)
    .where("sort", "!=", "notes")
    .where("withdrawn", "is", null)
    .orderBy("id")
    .execute();
}
