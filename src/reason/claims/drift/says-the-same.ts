/** Whether two claims of one document say the same and no more: a repeat. */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import type { CaseClaim } from "../claim-case.ts";
import { contentWords } from "../derive/words.ts";
import { changesOf } from "./changes.ts";

/** `a` and `b` have one sign. */
export function saysTheSame(a: CaseClaim, b: CaseClaim): boolean {
  return changesOf(a, b).length + changesOf(b, a).length === 0;
}

/** What is said, however it is worded: claims of different signs say different things. */
export function signOf(value: ClaimValue): string {
  if (value.is === "time") return JSON.stringify(value.readings);
  if (value.is === "number") return JSON.stringify([value.unit, value.low, value.best, value.high]);
  const words = value.is === "act" ? `${value.act} ${value.object ?? value.words}` : value.words;
  return JSON.stringify([value.is, [...contentWords(words)].toSorted()]);
}
