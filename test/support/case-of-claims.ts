/** Claims, and cases of them, as values: what a test does not care about is filled in. All of it is invented. */
import type { Aspect, Basis, ClaimId, HedgeSort, Polarity, Speaker } from "../../src/core/claim/claim.ts";
import type { TextRole } from "../../src/core/claim/claim-text.ts";
import type { ClaimValue } from "../../src/core/claim/claim-value.ts";
import type { DerivationEnd } from "../../src/core/claim/derivation.ts";
import type { EventId } from "../../src/core/event/event.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import type { CaseClaim, CaseDerivation, ClaimCase, UtcInterval } from "../../src/reason/claims/claim-case.ts";

export interface Stated {
  readonly id?: ClaimId;
  readonly item?: ItemId;
  /** Whose text it is; the source of the item's number unless it is given. */
  readonly source?: SourceId | "unknown";
  readonly label?: string;
  readonly event?: EventId | "unassigned";
  readonly aspect?: Aspect;
  readonly value: ClaimValue;
  readonly polarity?: Polarity;
  readonly hedges?: readonly (readonly [HedgeSort, string])[];
  readonly basis?: Basis;
  readonly basisWords?: string | null;
  readonly speakers?: readonly Partial<Speaker>[];
  readonly restsOn?: readonly ItemId[];
  readonly role?: TextRole;
  readonly published?: UtcInterval | "unknown";
  /** Where it stands in its text. */
  readonly at?: number;
}

const aspectOf: Readonly<Record<ClaimValue["is"], Aspect>> = {
  time: "when",
  place: "where",
  actor: "who",
  act: "what",
  number: "how-many",
  identification: "identification",
  speech: "speech",
  verification: "verification",
  unknown: "who",
};

export function stated(given: Stated): CaseClaim {
  const { item = "i1", event = "e1", value, at = 0 } = given;
  const aspect = given.aspect ?? aspectOf[value.is];
  const span = { start: at, end: at + value.words.length };
  const source = given.source ?? (`s${item.slice(1)}` as SourceId);
  return {
    id: given.id ?? "k1",
    event,
    aspect,
    statement: {
      aspect,
      value,
      polarity: given.polarity ?? "affirmed",
      hedges: (given.hedges ?? []).map(([sort, words]) => ({ sort, words, span })),
      basis: given.basis ?? "unstated",
      basisWords: given.basisWords ?? null,
      speakers: (given.speakers ?? []).map((one) => ({
        words: "a speaker",
        who: "person",
        says: "said",
        direct: false,
        span: null,
        source: "unknown",
        ...one,
      })),
      eventSort: "unclear",
      valueSpan: span,
      restsOn: [...(given.restsOn ?? [])],
    },
    text: { item, part: { sort: given.role === "headline" ? "article-title" : "article-body" }, reading: null },
    role: given.role ?? "body",
    span,
    quote: value.words,
    publisher: { source, label: given.label ?? source },
    published: given.published ?? "unknown",
    credibility: "6",
  };
}

export function derives(derived: DerivationEnd, from: DerivationEnd, standing: CaseDerivation["standing"] = "confirmed"): CaseDerivation {
  return { id: standing === "proposed" ? undefined : "d1", derived, from, sort: "restates", standing, basis: "compared" };
}

export function caseOf(
  claims: readonly CaseClaim[],
  derivations: readonly CaseDerivation[] = [],
  more: Partial<ClaimCase> = {},
): ClaimCase {
  const events = [...new Set(claims.flatMap(({ event }) => (event === "unassigned" ? [] : [event])))];
  return {
    claims,
    derivations,
    events: events.map((id) => ({ id, sort: "other", title: id, time: "unknown", place: "unknown" })),
    links: [],
    assumptions: [],
    sources: [],
    copies: [],
    ...more,
  };
}

export const place = (words: string): ClaimValue => ({ is: "place", words });
export const actor = (words: string, count: "one" | "several" | "unknown" = "unknown"): ClaimValue => ({
  is: "actor",
  words,
  part: "did",
  count,
});
export const act = (words: string, object: string | null, what: "killing" | "posting" | "attack" = "attack"): ClaimValue => ({
  is: "act",
  words,
  act: what,
  object,
});
export const number = (
  words: string,
  unit: string,
  low: number | null,
  best: number | null = low,
  high: number | null = low,
): ClaimValue => ({ is: "number", words, unit, low, best, high });
export const onDay = (words: string, day: string, more: { part?: string; plusMinusDays?: number; toDay?: string } = {}): ClaimValue => ({
  is: "time",
  words,
  readings: [{ kind: "within", day, zone: null, ...more }],
});
