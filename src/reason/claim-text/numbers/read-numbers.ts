/** Finds the numbers of a text: how many of what, with what the words leave open. Dates, clocks, lasting and ages are no numbers here. */
import type { TextSpan } from "../../../core/claim/text-span.ts";

export interface ReadNumber {
  /** The figure with what is counted ("at least two men" without "at least"). */
  readonly span: TextSpan;
  readonly words: string;
  /** Null where open: "at least ten" has no high. A plain figure has all three alike. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** What is counted or measured, as a plain word: "people", "vehicles", "km"; the text's own words where nothing plainer is known. */
  readonly unit: string;
  readonly unitSpan: TextSpan | null;
  /** A length, as place phrases hold it: the caller decides whether it is inside one. */
  readonly isDistance: boolean;
  readonly hedges: readonly { readonly span: TextSpan; readonly words: string }[];
}

export function readNumbers(_text: string, _language: string): ReadNumber[] {
  return [];
}
