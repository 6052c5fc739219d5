/** The sample's three articles, from the words to what their retelling changed and which of them cannot all hold. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ARTICLES } from "../../scripts/sample/articles.ts";
import type { SourceText } from "../../src/core/claim/source-text.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { UtcInstant } from "../../src/core/time/time-claim.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";
import type { ClaimProposal } from "../../src/reason/claim-text/proposal.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport, usualSettings } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";

type Article = (typeof ARTICLES)[number];
const bodyOf = ({ paragraphs }: Article) => paragraphs.map(({ kind, text }) => (kind === "quote" ? `“${text}”` : text)).join("\n");
const instantOf = ({ published }: Article) => new Date(published).toISOString().replace(".000", "") as UtcInstant;

function textOf(article: Article): SourceText {
  const at = instantOf(article);
  return {
    parts: [{ part: { sort: "article-body" }, role: "body", text: bodyOf(article) }],
    published: { earliest: at, latest: at },
    zone: "Europe/Kyiv",
    publisher: article.outlet,
  };
}

const proposed = ARTICLES.map((article) => proposeClaims(textOf(article)).proposals);
/** The last proposal of an article of this aspect whose value begins with these words: a heading says some of them before. */
function chosen(article: number, aspect: string, words: string): { article: number; proposal: ClaimProposal } {
  const found = (proposed[article] ?? []).findLast(
    ({ statement }) => statement.aspect === aspect && "words" in statement.value && statement.value.words.startsWith(words),
  );
  assert.ok(found !== undefined, `${aspect} "${words}" of ${ARTICLES[article]?.outlet}: expected to be proposed`);
  return { article, proposal: found };
}
const [courier, observer, gazette] = [0, 1, 2];

function claimed(of: readonly { article: number; proposal: ClaimProposal }[], derived: boolean): ClaimCase {
  return {
    claims: of.map(({ article, proposal: { statement, part, span, quote } }, at): CaseClaim => ({
      id: `k${at + 1}`,
      event: "e1",
      aspect: statement.aspect,
      ...{ statement, span, quote },
      text: { item: `i${article + 1}` as ItemId, part, reading: null },
      role: "body",
      publisher: { source: `s${article + 1}`, label: ARTICLES[article]?.outlet ?? "" },
      published: { earliest: instantOf(ARTICLES[article] as Article), latest: instantOf(ARTICLES[article] as Article) },
      credibility: "6",
    })),
    derivations: derived
      ? [{ id: "d1", derived: "i2" as ItemId, from: "i1" as ItemId, sort: "cites", standing: "confirmed", basis: "it names the Courier" }]
      : [],
    events: [{ id: "e1", sort: "other", title: "a van rolls", time: "unknown", place: "unknown" }],
    links: [],
    assumptions: [],
    sources: ARTICLES.map(({ outlet }, at) => ({ id: `s${at + 1}` as const, label: outlet, reliability: "F" as const })),
    copies: [],
  };
}

describe("the articles of the sample", () => {
  it("that cites another one drops its hedge and lengthens the way", () => {
    const said = [
      chosen(courier, "what", "slipped"),
      chosen(observer, "what", "failed"),
      chosen(courier, "how-many", "25 metres"),
      chosen(observer, "how-many", "30 metres"),
    ];
    const { drifts, cells } = originReport(claimed(said, true));
    const kinds = drifts.map(({ kind, derived, from }) => `${from} ${derived} ${kind}`);
    assert.ok(kinds.includes("k1 k2 hedge-lost"), kinds.join("; "));
    assert.ok(kinds.includes("k3 k4 number"), kinds.join("; "));
    for (const { count } of cells) assert.deepEqual(count, { low: 1, best: 1, high: 1 });
  });

  it("that name two days are in conflict, and none is said to be right", () => {
    const said = [chosen(observer, "when", "late on Saturday afternoon"), chosen(gazette, "when", "on Friday evening")];
    const report = contradictionReport(claimed(said, false), { ...usualSettings, zone: "Europe/Kyiv" }, {});
    assert.deepEqual(
      report.events.flatMap(({ aspects }) => aspects.flatMap(({ pairs }) => pairs.map(({ judgement }) => judgement))),
      ["contradict"],
    );
  });

  it("deny no more than their words do", () => {
    const denied = proposed.flat().filter(({ statement }) => statement.polarity === "denied");
    assert.deepEqual(
      denied.map(({ quote }) => quote).filter((quote) => !/\b(?:nobody was hurt|not damaged)\b/i.test(quote)),
      [],
    );
  });
});
