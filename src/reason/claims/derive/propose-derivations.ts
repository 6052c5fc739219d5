/**
 * Derivations that texts suggest: who forwards whom, whom a claim or a text cites, whose words are nearly the same, who shows one
 * picture. Each says why. Nothing of it counts until a person confirms it, and what a person said no to is not put forward again.
 */
import type { DerivationEnd, DerivationSort } from "../../../core/claim/derivation.ts";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../claim-case.ts";
import { alignedWith } from "./align.ts";
import { type CaseTexts, caseTexts, isClaim } from "./derivation-graph.ts";
import { type ClaimedText, hullOf, publishedOrder } from "./claimed-text.ts";
import { nearTexts } from "./near-claimed-texts.ts";
import { folded } from "./words.ts";

export function proposeDerivations(all: readonly ClaimedText[], given: ClaimCase): CaseDerivation[] {
  const texts = caseTexts(given);
  const said = statedBefore(given.derivations, texts);
  const called = lookUp(all);
  const found = new Map<string, { readonly proposal: CaseDerivation; readonly reasons: string[] }>();
  /** Whether it stands, put forward now or confirmed before. */
  const add = (derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort, reason: string): boolean => {
    const before = derived === from ? "rejected" : said(derived, from, sort);
    if (before !== "nothing") return before === "confirmed";
    const known = found.get(`${derived} ${from}`);
    if (known === undefined)
      found.set(`${derived} ${from}`, {
        proposal: { id: undefined, derived, from, sort, standing: "proposed", basis: "" },
        reasons: [reason],
      });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
    return true;
  };
  const join = (derived: ClaimedText, from: ClaimedText, sort: DerivationSort, reason: string): boolean => {
    if (derived === from || publishedOrder(derived, from) === "before") return false;
    if (derived.alone && from.alone) return add(derived.item, from.item, sort, reason);
    const pairs = derived.claims.flatMap((claim) =>
      alignedWith(claim, from.claims, texts.sameEvent)
        .slice(0, 1)
        .map((other) => [claim, other] as const),
    );
    return pairs.map(([claim, other]) => add(claim.id, other.id, sort, reason)).includes(true);
  };

  for (const text of all) for (const { from, reason } of forwardsIn(text, called)) join(text, from, "forwards", reason);
  const quoted = new Set<string>();
  for (const text of all)
    for (const claim of text.claims)
      for (const { from, reason } of quotedIn(claim, text, called)) {
        for (const other of alignedWith(claim, from.claims, texts.sameEvent)) {
          add(claim.id, other.id, "cites", reason);
          quoted.add(`${text.key} ${from.key}`);
        }
      }
  for (const text of all) for (const { from, reason } of linkedIn(text, called)) join(text, from, "cites", reason);
  for (const [derived, nearer] of nearCopies(all))
    for (const { from, reason } of nearer) if (join(derived, from, "near-copy", reason)) break;
  for (const text of all)
    for (const { from, reason } of namedIn(text, called)) {
      // A name alone says nothing of what was taken from there.
      const common = text.claims.some((claim) => alignedWith(claim, from.claims, texts.sameEvent).length > 0);
      if (common && !quoted.has(`${text.key} ${from.key}`)) join(text, from, "cites", reason);
    }
  for (const { derived, from, reason } of samePictures(all, given)) add(derived, from, "same-picture", reason);
  return [...found.values()].map(({ proposal, reasons }) => ({ ...proposal, basis: reasons.join("; ") }));
}

interface Reason {
  readonly from: ClaimedText;
  readonly reason: string;
}

/** For each text those that it may be a copy of, the earliest known first: it is joined to one, for its copies are copies of that too. */
function nearCopies(all: readonly ClaimedText[]): ReadonlyMap<ClaimedText, readonly Reason[]> {
  const found = new Map<ClaimedText, Reason[]>();
  for (const { a, b, reason } of nearTexts(all)) {
    const order = publishedOrder(a, b);
    const unknown = order === "cannot-tell" ? "; which of the two came first is not known" : "";
    const [derived, from] = order === "before" ? [b, a] : [a, b];
    found.set(derived, [...(found.get(derived) ?? []), { from, reason: `${reason}${unknown}` }]);
  }
  const outBy = ({ claims }: ClaimedText) => {
    const hull = hullOf(claims);
    return hull === "unknown" ? Infinity : Date.parse(hull.latest);
  };
  const number = ({ item }: ClaimedText) => Number(item.slice(1));
  const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  for (const [derived, reasons] of found)
    found.set(
      derived,
      reasons.toSorted(({ from: a }, { from: b }) => earlier(outBy(a), outBy(b)) || number(a) - number(b)),
    );
  return found;
}

/** Texts by what they are called, folded, by where they were published, and by their source. */
interface LookUp {
  readonly names: ReadonlyMap<string, readonly ClaimedText[]>;
  readonly addresses: ReadonlyMap<string, readonly ClaimedText[]>;
  readonly sources: ReadonlyMap<string, readonly ClaimedText[]>;
}

