/** A pair sheet as it is being made: marks may still be missing on one side. */
import type { ComparedPair, FrameMark, ScenePairSheet, SharedState } from "../../core/scene/scene-pair-sheet.ts";

export interface DraftPair extends Omit<ComparedPair, "a" | "b"> {
  readonly a: FrameMark | undefined;
  readonly b: FrameMark | undefined;
}

export interface PairDraft {
  readonly pairs: readonly DraftPair[];
  readonly states: readonly SharedState[];
}

export function draftOf(sheet: ScenePairSheet | undefined): PairDraft {
  return sheet === undefined ? { pairs: [], states: [] } : { pairs: sheet.pairs, states: sheet.states };
}

/** The lowest number that is free: a number that was taken out may be used again before the sheet is written. */
export function withPair(draft: PairDraft): { readonly draft: PairDraft; readonly number: number } {
  let number = 1;
  while (draft.pairs.some((pair) => pair.number === number)) number += 1;
  const pair: DraftPair = { number, object: null, feature: "burn-pattern", a: undefined, b: undefined, verdict: "cannot-tell", words: "" };
  return { draft: { ...draft, pairs: [...draft.pairs, pair].toSorted((x, y) => x.number - y.number) }, number };
}

export function changed(draft: PairDraft, number: number, change: Partial<DraftPair>): PairDraft {
  return { ...draft, pairs: draft.pairs.map((pair) => (pair.number === number ? { ...pair, ...change } : pair)) };
}

/** Undefined as long as a number lacks one of its marks. */
export function sheetOf({ pairs, states }: PairDraft): ScenePairSheet | undefined {
  const whole = pairs.flatMap(({ a, b, ...rest }): ComparedPair[] => (a === undefined || b === undefined ? [] : [{ ...rest, a, b }]));
  return whole.length === pairs.length ? { format: "witnessmark-scene-pair-v1", pairs: whole, states: [...states] } : undefined;
}
