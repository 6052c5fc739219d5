/** Words of a sentence that limit what it says, by the lexicon alone: for claims that no rule of ours reads. */
import type { Hedge, HedgeSort } from "../../core/claim/claim.ts";
import type { SourceTextPart } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { AssistantWindow } from "./assistant-window.ts";
import type { SayingWord } from "./languages/lexicon.ts";
import { lexiconOf } from "./languages/lexicons.ts";
import { tellLanguage } from "./languages/tell-language.ts";
import { indexOf, type Mark, type PhraseIndex } from "./phrase-index.ts";
import { tokensOf } from "./tokens.ts";

export interface SentenceLimits {
  readonly hedges: readonly Hedge[];
  /** "Not", "denied", "it is not clear", "would": what follows may not be said to have happened. */
  readonly denials: readonly string[];
  /** Words by which a speaker is cited. */
  readonly says: readonly string[];
}

/** Undefined where no rules are made for the language. */
export function limitsIn({ text, language }: AssistantWindow, sentence: TextSpan): SentenceLimits | undefined {
  const index = indexFor(language);
  if (index === undefined) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  const tokens = tokensOf(words);
  const marks = index.find(tokens);
  const spanOf = ({ from, to }: Mark): TextSpan => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  const wordsOf = (mark: Mark): string => words.slice(spanOf(mark).start, spanOf(mark).end);
  const of = (sort: string) => marks.get(sort) ?? [];
  const says = of("says") as readonly Mark<SayingWord>[];
  const denying = says.filter(({ entry }) => entry.denies === true);
  return {
    hedges: of("hedge").map((mark) => {
      const { start, end } = spanOf(mark);
      return { sort: mark.entry as HedgeSort, words: wordsOf(mark), span: { start: start + sentence.start, end: end + sentence.start } };
    }),
    denials: [...of("negation"), ...of("unclear"), ...of("notVerified"), ...of("notHappened"), ...denying].map(wordsOf),
    says: [...says, ...of("accordingTo"), ...of("quotes")].map(wordsOf),
  };
}

/** Where words stand in the sentences that deny or leave open, for who reads them. */
export function negationsIn({ text, language }: Pick<SourceTextPart, "text" | "language">, sentences: TextSpan): TextSpan[] {
  const words = text.slice(sentences.start, sentences.end);
  const index = indexFor(language ?? tellLanguage(text));
  if (index === undefined) return [];
  const tokens = tokensOf(words);
  const marks = index.find(tokens);
  const denying = (marks.get("says") ?? []).filter(({ entry }) => (entry as SayingWord).denies === true);
  return [...(marks.get("negation") ?? []), ...(marks.get("unclear") ?? []), ...(marks.get("notVerified") ?? []), ...denying].map(
    ({ from, to }) => ({ start: sentences.start + (tokens[from]?.start ?? 0), end: sentences.start + (tokens[to - 1]?.end ?? 0) }),
  );
}

const indexes = new Map<string, PhraseIndex>();

function indexFor(language: string): PhraseIndex | undefined {
  const lexicon = lexiconOf(language);
  if (lexicon === undefined) return undefined;
  const made = indexes.get(lexicon.language) ?? indexOf(lexicon);
  indexes.set(lexicon.language, made);
  return made;
}
