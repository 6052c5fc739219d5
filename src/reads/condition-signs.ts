/** Conditions in a list: one line, and what a person has to see at once. */
import { type Binding, disposalDue, holdIn } from "../core/conditions/binding.ts";
import type { Conditions } from "../core/conditions/conditions.ts";
import { effectiveConditions } from "../core/conditions/effective-conditions.ts";
import { mayUse, type Refusal } from "../core/conditions/may-use.ts";

/** The short line of a list: why an item may not be published, and what else weighs on it. */
export interface ConditionSigns {
  publishing: "allowed" | Refusal;
  embargoUntil: Conditions["embargoUntil"];
  legalHold: boolean;
  disposalDue: boolean;
}

export function conditionSigns(bindings: readonly Binding[], at: string): ConditionSigns {
  const may = mayUse(bindings, "publish", at);
  return {
    publishing: may.allowed ? "allowed" : may.because,
    embargoUntil: effectiveConditions(bindings).embargoUntil.value,
    legalHold: holdIn(bindings) !== undefined,
    disposalDue: disposalDue(bindings, at) !== undefined,
  };
}
