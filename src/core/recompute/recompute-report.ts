/**
 * What repeating the results of a case or a pack found, as a value that goes into JSON as it is. It says of each result whether it
 * came out again here, and never that it is right: who repeats a wrong method gets the same wrong answer.
 */

/**
 * `same`: the same bytes. `within-tolerance`: other bytes, by another decoder build or engine, that say the same within what the report
 * states. `other`: it differs further, and its line names another decoder, a limit of the machine or a name that is withheld here: whoever
 * forges a result writes that line too, so it explains nothing by itself. `differs`: not even that is different. `cannot`: it could not be repeated here, and the report says why.
 */
export const recomputeOutcomes = ["same", "within-tolerance", "other", "differs", "cannot"] as const;
export type RecomputeOutcome = (typeof recomputeOutcomes)[number];

export type ResultSort = "analysis" | "inference" | "comparison" | "measuring";

export interface RepeatedResult {
  /** The line that records it. */
  readonly line: number;
  readonly sort: ResultSort;
  /** "probe of i3", "inference n1 (time)". */
  readonly what: string;
  /** Name and version of what made it, with its decoder build where it has one. */
  readonly by: string;
  readonly outcome: RecomputeOutcome;
  /** Plain sentences: what was expected and what was found. Empty where it is the same. */
  readonly why: string;
}

/** Results that are not repeated, and why not: a reader must not take them for repeated. */
export interface NotRepeated {
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

/**
 * "not-settled": nothing differs on the same tools, and some results are other ones by tools that are not here. "nothing-repeated": no result came out again,
 * because none could be repeated. "stopped": somebody cancelled; what is listed was found until then. "not-begun": what does not verify is not repeated.
 */
export type RecomputeVerdict = "nothing-differs" | "not-settled" | "nothing-repeated" | "differs" | "stopped" | "not-begun";

export interface RecomputeReport {
  readonly v: 1;
  readonly verdict: RecomputeVerdict;
  /** One sentence. */
  readonly summary: string;
  /** Versions of what repeats, as it is here. */
  readonly here: { readonly decoder: string; readonly engine: string };
  readonly counts: { readonly [outcome in RecomputeOutcome]: number };
  readonly results: readonly RepeatedResult[];
  readonly notRepeated: readonly NotRepeated[];
  /** What "within-tolerance" means, in words. */
  readonly tolerances: readonly string[];
}
