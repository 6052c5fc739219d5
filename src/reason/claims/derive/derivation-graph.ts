/**
 * What each claim of a case derives from, claim by claim, by a given set of derivations. A derivation between whole texts speaks of
 * each claim of the derived one, but for those that name a speaker of their own whom the other text does not have. A claim whose
 * innermost speaker publishes a text of the case that says it too comes from there: the claim itself says so.
 */
import type { ClaimId } from "../../../core/claim/claim.ts";
import type { DerivationEnd } from "../../../core/claim/derivation.ts";
import type { EventId } from "../../../core/event/event.ts";
import type { ItemId } from "../../../core/item/item.ts";
import type { SourceId } from "../../../core/source/source.ts";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../claim-case.ts";
import { Joined } from "../joined.ts";
import { alignedWith, type SameEvent } from "./align.ts";

export interface DerivedFrom {
  /** Claims that it says anew. Empty: it derives from texts that do not say such a thing. */
  readonly claims: readonly CaseClaim[];
  /** Items through which it leads back to itself: those passed, its own among them. */
  readonly loop: readonly ItemId[];
}

export interface DerivationGraph {
  /** Undefined: it rests on nothing else in the case. */
  readonly from: (claim: CaseClaim) => DerivedFrom | undefined;
}

export function isClaim(end: DerivationEnd): end is ClaimId {
  return end.startsWith("k");
}

export interface CaseTexts {
  readonly claim: (id: ClaimId) => CaseClaim | undefined;
  readonly inItem: (item: ItemId) => readonly CaseClaim[];
  /** Claims of texts that a source publishes. */
  readonly publishedBy: (source: SourceId) => readonly CaseClaim[];
  readonly sameEvent: SameEvent;
  /** Whether a person linked two events so that they are at one place: a filming and what it shows, a part and the whole. */
  readonly oneScene: SameEvent;
}

export function caseTexts({ claims, assumptions, links }: ClaimCase): CaseTexts {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const byItem = Map.groupBy(claims, ({ text }) => text.item);
  const bySource = Map.groupBy(claims, ({ publisher }) => publisher.source);
  const same = new Joined<EventId>();
  for (const { what } of assumptions) if (what.is === "same-event") same.join(what.first, what.second);
  const scenes = new Set(
    links.flatMap(({ from, to, relation }) =>
      relation === "filming-of" || relation === "part-of" || relation === "during" ? [`${from} ${to}`, `${to} ${from}`] : [],
    ),
  );
  return {
    claim: (id) => byId.get(id),
    inItem: (item) => byItem.get(item) ?? [],
    publishedBy: (source) => bySource.get(source) ?? [],
    oneScene: (a, b) => scenes.has(`${a} ${b}`),
    sameEvent: (a, b) => a !== "unassigned" && b !== "unassigned" && same.topOf(a) === same.topOf(b),
  };
}

export function derivationGraph(texts: CaseTexts, derivations: readonly CaseDerivation[]): DerivationGraph {
  const out = Map.groupBy(derivations, ({ derived }) => derived);
  const known = new Map<ClaimId, DerivedFrom | undefined>();
  return {
    from(claim) {
      if (!known.has(claim.id)) known.set(claim.id, derivedFrom(claim, texts, out));
      return known.get(claim.id);
    },
  };
}

function derivedFrom(
  claim: CaseClaim,
  texts: CaseTexts,
  out: ReadonlyMap<DerivationEnd, readonly CaseDerivation[]>,
): DerivedFrom | undefined {
  const own = out.get(claim.id) ?? [];
  const ofText = (out.get(claim.text.item) ?? []).filter(({ from }) => !namesAnother(claim, claimsAt(from, texts)));
  const found = new Map(quotedTexts(claim, texts).map((one) => [one.id, one]));
  if (own.length + ofText.length + found.size === 0) return undefined;
  const loop = new Set<ItemId>();
  const visited = new Set<DerivationEnd>();
  const visit = (from: DerivationEnd, whole: boolean, passed: readonly ItemId[]) => {
    const direct = isClaim(from) ? texts.claim(from) : undefined;
    // A person said of this very claim that it comes from that one: no likeness is asked for.
    if (direct !== undefined && !whole) {
      found.set(direct.id, direct);
      if (direct.id === claim.id) loop.add(claim.text.item);
      return;
    }
    if (visited.has(from)) return;
    visited.add(from);
    const aligned = alignedWith(claim, claimsAt(from, texts), texts.sameEvent);
    for (const one of aligned) found.set(one.id, one);
    if (isClaim(from) || aligned.length > 0) return;
    if (from === claim.text.item) {
      for (const item of [...passed, from]) loop.add(item);
      return;
    }
    // Nobody entered what that text says of it: what it derives from in its turn may say it.
    for (const next of out.get(from) ?? []) visit(next.from, true, [...passed, from]);
  };
  for (const { from } of own) visit(from, false, []);
  for (const { from } of ofText) visit(from, true, []);
  return { claims: [...found.values()], loop: [...loop] };
}

/** What the innermost speaker says of the same thing in a text of their own. Who is quoted as denying it is not quoted from a text that affirms it. */
function quotedTexts(claim: CaseClaim, texts: CaseTexts): readonly CaseClaim[] {
  const inner = claim.statement.speakers.at(-1)?.source;
  if (inner === undefined || inner === "unknown" || inner === claim.publisher.source) return [];
  const theirs = texts
    .publishedBy(inner)
    .filter(
      ({ event, text, statement }) =>
        text.item !== claim.text.item && statement.polarity === claim.statement.polarity && texts.sameEvent(event, claim.event),
    );
  return alignedWith(claim, theirs, texts.sameEvent);
}

export function claimsAt(end: DerivationEnd, texts: CaseTexts): readonly CaseClaim[] {
  if (!isClaim(end)) return texts.inItem(end);
  const claim = texts.claim(end);
  return claim === undefined ? [] : [claim];
}

/** Whether the claim has a known speaker of its own who does not speak in those claims. A text that nobody read claims from may have them. */
function namesAnother(claim: CaseClaim, others: readonly CaseClaim[]): boolean {
  const inner = claim.statement.speakers.at(-1)?.source;
  if (inner === undefined || inner === "unknown" || others.length === 0) return false;
  return !others.some(
    ({ publisher, statement }) => publisher.source === inner || statement.speakers.some(({ source }) => source === inner),
  );
}

/** The pairs of claims that one derivation joins by itself, the derived one first. */
export function pairsAlong({ derived, from }: CaseDerivation, texts: CaseTexts): (readonly [derived: CaseClaim, from: CaseClaim])[] {
  const there = claimsAt(from, texts);
  if (isClaim(derived) && isClaim(from)) return claimsAt(derived, texts).flatMap((claim) => there.map((other) => [claim, other] as const));
  return claimsAt(derived, texts)
    .filter((claim) => isClaim(derived) || !namesAnother(claim, there))
    .flatMap((claim) => alignedWith(claim, there, texts.sameEvent).map((other) => [claim, other] as const));
}
