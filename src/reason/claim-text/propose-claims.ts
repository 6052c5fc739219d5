/**
 * Reads a text and puts forward the claims that it makes: paragraph by paragraph, sentence by sentence, by rules and words alone.
 * Proposes only; a text without claims gets none, and a language without rules is said to be unread.
 */
import type { ClaimText } from "../../core/claim/claim-text.ts";
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import { lexiconOf } from "./languages/lexicons.ts";
import { tellLanguage } from "./languages/tell-language.ts";
import { type PhraseIndex, indexOf } from "./phrase-index.ts";
import { proposeFromParagraph } from "./propose-from-paragraph.ts";
import type { ClaimProposal, ClaimProposals } from "./proposal.ts";
import { type Quotation, quotationsOf } from "./quotations.ts";
import { paragraphsOf } from "./sentences.ts";

/** A speaker is looked for within so many sentences: whole pages on one line stay quick. */
const sentencesAtOnce = 60;

const indexes = new Map<string, PhraseIndex>();

export function proposeClaims(text: SourceText): ClaimProposals {
  const proposals: ClaimProposal[] = [];
  const unread: ClaimProposals["unread"][number][] = [];
  const languages = text.parts.map((part) => {
    const language = part.language ?? tellLanguage(part.text);
    const read = readPart(text, part, language);
    proposals.push(...read.proposals);
    unread.push(...read.unread);
    return language;
  });
  return { proposals, languages, unread };
}

function readPart(text: SourceText, part: SourceTextPart, language: string): Pick<ClaimProposals, "proposals" | "unread"> {
  const proposals: ClaimProposal[] = [];
  const unread: ClaimProposals["unread"][number][] = [];
  let before: Quotation | undefined;
  for (const paragraph of paragraphsOf(part.text, abbreviations(language))) {
    const words = part.text.slice(paragraph.span.start, paragraph.span.end);
    // A text may change its language from one paragraph to the next.
    const told = tellLanguage(words);
    const own = part.language === undefined && told !== "other" && words.length > 40 ? told : language;
    const lexicon = lexiconOf(own);
    if (lexicon === undefined) {
      unread.push({
        part: part.part as ClaimText["part"],
        span: paragraph.span,
        words: words.slice(0, 200),
        why: `no rules for this language (${own})`,
      });
      continue;
    }
    let index = indexes.get(lexicon.language);
    if (index === undefined) indexes.set(lexicon.language, (index = indexOf(lexicon)));
    const quotations = quotationsOf(part.text, paragraph.span, before);
    for (let from = 0; from < paragraph.sentences.length; from += sentencesAtOnce) {
      const some = { ...paragraph, sentences: paragraph.sentences.slice(from, from + sentencesAtOnce) };
      const read = proposeFromParagraph({ text, part, paragraph: some, quotations, carried: before?.goesOn === true, lexicon, index });
      proposals.push(...read.proposals);
      unread.push(...read.unread);
    }
    before = quotations.at(-1);
  }
  return { proposals, unread };
}

function abbreviations(language: string): ReadonlySet<string> {
  return new Set(lexiconOf(language)?.abbreviations ?? []);
}
