/** Circular reporting: texts, or claims of texts, that lead back to themselves by what they derive from. */
import type { DerivationEnd } from "../../../core/claim/derivation.ts";
import type { CaseDerivation, ClaimCase } from "../claim-case.ts";
import { type CaseTexts, type DerivationGraph, isClaim } from "../derive/derivation-graph.ts";
import { circlesIn } from "../derive/components.ts";
import type { Circle } from "./origin-report-types.ts";

/** Members of each circle. A circle of claims that a circle of their texts tells already is not told again. */
export function findCircles(
  { claims }: ClaimCase,
  derivations: readonly CaseDerivation[],
  texts: CaseTexts,
  graph: DerivationGraph,
): readonly (readonly DerivationEnd[])[] {
  const out = Map.groupBy(derivations, ({ derived }) => derived);
  const ends = [...new Set(derivations.flatMap(({ derived, from }) => [derived, from]))];
  const stated = circlesIn<DerivationEnd>(ends, (end) => (out.get(end) ?? []).map(({ from }) => from));
  const ofClaims = circlesIn(claims, (claim) => graph.from(claim)?.claims ?? []).map((members) => members.map(({ id }) => id));
  const ofTexts = claims.flatMap((claim) => {
    const loop = graph.from(claim)?.loop ?? [];
    return loop.length === 0 ? [] : [loop];
  });
  const found: (readonly DerivationEnd[])[] = [];
  for (const members of [...stated, ...ofTexts, ...ofClaims])
    if (!found.some((before) => tells(before, members, texts))) found.push(members);
  return found;
}

/** Whether a circle tells another one already: each of its members, or the text that a member stands in. */
export function tells(circle: readonly DerivationEnd[], members: readonly DerivationEnd[], texts: CaseTexts): boolean {
  const inside = new Set(circle);
  return members.every((end) => inside.has(end) || (isClaim(end) && inside.has(texts.claim(end)?.text.item ?? end)));
}

export function circleOf(members: readonly DerivationEnd[], standing: Circle["standing"], texts: CaseTexts): Circle {
  const label = (end: DerivationEnd) => {
    const claim = isClaim(end) ? texts.claim(end) : texts.inItem(end)[0];
    return claim === undefined ? end : isClaim(end) ? `${claim.publisher.label} (${end})` : claim.publisher.label;
  };
  return { members, labels: members.map(label), standing };
}
