/**
 * Clauses as they are read, one after the other: how the words between two of them join them, and which places a clause may be
 * about instead of the spot.
 */
import { type ClauseBody, namesOf, type PlaceClause } from "./place-clause.ts";

/** A clause before it is settled what it is about. */
export interface ReadClause {
  /** What its words may say; each as being about the spot. */
  readonly ways: readonly PlaceClause[];
  /** Places named so closely before it that it may be about one of them instead, the nearest first. */
  readonly mayBeAbout: readonly string[];
  /** "X, a village 7 miles from Y": about X alone. */
  readonly mustBeAbout: boolean;
  /** "..., or ...": instead of the clause before. */
  readonly or: boolean;
  /** "... and ...": about whatever the clause before is about. */
  readonly asBefore: boolean;
}

interface Collected {
  readonly clauses: readonly ReadClause[];
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** False where the words say nothing in this place. `joined`: how a further name is joined to the clause before. */
  add(bodies: readonly ClauseBody[], start: number, end: number, joined?: "and" | "or"): boolean;
}

export function collectClauses(phrase: string): Collected {
  const clauses: ReadClause[] = [];
  const spans: (readonly [number, number])[] = [];
  /** Places named without a break before here, the nearest first. */
  let chain: readonly string[] = [];
  return {
    clauses,
    spans,
    add(bodies, start, end, joined) {
      const before = clauses.at(-1);
      const from = spans.at(-1)?.[1];
      const gap = from === undefined ? "apart" : joinOf(phrase.slice(from, start));
      if (gap === "apart") chain = [];
      const ways = bodies.flatMap((body) => {
        // "Towards Y" sets out from the place before it.
        if (body.kind !== "towards" || body.anchor !== "") return [clauseFor(phrase, body, start, end)];
        const [out] = chain;
        return out === undefined ? [] : [clauseFor(phrase, { ...body, anchor: out }, start, end)];
      });
      const [first] = ways;
      if (first === undefined) return false;
      const own = joined === undefined && bindable.has(first.kind);
      const mayBeAbout =
        own && gap !== "and" && gap !== "or" ? chain.filter((name) => !namesOf(first).includes(name)).slice(0, chainAtMost) : [];
      clauses.push({
        ways,
        mayBeAbout,
        mustBeAbout: gap === "apposition" && mayBeAbout.length > 0,
        or: before !== undefined && (joined === "or" || gap === "or"),
        asBefore: own && gap === "and" && (before?.mayBeAbout.length ?? 0) > 0,
      });
      spans.push([start, end]);
      const last = namesOf(first).at(-1);
      if (last !== undefined) chain = [last, ...chain.filter((name) => name !== last)];
      return true;
    },
  };
}

function clauseFor(phrase: string, body: ClauseBody, start: number, end: number): PlaceClause {
  return { ...body, text: phrase.slice(start, end), span: [start, end], about: "spot" };
}

/** Kinds that may say something of a place instead of the spot. */
export const bindable: ReadonlySet<string> = new Set([
  "offset",
  "travel",
  "side",
  "near",
  "outside",
  "between",
  "halfway",
  "across",
  "edge",
]);
const chainAtMost = 2;

export const sorts = "(?:village|town|city|hamlet|settlement|suburb|place|municipality|port|community|commune|district|resort)";
export const lies = "(?:(?:which|that)\\s+)?(?:is|lies|sits|stands|was)?\\s*(?:located|situated|lying|sitting)?";
const apposition = new RegExp(`^\\s*[,(–—-]?\\s*(?:an?|the)\\s+(?:[a-z]+\\s+)?${sorts}\\s*${lies}\\s*$`, "i");
const close = new RegExp(`^[\\s,(–—-]*${lies}\\s*$`, "i");

/** How the words between two clauses join them. */
export function joinOf(gap: string): "close" | "apposition" | "and" | "or" | "apart" {
  if (gap.length > 80) return "apart";
  if (/^\s*,?\s*(?:or(?: else)?|alternatively)\s*,?\s*$/i.test(gap)) return "or";
  if (/^\s*,?\s*(?:and|but|of|in)(?: also)?\s*$/i.test(gap)) return "and";
  return apposition.test(gap) ? "apposition" : close.test(gap) ? "close" : "apart";
}
