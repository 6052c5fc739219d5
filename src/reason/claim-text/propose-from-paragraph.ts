/** The claims of one paragraph: values, who says them through whom, what limits them, and which event they are about. */
import type { ClaimStatement, Speaker } from "../../core/claim/claim.ts";
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import type { Lexicon } from "./languages/lexicon.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import type { ClaimProposal, ClaimProposals } from "./proposal.ts";
import type { Quotation } from "./quotations.ts";
import { Reading } from "./reading.ts";
import { type ReadSentence, readSentence } from "./read-sentence.ts";
import type { Paragraph } from "./sentences.ts";
import { chainFor, type Chain, type SpeakerLink } from "./speaker-chain.ts";
import { limitsOf } from "./limits.ts";

export interface ParagraphInput {
  readonly text: SourceText;
  readonly part: SourceTextPart;
  readonly paragraph: Paragraph;
  readonly quotations: readonly Quotation[];
  /** The quotation before goes on in this paragraph. */
  readonly carried: boolean;
  readonly lexicon: Lexicon;
  readonly index: PhraseIndex;
}

export function proposeFromParagraph(input: ParagraphInput): Pick<ClaimProposals, "proposals" | "unread"> {
  const { text, part, paragraph, quotations, lexicon, index } = input;
  const proposals: ClaimProposal[] = [];
  const unread: ClaimProposals["unread"][number][] = [];
  const sentences = paragraph.sentences.map((span, nth) => {
    const last = paragraph.sentences[nth - 1];
    const before = last === undefined ? "" : part.text.slice(last.start, last.end);
    const reading = new Reading(part.text, span, lexicon, index, quotations);
    return {
      span,
      ...readSentence(
        reading,
        { zone: text.zone, published: part.published ?? text.published },
        before,
        nth === 0 && paragraph.sentences.length > 1,
      ),
    };
  });
  const takenBack = new Set(sentences.flatMap(({ reading }, nth) => (takesBack.test(reading.text) ? [nth - 1] : [])));
  const putRight = sentences.map(({ values }, nth) => nextPutsRight(sentences[nth + 1], values));
  let context: ClaimStatement["eventSort"] = "other";
  for (const [nth, sentence] of sentences.entries()) {
    const { span, values } = sentence;
    unread.push(
      ...sentence.unread.map((one) => ({
        part: part.part,
        span: { start: span.start + one.span.start, end: span.start + one.span.end },
        words: one.words,
        why: one.why,
      })),
    );
    for (const value of values) {
      const chain = chainFor(sentences, sentence, value);
      const limits = limitsOf(sentence.facts, value, chain.attributions);
      const speakers = speakersOf(part, chain);
      const from = Math.min(span.start, ...chain.links.map(({ span: one }) => one?.start ?? span.start));
      const to = Math.max(span.end, ...chain.links.map(({ span: one }) => one?.end ?? span.end));
      const own = shift(span.start);
      const statement: ClaimStatement = {
        aspect: value.aspect,
        value: value.value,
        polarity:
          (chain.links.length === 0 && limits.polarity === "affirmed" && takenBack.has(nth)) ||
          (putRight[nth]?.has(value.aspect) === true && limits.hedges.some(({ sort }) => sort === "report"))
            ? "denied"
            : limits.polarity,
        hedges: limits.hedges.slice(0, 20).map((hedge) => ({ ...hedge, span: own(hedge.span) })),
        basis: limits.basis,
        basisWords: limits.basisWords,
        speakers,
        eventSort: value.event ?? context,
        valueSpan: own(value.span),
        restsOn: [],
      };
      const quoteSpan = sentenceSpan(sentences, { start: from, end: to });
      proposals.push({
        part: part.part,
        span: quoteSpan,
        quote: part.text.slice(quoteSpan.start, quoteSpan.end),
        statement,
        notes: [...(value.notes ?? []), ...limits.notes, ...chain.notes],
      });
    }
    context = contextAfter(sentence, context);
  }
  return { proposals, unread };
}

/** "It does not.": the sentence before is denied. */
const takesBack =
  /^(?:It|They|This|That|He|She)\s+(?:(?:does|did|do|is|was|were|has|had)(?:\s+not|n[’']t)|(?:is|was)\s+(?:false|wrong|untrue|not\s+true|not\s+so))\s*\.?$/;

/** "It purports to show A. In fact it is B.": aspects in which the next sentence says otherwise. */
function nextPutsRight(next: ReadSentence | undefined, values: ReadSentence["values"]): ReadonlySet<string> {
  if (next === undefined || !/^(?:In fact|In reality|Actually|Насправді|На самом деле|На деле)(?=[\s,])/u.test(next.reading.text))
    return new Set();
  const said = new Set(next.values.map(({ aspect }) => aspect));
  const shared = values
    .map(({ aspect }) => aspect)
    .filter((aspect) => ["where", "when", "identification"].includes(aspect) && said.has(aspect));
  return new Set(shared);
}

/** What the next sentence is about, unless it says so itself. */
function contextAfter({ reading, values }: ReadSentence, before: ClaimStatement["eventSort"]): ClaimStatement["eventSort"] {
  if (reading.marks("footage").length > 0) return "filming";
  return values.filter(({ aspect, event }) => aspect === "what" && event !== undefined).at(-1)?.event ?? before;
}

const shift =
  (by: number) =>
  <T extends { readonly start: number; readonly end: number }>({ start, end }: T) => ({ start: start + by, end: end + by });

/** Whole sentences that hold the value and its speakers. */
function sentenceSpan(
  sentences: readonly { readonly span: { readonly start: number; readonly end: number } }[],
  { start, end }: { readonly start: number; readonly end: number },
) {
  const touching = sentences.filter(({ span }) => span.start < end && span.end > start);
  return { start: Math.min(start, ...touching.map(({ span }) => span.start)), end: Math.max(end, ...touching.map(({ span }) => span.end)) };
}

function speakersOf(part: SourceTextPart, chain: Chain): Speaker[] {
  const own: Speaker[] =
    part.part.sort === "tier" && part.part.speaker !== null
      ? [{ words: part.part.speaker, who: "person", says: null, direct: false, span: null, source: "unknown" }]
      : [];
  return [...own, ...chain.links.map((link: SpeakerLink): Speaker => ({ ...link, source: "unknown" }))].slice(0, 20);
}
