/** What a hypothesis must say before it may be kept: one that is given up names why. */
import type { HypothesisStanding } from "./hypothesis.ts";

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfHypothesis(wanted: {
  statement: string;
  standing: HypothesisStanding;
  reason: string;
  isNew: boolean;
}): string | undefined {
  if (wanted.statement.trim() === "") return "statement: expected a possible answer in words; found none";
  if (wanted.reason.trim() !== "" || (wanted.isNew && wanted.standing === "alive")) return undefined;
  return wanted.isNew ? `reason: expected why it is ${wanted.standing}; found none` : "reason: expected why it is changed; found none";
}
