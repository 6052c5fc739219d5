/** What was typed, as the parts that a text must hold: words, and what stands in quotes with its spaces. */
import { foldForSearch } from "./fold-text.ts";
import { type Run, runsOf } from "./runs.ts";

export interface QueryWord {
  /** As it must stand in the stored form of a text. */
  readonly text: string;
  readonly runs: readonly Run[];
}

/** Words that are looked for together; what is typed beyond them narrows no further. */
export const wordsTogether = 32;

/** The same word twice is one. Quotation marks only hold words together, so they cannot be searched for. */
export function queryWords(typed: string): QueryWord[] {
  const parts = [...foldForSearch(typed).matchAll(/"([^"]*)"|([^\s"]+)/gu)].map(([, quoted, bare]) => (quoted ?? bare ?? "").trim());
  return [...new Set(parts)]
    .map((text) => ({ text, runs: runsOf(text) }))
    .filter(({ runs }) => runs.length > 0)
    .slice(0, wordsTogether);
}
