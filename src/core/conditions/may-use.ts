/**
 * Whether material may be used so. Each statement that binds an item is asked, and one that refuses is enough: so another
 * statement can only narrow what is allowed. Material of which nobody has said anything is bound by "unknown".
 *
 * Unknown is not yes: it lets the house keep and analyse what it holds, and lets nothing out. The one thing that a statement
 * can add is a legal hold, and it adds keeping alone.
 */
import { compareInstants } from "../time/compare-instants.ts";
import type { UtcInstant } from "../time/time-claim.ts";
import { type Binding, holdIn } from "./binding.ts";
import { type Conditions, type Use, unknownConditions } from "./conditions.ts";

/** Sorts of refusal, the most outspoken first. */
export type Refusal = "withdrawn" | "no-consent" | "embargo" | "unknown";

/** `why` names the condition and the line that states it; `line` is absent where no line says anything. */
export type MayUse =
  { readonly allowed: true } | { readonly allowed: false; readonly because: Refusal; readonly why: string; readonly line?: number };

const outward: ReadonlySet<Use> = new Set<Use>(["show-redacted", "publish", "share-with-court"]);

const useWords: { readonly [use in Use]: string } = {
  keep: "keeping",
  analyse: "analysing",
  "show-redacted": "showing a redacted form",
  publish: "publishing",
  "share-with-court": "sharing with a court",
};

export function mayUse(bindings: readonly Binding[], use: Use, at: UtcInstant): MayUse {
  if (use === "keep" && holdIn(bindings) !== undefined) return { allowed: true };
  if (bindings.length === 0) {
    const refused = refusalBy(unknownConditions, use, at);
    return refused === undefined
      ? { allowed: true }
      : { allowed: false, because: "unknown", why: "consent unknown: no line states conditions" };
  }
  const refusals = bindings.flatMap((binding) => {
    const refused = refusalBy(binding.conditions, use, at);
    return refused === undefined ? [] : [{ ...refused, binding }];
  });
  // What was said outright comes before what is unknown: it is the better reason to give.
  const [first] = refusals.sort((a, b) => ranks.indexOf(a.because) - ranks.indexOf(b.because) || a.binding.line - b.binding.line);
  if (first === undefined) return { allowed: true };
  const { subject, through, line } = first.binding;
  return { allowed: false, because: first.because, why: `${first.why} (line ${line}${through === "own" ? "" : `, of ${subject}`})`, line };
}

const ranks: readonly Refusal[] = ["withdrawn", "no-consent", "embargo", "unknown"];

function refusalBy(conditions: Conditions, use: Use, at: UtcInstant): { readonly because: Refusal; readonly why: string } | undefined {
  const { scope, withdrawnAt, embargoUntil } = conditions;
  if (isInstant(withdrawnAt) && compareInstants(withdrawnAt, at) <= 0) {
    return { because: "withdrawn", why: `consent withdrawn at ${withdrawnAt}` };
  }
  if (scope[use] === "no") return { because: "no-consent", why: `no consent to ${useWords[use]}` };
  if (!outward.has(use)) return undefined;
  if (isInstant(embargoUntil) && compareInstants(at, embargoUntil) < 0) return { because: "embargo", why: `embargo until ${embargoUntil}` };
  if (scope[use] === "unknown") return { because: "unknown", why: `consent to ${useWords[use]} unknown` };
  if (embargoUntil === "unknown") return { because: "unknown", why: "embargo unknown" };
  if (withdrawnAt === "unknown") return { because: "unknown", why: "whether consent was withdrawn is unknown" };
  return undefined;
}

function isInstant(value: string): value is UtcInstant {
  return /^\d/.test(value);
}
