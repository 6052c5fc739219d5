/** What waits, what was accepted, what stays rejected: told from the claims and rejections of the case. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimRow, RejectionRow } from "../../api/claims.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import { proposeClaims } from "../../reason/claim-text/propose-claims.ts";
import { draftOf, readDraft } from "./proposal-draft.ts";
import { keyOfProposal, nextOpen, rowsOf } from "./proposal-rows.ts";

const words = "A truck was reportedly attacked near the mill on Tuesday, the mayor said.";
const text: SourceText = {
  parts: [{ part: { sort: "article-body" }, role: "body", text: words }],
  published: { earliest: "2031-05-08T06:00:00Z", latest: "2031-05-08T06:00:00Z" },
  zone: null,
  publisher: null,
};
const { proposals } = proposeClaims(text);
const by = { by: "rules", version: "1" } as const;
const offered = proposals.map((proposal) => ({ proposal, by }));
const nothing = { text, claims: [], rejections: [], decided: new Map() };

const written = { at: "2031-05-09T00:00:00Z", by: "p1", byName: "one", seq: 9 };

describe("proposals of a text", () => {
  it("wait in the order of the text until somebody decides, and what two put forward alike stands once", () => {
    const rows = rowsOf([...offered, ...offered.map((one) => ({ ...one, by: { by: "person" } as const }))], nothing);
    assert.equal(rows.length, proposals.length);
    assert.ok(rows.every((row) => row.status === "open" && row.by.by === "rules"));
    const starts = rows.map(({ proposal }) => proposal.statement.valueSpan.start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it("are accepted by a claim of their aspect on their words, and open again once that is withdrawn", () => {
    const [first] = proposals;
    assert.ok(first);
    const { aspect } = first.statement;
    const claim: ClaimRow = {
      ...{ id: "k1", aspect, statement: first.statement, text: { item: "i1", part: first.part, reading: null } },
      ...{ span: first.span, quote: first.quote, event: "unassigned", eventSays: null, itemName: "note.txt", role: "body" },
      ...{ publisher: { source: "unknown", label: "note.txt" }, published: "unknown", reliability: "F", credibility: "6" },
      ...{ credibilityReason: null, credibilityOlder: false, proposed: by, edited: [], reason: null, ...written },
    };
    const statusOf = (claims: readonly ClaimRow[]) =>
      rowsOf(offered, { ...nothing, claims }).find(({ key }) => key === keyOfProposal(first))?.status;
    assert.equal(statusOf([claim]), "accepted");
    assert.equal(statusOf([{ ...claim, withdrawn: "by mistake" }]), "open");
    assert.equal(statusOf([{ ...claim, aspect: aspect === "where" ? "when" : "where" }]), "open");
  });

  it("stay rejected, and are passed over by the next key", () => {
    const [first, second] = rowsOf(offered, nothing);
    assert.ok(first && second);
    const { part, span, statement } = first.proposal;
    const rejection: RejectionRow = {
      text: { item: "i1", part, reading: null },
      aspect: statement.aspect,
      span,
      valueSpan: statement.valueSpan,
      reason: null,
      ...written,
    };
    const rows = rowsOf(offered, { ...nothing, rejections: [rejection] });
    assert.equal(rows[0]?.status, "rejected");
    assert.equal(nextOpen(rows, undefined, 1), second.key);
    assert.notEqual(nextOpen(rows, rows.at(-1)?.key, 1), first.key);
    assert.equal(nextOpen([], undefined, 1), undefined);
  });

  it("say the same when they are taken into the form and out of it", () => {
    for (const proposal of proposals) {
      const read = readDraft(draftOf(proposal, words));
      assert.deepEqual(read.state === "read" && read.statement, proposal.statement);
    }
  });
});
