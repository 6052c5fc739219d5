/**
 * Likelihood terms with their ranges, in percent. Source: ICD 203, Analytic Standards (Office of the Director of National Intelligence,
 * 2 January 2015), section D.6.e(2)(a): two rows of terms for the same seven ranges, which are not to be mixed. Findings use the first
 * row; the second is known so that a mixture is told.
 */
import type { LikelihoodTerm } from "../finding/finding.ts";

export interface LikelihoodRange {
  readonly term: LikelihoodTerm;
  /** Percent. */
  readonly low: number;
  readonly high: number;
  /** As this row has it in English; the words of the screens are in the catalogue. */
  readonly used: string;
  /** What the other row has for the same range. */
  readonly other: string;
}

export const likelihoodRows: readonly LikelihoodRange[] = [
  { term: "almost-no-chance", low: 1, high: 5, used: "almost no chance", other: "remote" },
  { term: "very-unlikely", low: 5, high: 20, used: "very unlikely", other: "highly improbable" },
  { term: "unlikely", low: 20, high: 45, used: "unlikely", other: "improbable" },
  { term: "roughly-even-chance", low: 45, high: 55, used: "roughly even chance", other: "roughly even odds" },
  { term: "likely", low: 55, high: 80, used: "likely", other: "probable" },
  { term: "very-likely", low: 80, high: 95, used: "very likely", other: "highly probable" },
  { term: "almost-certain", low: 95, high: 99, used: "almost certain", other: "nearly certain" },
];
