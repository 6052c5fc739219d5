/** Where each claim ends when what it derives from is followed to the end. */
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { CaseClaim } from "../claim-case.ts";
import { circlesIn } from "./components.ts";
import type { DerivationGraph } from "./derivation-graph.ts";

export interface Resolved {
  /** Claims that rest on nothing else in the case and that it comes from; itself where it is one. */
  readonly roots: readonly CaseClaim[];
  /** Circles that it ends in: their members. */
  readonly circles: readonly (readonly CaseClaim[])[];
}

/** For every claim. Neither roots nor circles: what it derives from does not say such a thing. */
export function resolveOrigins(claims: readonly CaseClaim[], graph: DerivationGraph): (claim: CaseClaim) => Resolved {
  const ahead = (claim: CaseClaim) => graph.from(claim)?.claims ?? [];
  const closed = closedCircles(claims, graph);
  const known = new Map<ClaimId, Resolved>();
  return (claim) => {
    const before = known.get(claim.id);
    if (before !== undefined) return before;
    const roots: CaseClaim[] = [];
    const circles = new Set<readonly CaseClaim[]>();
    const seen = new Set<ClaimId>([claim.id]);
    const open = [claim];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const circle = closed.get(at.id);
      if (circle !== undefined) circles.add(circle);
      else if (graph.from(at) === undefined) roots.push(at);
      for (const next of ahead(at)) {
        if (seen.has(next.id)) continue;
        seen.add(next.id);
        open.push(next);
      }
    }
    const resolved = { roots, circles: [...circles] };
    known.set(claim.id, resolved);
    return resolved;
  };
}

/** Circles that nothing leads out of, by each of their claims. */
function closedCircles(claims: readonly CaseClaim[], graph: DerivationGraph): ReadonlyMap<ClaimId, readonly CaseClaim[]> {
  const closed = new Map<ClaimId, readonly CaseClaim[]>();
  for (const members of circlesIn(claims, (claim) => graph.from(claim)?.claims ?? [])) {
    const inside = new Set(members.map(({ id }) => id));
    if (members.some((claim) => graph.from(claim)?.claims.some(({ id }) => !inside.has(id)))) continue;
    for (const { id } of members) closed.set(id, members);
  }
  // Through texts that nobody entered claims of, back to its own text.
  for (const claim of claims) {
    const from = graph.from(claim);
    if (from !== undefined && from.claims.length === 0 && from.loop.length > 0) closed.set(claim.id, [claim]);
  }
  return closed;
}
