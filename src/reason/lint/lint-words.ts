/** Words that say more than was found: judgements in an observation, and "confirmed" or "proved" without saying by what. */
import { judgementWords } from "./judgement-words.ts";
import type { LintFinding } from "./lint-finding.ts";

const compiled = judgementWords.map((word) => ({
  word,
  find: new RegExp(`(?<![\\p{L}\\p{N}])(?:${word.pattern})(?![\\p{L}\\p{N}])`, "giu"),
}));

export function lintJudgements(text: string, own: string): LintFinding[] {
  return compiled
    .flatMap(({ word, find }) =>
      [...own.matchAll(find)].map(({ index, 0: said }): LintFinding => ({
        ...{ code: "judgement-word", severity: "warning", span: { start: index, end: index + said.length } },
        found: text.slice(index, index + said.length),
        expected: `what is seen or heard; ${word.why}`,
        instead: word.instead,
      })),
    )
    .sort((a, b) => a.span.start - b.span.start);
}

const bare =
  /(?<![\p{L}\p{N}])(?<!(?:not|cannot|never|n['’]t)\s+(?:be(?:en)?\s+|yet\s+)*)(?:confirm(?:s|ed)|prove[sdn]?|proven|доведено|доказано|підтверджено|подтверждено)(?![\p{L}\p{N}])(?!\s+(?:by|with|through|in|from|using|on\s+the\s+basis|by\s+means|за\s+допомогою|на\s+основі|с\s+помощью|на\s+основании)(?![\p{L}\p{N}]))/giu;

export function lintBareConfirmed(text: string, own: string): LintFinding[] {
  return [...own.matchAll(bare)].map(({ index, 0: said }) => ({
    ...{ code: "bare-confirmed", severity: "warning", span: { start: index, end: index + said.length } },
    found: text.slice(index, index + said.length),
    expected: "by what it is confirmed, and how firmly",
    instead: "the ground itself, and a term of the ladder; who else says so, where somebody else confirmed it",
  }));
}
