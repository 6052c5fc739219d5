/**
 * Who says it first, from all that a case holds. Claims of one event and one aspect share a cell; cells of different events share
 * nothing. A derived report raises no count, and a circle has no origin in the case. docs/method/origins.md
 */
import { Aspect } from "../../../core/claim/claim.ts";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../claim-case.ts";
import { hullOf, intervalOrder } from "../derive/claimed-text.ts";
import { type CaseTexts, caseTexts, claimsAt, derivationGraph, pairsAlong } from "../derive/derivation-graph.ts";
import { resolveOrigins } from "../derive/resolve-origins.ts";
import { findDrifts } from "../drift/find-drifts.ts";
import { insideDrifts, repeatsIn } from "../drift/inside-documents.ts";
import { originsIn } from "./count-origins.ts";
import { circleOf, findCircles, tells } from "./find-circles.ts";
import type { Circle, Origin, OriginCell, OriginCount, OriginEdge, OriginReport, WhoPart } from "./origin-report-types.ts";
import { exhibits, exhibitsOf, supportOf } from "./weigh-support.ts";

export function originReport(given: ClaimCase): OriginReport {
  const texts = caseTexts(given);
  const standing = given.derivations.filter((one) => one.standing !== "rejected");
  // Who shows the same picture may have a statement of their own about it.
  const told = standing.filter(({ sort }) => sort !== "same-picture");
  const confirmed = told.filter((one) => one.standing === "confirmed");
  const now = countsBy(given, confirmed, texts);
  const later = told.length === confirmed.length ? now : countsBy(given, told, texts);
  const cells = cellsOf(given).map(({ event, aspect, part, claims }): OriginCell => {
    const { origins, onlyDerived } = now.in(claims);
    const asserting = origins.filter(({ says }) => says.includes("affirmed"));
    const ifConfirmed = rangeOf(later.in(claims).origins);
    const range = rangeOf(origins);
    return {
      event,
      aspect,
      part,
      count: { ...range, low: Math.min(range.low, ifConfirmed.low) },
      ifConfirmed,
      denied: origins.filter(({ says }) => says.includes("denied")).length,
      leftOpen: origins.filter(({ says }) => says.includes("open")).length,
      origins,
      onlyDerived: onlyDerived.map(({ id }) => id),
      exhibits: exhibitsOf(origins, given),
      support: supportOf(asserting),
    };
  });
  const proposedCircles = later.circles.filter((members) => !now.circles.some((before) => tells(before, members, texts)));
  return {
    cells,
    unassigned: given.claims.filter(({ event }) => event === "unassigned").map(({ id }) => id),
    edges: standing.map((derivation) => edgeOf(derivation, texts)),
    circles: [
      ...now.circles.map((members): Circle => circleOf(members, "confirmed", texts)),
      ...proposedCircles.map((members): Circle => circleOf(members, "proposed", texts)),
    ],
    drifts: findDrifts(told, texts),
    inside: insideDrifts(given.claims, texts),
    repeats: repeatsIn(given.claims, texts),
  };
}

function countsBy(given: ClaimCase, derivations: readonly CaseDerivation[], texts: CaseTexts) {
  const graph = derivationGraph(texts, derivations);
  const resolve = resolveOrigins(given.claims, graph);
  const circles = findCircles(given, derivations, texts, graph);
  const exhibitOf = exhibits(given);
  const circleAt = (members: readonly CaseClaim[]) => {
    const at = circles.findIndex((circle) =>
      tells(
        circle,
        members.map(({ id }) => id),
        texts,
      ),
    );
    return at < 0 ? null : at;
  };
  return { circles, in: (claims: readonly CaseClaim[]) => originsIn(claims, resolve, given, exhibitOf, circleAt) };
}

/** Of those that affirm. Whether an unknown one is one of the others nobody knows. */
function rangeOf(origins: readonly Origin[]): OriginCount {
  const asserting = origins.filter(({ says }) => says.includes("affirmed"));
  const known = asserting.filter(({ source }) => source !== "unknown").length;
  const best = Math.max(known, Math.min(1, asserting.length));
  return { low: best, best, high: asserting.length };
}

interface Cell {
  readonly event: OriginCell["event"];
  readonly aspect: Aspect;
  readonly part: WhoPart;
  readonly claims: readonly CaseClaim[];
}

/** In the order of the case's events, then of the aspects. Events that two records are of share nothing here either. */
function cellsOf({ claims, events }: ClaimCase): Cell[] {
  const byEvent = Map.groupBy(claims, ({ event }) => event);
  const listed = new Set(events.map(({ id }) => id));
  const all = [...listed, ...[...byEvent.keys()].filter((event) => event !== "unassigned" && !listed.has(event))];
  return all.flatMap((event) =>
    event === "unassigned"
      ? []
      : Aspect.options.flatMap((aspect) => {
          const within = (byEvent.get(event) ?? []).filter((claim) => claim.aspect === aspect);
          return [...Map.groupBy(within, partOf)].map(([part, some]) => ({ event, aspect, part, claims: some }));
        }),
  );
}

/** A "who" that is not known, or of which it is unclear, is about who did it. */
function partOf({ aspect, statement: { value } }: CaseClaim): WhoPart {
  if (aspect !== "who") return null;
  return value.is === "actor" && value.part === "suffered" ? "suffered" : "did";
}

function edgeOf(derivation: CaseDerivation, texts: CaseTexts): OriginEdge {
  const { id, derived, from, sort, standing, basis } = derivation;
  return {
    id,
    derived,
    from,
    sort,
    standing: standing === "confirmed" ? "confirmed" : "proposed",
    basis,
    order: intervalOrder(hullOf(claimsAt(derived, texts)), hullOf(claimsAt(from, texts))),
    pairs: sort === "same-picture" ? [] : pairsAlong(derivation, texts).map(([claim, other]) => [claim.id, other.id]),
  };
}
