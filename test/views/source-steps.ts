/** Entries about sources, accounts, attributions, conditions and assessments, from two numbers: one of a few records, one of six kinds. */
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { LedgerInMemory } from "../support/ledger-in-memory.ts";

export function performOnSources(ledger: LedgerInMemory, item: `i${string}`, { of, place }: { of: number; place: number }): void {
  const source = `s${1 + (of % 3)}` as const;
  const account = `a${1 + (of % 3)}` as const;
  const words = ledger.seal(`words ${of}`);
  // Some copies withhold them.
  const opens = of % 4 === 0 ? [] : [words.opened];
  const { sealed } = words;
  const add = (draft: EntryDraft) => void ledger.append(draft);
  const consent = (["yes", "no", "unknown"] as const)[of % 3] ?? "unknown";
  const instant = `20${20 + of}-01-01T00:00:00Z`;
  switch (place % 6) {
    case 0: {
      const identity = of % 2 === 0 ? ("as-before" as const) : { sealed: ledger.seal("restricted").sealed.sealed };
      return add({
        kind: "source.described",
        data: { source, sort: "person", label: sealed, about: null, identity, reason: sealed },
        opens,
      });
    }
    case 1:
      return add({ kind: "source.graded", data: { source, reliability: "C", asOf: instant.slice(0, 10), reason: sealed }, opens });
    case 2:
      return add({
        kind: "account.described",
        data: { account, platform: "telegram", platformId: sealed, url: "unknown", source: of % 2 === 0 ? source : "unknown", about: null },
        opens,
      });
    case 3: {
      const seen = { earliest: instant, latest: instant };
      return add({
        kind: "account.handle-observed",
        data: { account, handle: sealed, displayName: "unknown", seen, basis: sealed },
        opens,
      });
    }
    case 4: {
      const standing = of % 5 === 0 ? "withdrawn" : "stated";
      return add({
        kind: "item.attributed",
        data: { items: [item], role: "given-by", account: "unknown", source, basis: sealed, standing },
        opens,
      });
    }
    default: {
      if (of % 3 === 0) {
        const assessed = { reliability: "seems-doubtful", riskOfRemoval: "high", riskToPeople: "unknown", safety: sealed } as const;
        return add({ kind: "item.assessed", data: { items: [item], relevance: sealed, ...assessed, laterDuties: "unknown" }, opens });
      }
      return add({
        kind: "conditions.stated",
        data: {
          about: of % 2 === 0 ? { of: "items", items: [item] } : { of: "source", source },
          givenBy: of % 4 === 1 ? source : "unknown",
          scope: { keep: "yes", analyse: "yes", "show-redacted": consent, publish: consent, "share-with-court": consent },
          terms: sealed,
          embargoUntil: instant,
          withdrawnAt: "not-withdrawn",
          mayContact: consent,
          legalBasis: "consent",
          accessMethod: "handed-over",
          retention: "no-limit",
          legalHold: of % 5 === 0 ? { reason: sealed } : "none",
        },
        opens,
      });
    }
  }
}
