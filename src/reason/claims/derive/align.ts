/**
 * Which claims of a text a claim of a derived text says anew. Within one aspect; of the same event where there is one, and of another
 * event only where what is said is alike: that is a change of the event, not another statement.
 */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import type { CaseClaim } from "../claim-case.ts";
import { contentWords, folded, sharedWords } from "./words.ts";
import { daysOf } from "./time-days.ts";
import { lengthUnitOf } from "./lengths.ts";

/** Least share of all words of both, where two events are spoken of: a place's name alone is in many statements. */
const leastAcross = 0.6;

/** A speaker in common weighs as much as half of the words. */
const voiceWeight = 0.5;

/** Claims that are equally near and all taken; a text that says one thing a hundred times says it once. */
const mostEqual = 4;

/** The claims among `among` that it comes nearest to; none where none says such a thing. */
export function alignedWith(claim: CaseClaim, among: readonly CaseClaim[], sameEvent: SameEvent): readonly CaseClaim[] {
  // What a claim of no event is about nobody said: it says nothing anew.
  if (claim.event === "unassigned") return [];
  const others = among.filter((other) => other.event !== "unassigned" && other.aspect === claim.aspect && other.id !== claim.id);
  const within = nearest(
    claim,
    others.filter(({ event }) => sameEvent(claim.event, event)),
  );
  if (within.length > 0) return within;
  return nearest(
    claim,
    others.filter(({ event, statement }) => !sameEvent(claim.event, event) && saysAlike(claim.statement.value, statement.value)),
  );
}

function nearest(claim: CaseClaim, others: readonly CaseClaim[]): readonly CaseClaim[] {
  let most = -1;
  let found: CaseClaim[] = [];
  for (const other of others) {
    const said = valueLikeness(claim.statement.value, other.statement.value);
    if (said === undefined) continue;
    const like = said + (sameVoice(claim, other) ? voiceWeight : 0);
    if (like > most + 1e-9) [most, found] = [like, []];
    if (like >= most - 1e-9 && found.length < mostEqual) found.push(other);
  }
  return found;
}

/** Whether two claims are about one event, by their records or by what a person assumed. */
export type SameEvent = (a: CaseClaim["event"], b: CaseClaim["event"]) => boolean;

function saysAlike(a: ClaimValue, b: ClaimValue): boolean {
  if (a.is === "unknown" || b.is === "unknown") return false;
  if (a.is === "time" && b.is === "time") return timeLikeness(a, b) === 1;
  if (a.is === "number" && b.is === "number")
    return folded(a.unit) === folded(b.unit) && a.low === b.low && a.best === b.best && a.high === b.high;
  const [one, other] = [a, b].map((value) => contentWords(value.is === "act" ? `${value.words} ${value.object ?? ""}` : value.words)) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const shared = [...one].filter((word) => other.has(word)).length;
  return a.is === b.is && shared > 0 && shared / (one.size + other.size - shared) >= leastAcross;
}

function sameVoice(a: CaseClaim, b: CaseClaim): boolean {
  const [one, other] = [a.statement.speakers.at(-1), b.statement.speakers.at(-1)];
  if (one === undefined || other === undefined) {
    const named = one ?? other;
    const own = one === undefined ? a : b;
    return named === undefined || (named.source !== "unknown" && named.source === own.publisher.source);
  }
  return one.source === "unknown" || other.source === "unknown" ? folded(one.words) === folded(other.words) : one.source === other.source;
}

/** 0 to 1; undefined where the two cannot be one statement. */
function valueLikeness(a: ClaimValue, b: ClaimValue): number | undefined {
  if (a.is === "unknown" || b.is === "unknown") return a.is === b.is ? 1 : 0;
  if (a.is === "time" && b.is === "time") return timeLikeness(a, b);
  if (a.is === "act" && b.is === "act") return actLikeness(a, b);
  if (a.is === "actor" && b.is === "actor")
    return a.part === b.part || a.part === "unclear" || b.part === "unclear" ? sharedWords(a.words, b.words) : undefined;
  if (a.is === "number" && b.is === "number") return numberLikeness(a, b);
  if (a.is === "verification" && b.is === "verification")
    return a.of === b.of || a.of === "unstated" || b.of === "unstated" ? sharedWords(a.words, b.words) : undefined;
  return a.is === b.is ? sharedWords(a.words, b.words) : undefined;
}

/** Acts of two classes are one statement retold only where they are done to the same: "three men hurt", "three men killed". */
function actLikeness(a: Value<"act">, b: Value<"act">): number | undefined {
  const objects = sharedWords(a.object ?? "", b.object ?? "");
  if (a.act === b.act) return Math.max(sharedWords(a.words, b.words), objects);
  return objects >= 0.5 ? objects / 2 : undefined;
}

type Value<S extends ClaimValue["is"]> = Extract<ClaimValue, { is: S }>;

/** An order ("during the shelling") is another statement than a day, a limit or a count of hours, which may all be one. */
function timeLikeness(a: Value<"time">, b: Value<"time">): number | undefined {
  const [order, second] = [a, b].map(({ readings }) => readings.every(({ kind }) => kind === "order"));
  if (order !== second) return undefined;
  const [one, other] = [daysOf(a), daysOf(b)];
  if (one.length > 0 && other.length > 0) return one.some((day) => other.includes(day)) ? 1 : 0.25;
  const [hours, others] = [a, b].map(
    ({ readings }) => readings.flatMap((reading) => (reading.kind === "offset" ? [reading.hours] : []))[0],
  );
  if (hours !== undefined && others !== undefined) return hours === others ? 1 : 0.5;
  return sharedWords(a.words, b.words) / 2;
}

/** Numbers of different things are different statements, unless one was made of the other by converting. */
function numberLikeness(a: Value<"number">, b: Value<"number">): number | undefined {
  if (folded(a.unit) === folded(b.unit)) return 1;
  if (lengthUnitOf(a.unit) !== undefined && lengthUnitOf(b.unit) !== undefined) return 1;
  const shared = sharedWords(`${a.words} ${a.unit}`, `${b.words} ${b.unit}`);
  return shared > 0 ? shared : undefined;
}
