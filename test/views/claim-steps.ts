/** Entries about claims and what stands around them, from two numbers: one of a few records, one of twelve kinds. */
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { LedgerInMemory } from "../support/ledger-in-memory.ts";

export function performOnClaims(ledger: LedgerInMemory, item: `i${string}`, { of, place }: { of: number; place: number }): void {
  const [claim, other] = [`k${1 + (of % 3)}`, `k${1 + ((of + 1) % 3)}`] as const;
  const event = of % 2 === 0 ? (`e${1 + (of % 3)}` as const) : ("unassigned" as const);
  const words = ledger.seal(`words ${of}`);
  const statement = ledger.seal({
    aspect: "where",
    value: { is: "place", words: "words" },
    polarity: "affirmed",
    hedges: [],
    basis: "unstated",
    basisWords: null,
    speakers: [{ words: "somebody", who: "person", says: null, direct: false, span: null, source: `s${1 + (of % 3)}` }],
    eventSort: "unclear",
    valueSpan: { start: 0, end: 5 },
    restsOn: [],
  });
  const what = ledger.seal({ is: "same-day", first: claim, second: `e${1 + (of % 3)}`, zone: "Europe/Kyiv" });
  // Some copies withhold them.
  const opens = of % 4 === 0 ? [] : [words.opened, statement.opened, what.opened];
  const { sealed } = words;
  const add = (draft: EntryDraft) => void ledger.append(draft);
  const text = { item, part: { sort: of % 2 === 0 ? ("typed" as const) : ("article-body" as const) }, reading: null };
  const [span, instant] = [{ start: 0, end: 5 }, `20${20 + of}-01-01T00:00:00Z`];
  switch (place % 12) {
    case 0: {
      const proposed = of % 2 === 0 ? { by: "person" as const } : { by: "assistant" as const, model: sealed, endpoint: sealed };
      const data = { claim, text, span, quote: sealed, aspect: "where" as const, event, statement: statement.sealed, proposed };
      return add({ kind: "claim.stated", data: { ...data, edited: ["basis"], reason: of % 3 === 0 ? sealed : null }, opens });
    }
    case 1:
      return add({ kind: "claim.graded", data: { claim, credibility: "3", reason: sealed }, opens });
    case 2:
      return add({ kind: "claim.withdrawn", data: { claim, reason: sealed }, opens });
    case 3:
      return add({ kind: "claim-proposal.rejected", data: { text, aspect: "where", span, valueSpan: span, reason: sealed }, opens });
    case 4:
      return add({ kind: "claim-proposal.restored", data: { rejected: 1 + of } });
    case 5: {
      const data = { derivation: `d${1 + (of % 3)}` as const, derived: claim, from: of % 2 === 0 ? item : other };
      return add({ kind: "derivation.stated", data: { ...data, sort: "cites", standing: "confirmed", basis: sealed }, opens });
    }
    case 6:
      return add({ kind: "derivation.withdrawn", data: { derivation: `d${1 + (of % 3)}`, reason: sealed }, opens });
    case 7: {
      const assumption = `u${1 + (of % 3)}` as const;
      return add({ kind: "assumption.made", data: { assumption, what: what.sealed, words: sealed }, opens });
    }
    case 8:
      return add({ kind: "assumption.withdrawn", data: { assumption: `u${1 + (of % 3)}`, reason: sealed }, opens });
    case 9: {
      const data = { reply: `y${1 + (of % 3)}` as const, to: `s${1 + (of % 3)}` as const, about: [claim] };
      const said = { toWords: sealed, way: sealed, asked: sealed, sentAt: instant, deadline: null };
      return add({ kind: "reply.requested", data: { ...data, ...said }, opens });
    }
    case 10:
      return add({
        kind: "reply.received",
        data: { reply: `y${1 + (of % 3)}`, at: instant, response: sealed, item: of % 2 === 0 ? item : null },
        opens,
      });
    default:
      return add({ kind: "reply.withdrawn", data: { reply: `y${1 + (of % 3)}`, reason: sealed }, opens });
  }
}
