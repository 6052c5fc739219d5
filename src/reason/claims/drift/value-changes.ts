/** Drift of what is not a place or a time: numbers, persons, acts, identifications, words spoken, verifications. */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import { converted, halfPrecisionOf, type Length, lengthUnitOf, lengthWords } from "../derive/lengths.ts";
import { folded } from "../derive/words.ts";
import type { Change } from "./drift-types.ts";
import { areApart, designationsIn } from "./object-classes.ts";

type Value<S extends ClaimValue["is"]> = Extract<ClaimValue, { is: S }>;

export function valueChanges(was: ClaimValue, became: ClaimValue): Change[] {
  if (was.is === "number" && became.is === "number") return numberChanges(was, became);
  if (was.is === "actor" && became.is === "actor") return actorChanges(was, became);
  if (was.is === "act" && became.is === "act") return actChanges(was, became);
  if (was.is === "identification" && became.is === "identification") return identificationChanges(was, became);
  if (was.is === "speech" && became.is === "speech") return requoted(was.words, became.words);
  if (was.is === "verification" && became.is === "verification") return verificationChanges(was, became);
  return [];
}

function numberChanges(was: Value<"number">, became: Value<"number">): Change[] {
  const words = { was: was.words, became: became.words };
  const [first, second] = [lengthOf(was), lengthOf(became)];
  if (first !== undefined && second !== undefined && first.unit !== second.unit) {
    const { within, words: now } = converted(first, second);
    return [{ kind: within ? "unit-within" : "unit-outside", was: lengthWords(first), became: now }];
  }
  const changes: Change[] = [];
  if (folded(was.unit) !== folded(became.unit) && areApart(was.unit, became.unit))
    changes.push({ kind: "object", was: was.unit, became: became.unit });
  const [one, other] = [nominal(was), nominal(became)];
  if (isOne(was) !== isOne(became) && (isVague(was) || isVague(became))) return [...changes, { kind: "plural", ...words }];
  if (one !== other) changes.push({ kind: "number", ...words });
  else if (isOpen(was) !== isOpen(became)) changes.push({ kind: isOpen(was) ? "hedge-lost" : "hedge-added", ...words });
  return changes;
}

function lengthOf({ unit, low, best, high }: Value<"number">): Length | undefined {
  const known = lengthUnitOf(unit);
  const [from, to] = [best ?? low ?? high, best ?? high ?? low];
  return known === undefined || from === null || to === null
    ? undefined
    : { low: from, high: to, half: halfPrecisionOf(from), unit: known };
}

/** "At least ten" is ten with an open end. */
function nominal({ low, best, high }: Value<"number">): string {
  if (best !== null) return String(best);
  return low !== null && high !== null ? `${low} to ${high}` : String(low ?? high ?? "");
}

function isOne({ low, best, high }: Value<"number">): boolean {
  return best === 1 || (low === 1 && high === 1);
}

/** "Captives": more than one, and no figure. */
function isVague({ low, best, high }: Value<"number">): boolean {
  return best === null && high === null && low !== null && low >= 2 && low < 3;
}

function isOpen({ low, best, high }: Value<"number">): boolean {
  return best === null || low !== best || high !== best;
}

function actorChanges(was: Value<"actor">, became: Value<"actor">): Change[] {
  const words = { was: was.words, became: became.words };
  const changes: Change[] = [];
  if (was.count !== became.count && was.count !== "unknown" && became.count !== "unknown") changes.push({ kind: "plural", ...words });
  if (areApart(was.words, became.words)) changes.push({ kind: "object", ...words });
  return changes;
}

function actChanges(was: Value<"act">, became: Value<"act">): Change[] {
  const changes: Change[] = [];
  // "Other" is no class of its own.
  if (was.act !== became.act && was.act !== "other" && became.act !== "other")
    changes.push({ kind: "act", was: was.words, became: became.words });
  if (was.object !== null && became.object !== null && areApart(was.object, became.object))
    changes.push({ kind: "object", was: was.object, became: became.object });
  return changes;
}

/** By type designations alone: "a tracked vehicle" and "an armoured vehicle" may be two words for one thing. */
function identificationChanges({ words: was }: Value<"identification">, { words: became }: Value<"identification">): Change[] {
  const [first, second] = [designationsIn(was), designationsIn(became)];
  const apart = first.length > 0 && second.length > 0 && !first.some((one) => second.includes(one));
  return apart || areApart(was, became) ? [{ kind: "object", was, became }] : [];
}

/** One speech in two wordings. A part of what was said is not another wording. */
export function requoted(was: string, became: string): Change[] {
  const [first, second] = [folded(was), folded(became)];
  const part = ` ${first} `.includes(` ${second} `) || ` ${second} `.includes(` ${first} `);
  return part || first === "" || second === "" ? [] : [{ kind: "requoted", was, became }];
}

const outcomes = ["not-verified", "partly", "verified"] as const;

function verificationChanges(was: Value<"verification">, became: Value<"verification">): Change[] {
  const risen = outcomes.indexOf(became.outcome) > outcomes.indexOf(was.outcome);
  if (risen) return [{ kind: "evidence-to-fact", was: was.words, became: became.words }];
  if (was.outcome !== became.outcome) return [{ kind: "polarity", was: was.words, became: became.words }];
  // "Verified where" became "verified".
  return was.of !== "unstated" && became.of === "unstated"
    ? [{ kind: "evidence-to-fact", was: `${was.words} (${was.of})`, became: `${became.words} (aspect unstated)` }]
    : [];
}
