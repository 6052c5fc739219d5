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

  for (const text of all) for (const { from, reason } of forwardsIn(text, all)) join(text, from, "forwards", reason);
  const quoted = new Set<string>();
  for (const text of all)
    for (const claim of text.claims)
      for (const { from, reason } of quotedIn(claim, text, all)) {
        for (const other of alignedWith(claim, from.claims, texts.sameEvent)) {
          add(claim.id, other.id, "cites", reason);
          quoted.add(`${text.key} ${from.key}`);
        }
      }
  for (const text of all) for (const { from, reason } of linkedIn(text, all)) join(text, from, "cites", reason);
  for (const { a, b, reason } of nearTexts(all)) {
    const order = publishedOrder(a, b);
    const unknown = order === "cannot-tell" ? "; which of the two came first is not known" : "";
    const [derived, from] = order === "before" ? [b, a] : [a, b];
    join(derived, from, "near-copy", `${reason}${unknown}`);
  }
  for (const text of all)
    for (const { from, reason } of namedIn(text, all)) if (!quoted.has(`${text.key} ${from.key}`)) join(text, from, "cites", reason);
  for (const { derived, from, reason } of samePictures(all, given)) add(derived, from, "same-picture", reason);
  return [...found.values()].map(({ proposal, reasons }) => ({ ...proposal, basis: reasons.join("; ") }));
}

interface Reason {
  readonly from: ClaimedText;
  readonly reason: string;
}

/** By the name that an export shows, which anybody may have. */
function forwardsIn({ forwardedFrom }: ClaimedText, all: readonly ClaimedText[]): Reason[] {
  if (forwardedFrom === null) return [];
  const reason = `forwarded from a channel shown as "${forwardedFrom}"; the export names neither the channel nor the date of what was forwarded`;
  return all.filter(({ names }) => names.some((name) => folded(name) === folded(forwardedFrom))).map((from) => ({ from, reason }));
}

/** The outermost speaker of a claim who publishes a text of the case. */
function quotedIn(claim: CaseClaim, text: ClaimedText, all: readonly ClaimedText[]): Reason[] {
  for (const { source, words } of claim.statement.speakers) {
    const own = (one: ClaimedText) =>
      source === "unknown" ? one.names.some((name) => folded(name) === folded(words)) : one.claims[0]?.publisher.source === source;
    const found = all.filter((one) => one !== text && own(one) && publishedOrder(text, one) !== "before");
    if (found.length > 0) return found.map((from) => ({ from, reason: `quotes "${words}", whose text ${from.item} is` }));
  }
  return [];
}

function linkedIn({ links }: ClaimedText, all: readonly ClaimedText[]): Reason[] {
  const there = new Set(links.map(plainAddress));
  return all.flatMap((from) => {
    const address = from.addresses.find((one) => there.has(plainAddress(one)));
    return address === undefined ? [] : [{ from, reason: `links to ${address}, which is ${from.item}` }];
  });
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

function namedIn(text: ClaimedText, all: readonly ClaimedText[]): Reason[] {
  const words = ` ${folded(text.words)} `;
  const own = new Set(text.names.map(folded));
  return all.flatMap((from) => {
    const name = from.names.find((one) => folded(one).length >= leastName && words.includes(` ${folded(one)} `) && !own.has(folded(one)));
    return name === undefined ? [] : [{ from, reason: `names "${name}", whose text ${from.item} is` }];
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
