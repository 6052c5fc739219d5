/** A line of a ledger. It is refused by a coded error or it is what its own bytes say: no second spelling is read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vectorsFolder } from "../../../scripts/format-vectors.ts";
import { CaseError } from "../../../src/core/case/case-error.ts";
import { canonicalJson, type Json } from "../../../src/core/json/canonical-json.ts";
import type { LedgerLine } from "../../../src/core/ledger/ledger-line.ts";
import { readLine } from "../../../src/formats/ledger/decode-line.ts";
import { headDigest } from "../../../src/formats/ledger/line-hashes.ts";
import { sha256 } from "../../../src/keep/sha256.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const lines = () => readFileSync(join(vectorsFolder, "ledger.jsonl"), "utf8").trimEnd().split("\n");

const bodies = new Set(lines().map((line) => canonicalJson((JSON.parse(line) as { body: Json }).body)));

export const target: FuzzTarget = {
  name: "ledger-line",
  seeds: () => lines().map(bytesOf),
  dictionary: [
    '{"body":',
    '"head":{',
    '"open":{',
    '"salt":"',
    '"sealed":"sha256:',
    '"seq":',
    "sha256:",
    "\\u0061",
    "1.0",
    "1e2",
    '"kind":"case.opened"',
    '"v":2',
    "[[[[",
  ],
  run(bytes) {
    let line: LedgerLine;
    try {
      line = readLine(sha256, 1, bytes);
    } catch (error) {
      if (error instanceof CaseError) return;
      throw error;
    }
    assert.equal(line.headDigest, headDigest(sha256, line.head));
    // A head without its body is a line too: its words were withheld or erased. A body that is there is one that was written.
    if (line.body !== undefined) assert.ok(bodies.has(canonicalJson(line.body as unknown as Json)), "a body that nobody wrote was read");
  },
};
