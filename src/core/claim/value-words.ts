/**
 * Whether the words of a value are those of the text, in their order. What was left out between them must limit the value, deny it,
 * or say who speaks, and the claim must say so elsewhere: from words picked here and there anything could be put together.
 */
import type { ClaimStatement } from "./claim.ts";
import type { TextSpan } from "./text-span.ts";

const articles = /^(?:an?|the)$/;
/** With "did" and what an apostrophe leaves of "didn't". */
const negations =
  /^(?:not|no|never|nor|neither|none|cannot|t|do|does|did|(?:do|does|did|was|were|is|are|has|have|had|could|would)n|won|can|не|ні|ані|ни|нет|немає|нема|ніколи|никогда)$/;
/** "According to", "is reported to have said": a longer run of words is no word of attribution that may be left out. */
const mostSaysWords = 5;

type Limits = Pick<ClaimStatement, "hedges" | "speakers" | "polarity">;

interface Token {
  readonly word: string;
  readonly span: TextSpan;
}

/** `at`: where the value stands in the text. */
export function standsIn(words: string, text: string, at: TextSpan, limits: Limits): boolean {
  const slice = text.slice(at.start, at.end);
  if (slice.includes(words)) return true;
  const wanted = tokensOf(words, 0);
  const leftOut = coveredBy(text, at, limits);
  // How many of the wanted words may have been met: a word that may be left out may be one of them too.
  let met = new Set([0]);
  for (const token of tokensOf(slice, at.start)) {
    const next = new Set<number>();
    const mayGo = leftOut(token);
    for (const count of met) {
      if (wanted[count]?.word === token.word) next.add(count + 1);
      if (mayGo) next.add(count);
    }
    met = next;
  }
  return wanted.length > 0 && met.has(wanted.length);
}

function coveredBy(text: string, at: TextSpan, { hedges, speakers, polarity }: Limits): (token: Token) => boolean {
  const spans = hedges.map(({ span }) => span);
  for (const { span, says } of speakers) {
    if (span !== null) spans.push(span);
    if (says === null || tokensOf(says, 0).length > mostSaysWords) continue;
    for (let found = text.indexOf(says, at.start); found >= 0 && found < at.end; found = text.indexOf(says, found + 1))
      spans.push({ start: found, end: found + says.length });
  }
  return ({ word, span }) =>
    articles.test(word.toLowerCase()) ||
    (polarity !== "affirmed" && negations.test(word.toLowerCase())) ||
    spans.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** Runs of letters and figures: a comma before a hedge is no part of the word. */
function tokensOf(text: string, from: number): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word,
    span: { start: from + index, end: from + index + word.length },
  }));
}
