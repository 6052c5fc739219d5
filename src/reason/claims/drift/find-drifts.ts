/** Drift along every derivation of a case that nobody rejected. */
import type { CaseClaim, CaseDerivation } from "../claim-case.ts";
import { type CaseTexts, claimsAt, isClaim, pairsAlong } from "../derive/derivation-graph.ts";
import { changesOf } from "./changes.ts";
import type { Change, Drift } from "./drift-types.ts";
import { mergedPlaces } from "./merged-places.ts";
import { verifiedMeanwhile } from "./verified-meanwhile.ts";

export interface Step {
  readonly change: Change;
  readonly derived: readonly CaseClaim[];
  readonly from: readonly CaseClaim[];
}

export function findDrifts(derivations: readonly CaseDerivation[], texts: CaseTexts): Drift[] {
  const told = new Set<string>();
  const drifts = derivations.flatMap((derivation) => {
    const pairs = pairsAlong(derivation, texts);
    const whole = isClaim(derivation.derived) ? [] : claimsAt(derivation.derived, texts);
    const there = claimsAt(derivation.from, texts);
    const merged = mergedPlaces(whole, pairs, there, texts);
    const steps = [
      ...pairs.flatMap(([derived, from]) => changesOf(from, derived).map((change): Step => ({ change, derived: [derived], from: [from] }))),
      ...eventSteps(pairs, texts, new Set(merged.flatMap(({ derived }) => derived))),
      ...merged,
      ...verifiedMeanwhile(whole, pairs, there),
    ];
    return joined(steps).flatMap(({ change, derived, from }) => {
      const [one] = derived;
      if (one === undefined) return [];
      const along = { id: derivation.id, derived: derivation.derived, from: derivation.from };
      const standing = derivation.standing === "confirmed" ? ("confirmed" as const) : ("proposed" as const);
      return [{ ...change, derived: ids(derived), from: ids(from), event: one.event, aspect: one.aspect, along, standing }];
    });
  });
  // Two derivations may join one pair, whole texts and the claims of them: its changes are told along the first.
  return drifts.filter(({ kind, derived, from }) => {
    const key = `${kind} ${derived.join()} ${from.join()}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function ids(claims: readonly CaseClaim[]): CaseClaim["id"][] {
  return claims.map(({ id }) => id);
}

/**
 * One change of event for a sentence. None where its object changed (a picture taken for a video takes its event along), nor where a
 * place was merged with another.
 */
function eventSteps(pairs: readonly (readonly [CaseClaim, CaseClaim])[], texts: CaseTexts, merged: ReadonlySet<CaseClaim>): Step[] {
  const moved = pairs.filter(
    ([derived, from]) =>
      !merged.has(derived) && derived.event !== "unassigned" && from.event !== "unassigned" && !texts.sameEvent(derived.event, from.event),
  );
  const bySentence = Map.groupBy(
    moved,
    ([derived, from]) => `${derived.text.item} ${derived.span.start} ${from.span.start} ${from.event} ${derived.event}`,
  );
  return [...bySentence.values()].flatMap((some): Step[] => {
    const [first] = some;
    if (first === undefined || some.some(([derived, from]) => changesOf(from, derived).some(({ kind }) => kind === "object"))) return [];
    const change: Change = { kind: "event", was: first[1].event, became: first[0].event };
    return [{ change, derived: some.map(([derived]) => derived), from: some.map(([, from]) => from) }];
  });
}

const ofSentences: readonly Change["kind"][] = ["speaker-dropped", "speaker-promoted", "hedge-lost", "hedge-added"];

/**
 * A claim that says several anew with one and the same change is told once, and so are several of one sentence. Who says a sentence,
 * and with what doubt, is one change for all that it claims.
 */
function joined(steps: readonly Step[]): Step[] {
  const groups = Map.groupBy(steps, ({ change, derived }) => {
    const whole = ofSentences.includes(change.kind);
    return JSON.stringify([change, derived.map(({ text, aspect, span }) => [text.item, text.part, whole ? "" : aspect, span.start])]);
  });
  return [...groups.values()].flatMap((some): Step[] => {
    const [first] = some;
    if (first === undefined) return [];
    return [
      { change: first.change, derived: unique(some.flatMap(({ derived }) => derived)), from: unique(some.flatMap(({ from }) => from)) },
    ];
  });
}

function unique(claims: readonly CaseClaim[]): CaseClaim[] {
  return [...new Set(claims)];
}
