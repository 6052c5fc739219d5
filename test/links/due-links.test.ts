/** What is due for a look, as the database counts it and as the rule says it, over made histories. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { linkNotedDraft } from "../../src/actions/note-links.ts";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { NormalisedLink } from "../../src/core/link/link.ts";
import { normaliseUrl } from "../../src/core/link/normalise-url.ts";
import { type LinkPage, listLinks } from "../../src/reads/list-links.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { openViews } from "../../src/views/open-views.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

/** When every line of the ledger in memory is written. */
const noted = Date.parse("2024-09-14T13:00:00Z");
const day = 86_400_000;
const viewer = { person: "p1", readOnly: false } as const;
const risks = ["low", "high", "unknown"] as const;

function linkOf(number: number): NormalisedLink {
  const read = normaliseUrl(`https://example.org/${number}`);
  if (read.state === "refused") throw new Error(read.reason);
  return read.link;
}

async function listed(drafts: (ledger: LedgerInMemory) => EntryDraft[], now: number): Promise<LinkPage> {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-test-"));
  const ledger = new LedgerInMemory();
  ledger.append({ kind: "case.opened", data: { caseId: "0".repeat(32), formatVersion: 1, title: "Synthetic" } });
  for (const draft of drafts(ledger)) ledger.append(draft);
  const views = await openViews({ file: join(folder, "views.sqlite"), readOnly: false, ledger, vault: ledger.vault, sha256 });
  try {
    const reader = { views } as unknown as CaseReader;
    return await listLinks(reader, viewer, { now: () => new Date(now).toISOString() }, {});
  } finally {
    await views.close();
    rmSync(folder, { recursive: true });
  }
}

const noteDraft = (ledger: LedgerInMemory, number: number, risk: number) =>
  linkNotedDraft(ledger, {
    item: `i${number}` as ItemId,
    link: linkOf(number),
    riskOfRemoval: risks[risk % 3] ?? "unknown",
    from: "typed",
  });
const planDraft = (about: ItemId[] | "high-risk", days: number): EntryDraft => ({
  kind: "link.check-planned",
  data: { about, everyDays: days === 0 ? "never" : days },
});
const lookDraft = (item: ItemId, after: number): EntryDraft => ({
  kind: "link.checked",
  data: { item, outcome: "there", at: new Date(noted + after * day).toISOString(), how: "by-hand", statement: null, evidence: [] },
});

describe("links that are due for a look", () => {
  it("are those whose plan has run out since the last look, high risk first", async () => {
    const page = await listed(
      (ledger) => [
        noteDraft(ledger, 1, 0),
        noteDraft(ledger, 2, 1),
        noteDraft(ledger, 3, 1),
        planDraft("high-risk", 7),
        planDraft(["i1"], 3),
        lookDraft("i3", 5),
      ],
      noted + 8 * day,
    );
    assert.deepEqual(
      page.links.map(({ item, due, plan }) => [item, due, plan]),
      [
        ["i2", true, { everyDays: 7, of: "high-risk" }],
        ["i3", false, { everyDays: 7, of: "high-risk" }],
        ["i1", true, { everyDays: 3, of: "item" }],
      ],
    );
    assert.equal(page.counts.due, 2);
  });

  it("are the same for the database, which counts them, and for the rule that each row follows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ risk: fc.nat(2), own: fc.option(fc.nat(9)), looks: fc.array(fc.nat(20), { maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(9),
        fc.nat(30),
        async (links, highRisk, after) => {
          const page = await listed(
            (ledger) => [
              ...links.map(({ risk }, place) => noteDraft(ledger, place + 1, risk)),
              planDraft("high-risk", highRisk),
              ...links.flatMap(({ own, looks }, place) => {
                const item = `i${place + 1}` as ItemId;
                return [...(own === null ? [] : [planDraft([item], own)]), ...looks.map((look) => lookDraft(item, look))];
              }),
            ],
            noted + after * day,
          );
          assert.equal(page.counts.due, page.links.filter(({ due }) => due).length);
          assert.equal(page.counts.waiting, links.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
