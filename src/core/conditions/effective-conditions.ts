/** What holds for an item, field by field: the most restrictive of all that binds it, and the statement that it comes from. */
import { compareInstants } from "../time/compare-instants.ts";
import type { Binding } from "./binding.ts";
import { type Conditions, type Scope, unknownConditions, Use } from "./conditions.ts";

/** `from` is undefined where no line says anything. */
export interface Holding<Value> {
  readonly value: Value;
  readonly from: Binding | undefined;
}

export interface EffectiveConditions {
  readonly scope: { readonly [use in Use]: Holding<Scope[use]> };
  readonly embargoUntil: Holding<Conditions["embargoUntil"]>;
  readonly withdrawnAt: Holding<Conditions["withdrawnAt"]>;
  readonly mayContact: Holding<Conditions["mayContact"]>;
  readonly retention: Holding<Conditions["retention"]>;
  readonly legalHold: Holding<Conditions["legalHold"]>;
}

export function effectiveConditions(bindings: readonly Binding[]): EffectiveConditions {
  const most = <Value>(of: (conditions: Conditions) => Value, isTighter: (a: Value, b: Value) => boolean): Holding<Value> => {
    const [first, ...rest] = bindings.map((from): Holding<Value> => ({ value: of(from.conditions), from }));
    if (first === undefined) return { value: of(unknownConditions), from: undefined };
    return rest.reduce((tightest, one) => (isTighter(one.value, tightest.value) ? one : tightest), first);
  };
  const scopeOf = (use: Use) => most((conditions) => conditions.scope[use], byRank(["no", "unknown", "yes"]));
  return {
    scope: Object.fromEntries(Use.options.map((use) => [use, scopeOf(use)])) as EffectiveConditions["scope"],
    embargoUntil: most(({ embargoUntil }) => embargoUntil, instantsFirst("later", ["unknown", "none"])),
    withdrawnAt: most(({ withdrawnAt }) => withdrawnAt, instantsFirst("earlier", ["unknown", "not-withdrawn"])),
    mayContact: most(({ mayContact }) => mayContact, byRank(["no", "unknown", "yes"])),
    retention: most(({ retention }) => retention, instantsFirst("earlier", ["unknown", "no-limit"])),
    legalHold: most(
      ({ legalHold }) => legalHold,
      (a, b) => byRank(["held", "unknown", "none"])(typeof a === "string" ? a : "held", typeof b === "string" ? b : "held"),
    ),
  };
}

/** Earlier in the list is tighter. */
function byRank(order: readonly string[]): (a: string, b: string) => boolean {
  return (a, b) => order.indexOf(a) < order.indexOf(b);
}

/** An instant is tighter than any word; of two, the one named. */
function instantsFirst(tighter: "earlier" | "later", words: readonly string[]): (a: string, b: string) => boolean {
  const ranked = byRank(words);
  return (a, b) => {
    const [first, second] = [words.includes(a), words.includes(b)];
    if (first || second) return first === second ? ranked(a, b) : second;
    return tighter === "earlier" ? compareInstants(a, b) < 0 : compareInstants(a, b) > 0;
  };
}
