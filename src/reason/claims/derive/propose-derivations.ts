/**
 * Derivations that texts suggest: who forwards whom, whom a claim or a text cites, whose words are nearly the same, who shows one
 * picture. Each says why. Nothing of it counts until a person confirms it, and what a person said no to is not put forward again.
 */
import type { DerivationEnd, DerivationSort } from "../../../core/claim/derivation.ts";
import type { CaseClaim, CaseDerivation, ClaimCase } from "../claim-case.ts";
import { alignedWith } from "./align.ts";
import { type CaseTexts, caseTexts } from "./derivation-graph.ts";
import { type ClaimedText, publishedOrder } from "./claimed-text.ts";
import { nearTexts } from "./near-claimed-texts.ts";
import { folded } from "./words.ts";

export function proposeDerivations(all: readonly ClaimedText[], given: ClaimCase): CaseDerivation[] {
  const texts = caseTexts(given);
  const said = statedBefore(given.derivations, texts);
  const called = lookUp(all);
  const found = new Map<string, { readonly proposal: CaseDerivation; readonly reasons: string[] }>();
  const add = (derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort, reason: string) => {
    if (derived === from || said.covers(derived, from, sort)) return;
    const before = found.get(`${derived} ${from}`);
    if (before === undefined)
      found.set(`${derived} ${from}`, {
        proposal: { id: undefined, derived, from, sort, standing: "proposed", basis: "" },
        reasons: [reason],
      });
    else if (!before.reasons.includes(reason)) before.reasons.push(reason);
  };
  const join = (derived: ClaimedText, from: ClaimedText, sort: DerivationSort, reason: string) => {
    if (derived === from || publishedOrder(derived, from) === "before") return;
    const pairs = derived.claims.flatMap((claim) =>
      alignedWith(claim, from.claims, texts.sameEvent).map((other) => [claim, other] as const),
    );
    if (pairs.length === 0) return;
    if (derived.alone && from.alone) add(derived.item, from.item, sort, reason);
    else for (const [claim, other] of pairs) add(claim.id, other.id, sort, reason);
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
  for (const { a, b, reason } of nearTexts(all)) {
    const order = publishedOrder(a, b);
    const unknown = order === "cannot-tell" ? "; which of the two came first is not known" : "";
    const [derived, from] = order === "before" ? [b, a] : [a, b];
    join(derived, from, "near-copy", `${reason}${unknown}`);
  }
  for (const text of all)
    for (const { from, reason } of namedIn(text, called)) if (!quoted.has(`${text.key} ${from.key}`)) join(text, from, "cites", reason);
  for (const { derived, from, reason } of samePictures(all, given)) add(derived, from, "same-picture", reason);
  return [...found.values()].map(({ proposal, reasons }) => ({ ...proposal, basis: reasons.join("; ") }));
}

interface Reason {
  readonly from: ClaimedText;
  readonly reason: string;
}

/** Texts by what they are called, folded, by where they were published, and by their source. */
interface LookUp {
  readonly names: ReadonlyMap<string, readonly ClaimedText[]>;
  readonly addresses: ReadonlyMap<string, readonly ClaimedText[]>;
  readonly sources: ReadonlyMap<string, readonly ClaimedText[]>;
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
    names: by(({ names }) => names.map(folded)),
    addresses: by(({ addresses }) => addresses.map(plainAddress)),
    sources: by(({ claims }) => claims.map(({ publisher }) => publisher.source)),
  };
}

/** By the name that an export shows, which anybody may have. */
function forwardsIn({ forwardedFrom }: ClaimedText, { names }: LookUp): Reason[] {
  if (forwardedFrom === null) return [];
  const reason = `forwarded from a channel shown as "${forwardedFrom}"; the export names neither the channel nor the date of what was forwarded`;
  return (names.get(folded(forwardedFrom)) ?? []).map((from) => ({ from, reason }));
}

/** The outermost speaker of a claim who publishes a text of the case. */
function quotedIn(claim: CaseClaim, text: ClaimedText, { names, sources }: LookUp): Reason[] {
  for (const { source, words } of claim.statement.speakers) {
    const all = (source === "unknown" ? names.get(folded(words)) : sources.get(source)) ?? [];
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
  const own = new Set(text.names.map(folded));
  return [...names].flatMap(([name, all]) => {
    const [first = ""] = name.split(" ", 1);
    if (name.length < leastName || own.has(name) || !each.has(first) || !` ${words} `.includes(` ${name} `)) return [];
    return all.map((from) => ({
      from,
      reason: `names "${from.names.find((one) => folded(one) === name) ?? name}", whose text ${from.item} is`,
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

/** What people said of derivations before, of whatever standing. */
function statedBefore(derivations: readonly CaseDerivation[], texts: CaseTexts) {
  const exact = new Set(derivations.map(({ derived, from, sort }) => `${derived} ${from} ${sort}`));
  const confirmed = derivations.filter(({ standing }) => standing === "confirmed");
  const joined = new Set(confirmed.flatMap(({ derived, from }) => [`${derived} ${from}`, `${from} ${derived}`]));
  const itemOf = (end: DerivationEnd): DerivationEnd =>
    end.startsWith("k") ? (texts.claim(end as CaseClaim["id"])?.text.item ?? end) : end;
  return {
    covers(derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort): boolean {
      const whole = [itemOf(derived), itemOf(from)] as const;
      return (
        exact.has(`${derived} ${from} ${sort}`) ||
        exact.has(`${whole[0]} ${whole[1]} ${sort}`) ||
        joined.has(`${derived} ${from}`) ||
        joined.has(`${whole[0]} ${whole[1]}`)
      );
    },
  };
}