/** "The Courier" and "Courier" are one name. */
function nameKey(name: string): string {
  return folded(name).replace(/^the /, "");
}

function lookUp(all: readonly ClaimedText[]): LookUp {
  const by = (keysOf: (text: ClaimedText) => readonly string[]) => {
    const found = new Map<string, ClaimedText[]>();
    for (const text of all)
      for (const key of new Set(keysOf(text))) {
        const known = found.get(key);
        if (known === undefined) found.set(key, [text]);
        else known.push(text);
      }
    return found;
  };
  return {
    names: by(({ names }) => names.map(nameKey)),
    addresses: by(({ addresses }) => addresses.map(plainAddress)),
    sources: by(({ claims }) => claims.map(({ publisher }) => publisher.source)),
  };
}

/** By the name that an export shows, which anybody may have. */
function forwardsIn({ forwardedFrom }: ClaimedText, { names }: LookUp): Reason[] {
  if (forwardedFrom === null) return [];
  const reason = `forwarded from a channel shown as "${forwardedFrom}"; the export names neither the channel nor the date of what was forwarded`;
  return (names.get(nameKey(forwardedFrom)) ?? []).map((from) => ({ from, reason }));
}

/** The outermost speaker of a claim who publishes a text of the case. */
function quotedIn(claim: CaseClaim, text: ClaimedText, { names, sources }: LookUp): Reason[] {
  for (const { source, words } of claim.statement.speakers) {
    const all = (source === "unknown" ? names.get(nameKey(words)) : sources.get(source)) ?? [];
    const found = all.filter((one) => one !== text && publishedOrder(text, one) !== "before");
    if (found.length > 0) return found.map((from) => ({ from, reason: `quotes "${words}", whose text ${from.item} is` }));
  }
  return [];
}

function linkedIn({ links }: ClaimedText, { addresses }: LookUp): Reason[] {
  return [...new Set(links)].flatMap((link) =>
    (addresses.get(plainAddress(link)) ?? []).map((from) => ({ from, reason: `links to ${link}, which is ${from.item}` })),
  );
}

function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.|m\.)?/, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
}

/** Letters of a name that is looked for in texts; shorter ones are words of many languages. */
const leastName = 3;

function namedIn(text: ClaimedText, { names }: LookUp): Reason[] {
  const words = folded(text.words);
  const each = new Set(words.split(" "));
  const own = new Set(text.names.map(nameKey));
  return [...names].flatMap(([name, all]) => {
    const [first = ""] = name.split(" ", 1);
    if (name.length < leastName || own.has(name) || !each.has(first) || !` ${words} `.includes(` ${name} `)) return [];
    return all.map((from) => ({
      from,
      reason: `names "${from.names.find((one) => nameKey(one) === name) ?? name}", whose text ${from.item} is`,
    }));
  });
}

/** Each text of those that show copies of one picture or clip is joined to the first of them. */
function samePictures(
  all: readonly ClaimedText[],
  { copies }: ClaimCase,
): { readonly derived: DerivationEnd; readonly from: DerivationEnd; readonly reason: string }[] {
  return copies.flatMap((group) => {
    const showing = all.flatMap((text) => {
      const shown = text.shows.find((item) => group.includes(item));
      return shown === undefined ? [] : [{ text, shown, end: text.alone ? text.item : shown }];
    });
    const first =
      showing.find(({ text }) => showing.every((other) => other.text === text || publishedOrder(text, other.text) === "before")) ??
      showing[0];
    if (first === undefined) return [];
    return showing
      .filter((one) => one !== first)
      .map(({ end, shown, text }) => {
        const unknown = publishedOrder(text, first.text) === "after" ? "" : "; which of the two showed it first is not known";
        return { derived: end, from: first.end, reason: `shows ${shown}, a copy of ${first.shown} or the same${unknown}` };
      });
  });
}

/** What people said of a derivation before; of the whole texts holds for the claims in them. */
function statedBefore(derivations: readonly CaseDerivation[], texts: CaseTexts) {
  const rejected = new Set(
    derivations.flatMap(({ derived, from, sort, standing }) => (standing === "rejected" ? [`${derived} ${from} ${sort}`] : [])),
  );
  const joined = new Set(
    derivations.flatMap(({ derived, from, standing }) => (standing === "confirmed" ? [`${derived} ${from}`, `${from} ${derived}`] : [])),
  );
  const itemOf = (end: DerivationEnd): DerivationEnd => (isClaim(end) ? (texts.claim(end)?.text.item ?? end) : end);
  return (derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort): "confirmed" | "rejected" | "nothing" => {
    const pairs = [`${derived} ${from}`, `${itemOf(derived)} ${itemOf(from)}`];
    if (pairs.some((pair) => joined.has(pair))) return "confirmed";
    return pairs.some((pair) => rejected.has(`${pair} ${sort}`)) ? "rejected" : "nothing";
  };
}
