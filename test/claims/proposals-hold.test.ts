/** Whatever the rules put forward may be accepted as it stands: no person is handed a proposal that the case would then refuse. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { faultOfClaim } from "../../src/core/claim/check-claim.ts";
import { ClaimStatement } from "../../src/core/claim/claim.ts";
import { plainUnits } from "../../src/core/claim/claim-value.ts";
import type { SourceText } from "../../src/core/claim/source-text.ts";
import { englishNumbers } from "../../src/reason/claim-text/numbers/english-numbers.ts";
import { russianNumbers } from "../../src/reason/claim-text/numbers/russian-numbers.ts";
import { ukrainianNumbers } from "../../src/reason/claim-text/numbers/ukrainian-numbers.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";

interface Paragraph {
  readonly id: string;
  readonly language: string;
  readonly published: string;
  readonly zone: string | null;
  readonly outlet: string;
  readonly text: string;
}

it("every proposal from the paragraphs that the rules are built on is sound", () => {
  const lines = readFileSync(join(import.meta.dirname, "../../scripts/accuracy/claims/dev.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  let proposed = 0;
  for (const { id, language, published, zone, outlet, text } of lines.map((line) => JSON.parse(line) as Paragraph)) {
    const source: SourceText = {
      parts: [{ part: { sort: "article-body" }, role: "body", text, language }],
      published: { earliest: `${published}T00:00:00Z`, latest: `${published}T23:59:59Z` },
      ...{ zone, publisher: outlet },
    };
    for (const { part, span, quote, statement } of proposeClaims(source).proposals) {
      proposed++;
      assert.deepEqual(ClaimStatement.parse(statement), statement, id);
      assert.equal(faultOfClaim({ part, span, quote, statement }, text), undefined, `${id}: ${JSON.stringify(statement)}`);
    }
  }
  assert.ok(proposed > 100, `${proposed}`);
});

it("every unit that the rules put for the words of a text is one of the plain names", () => {
  for (const { measures, nouns } of [englishNumbers, ukrainianNumbers, russianNumbers])
    for (const [, unit] of [...measures, ...nouns]) assert.ok(plainUnits.has(unit), unit);
});
