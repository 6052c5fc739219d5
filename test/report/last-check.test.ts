/** Custody tells of the last check of all bytes what its line says of this item, and certifies nothing beyond it. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Digest } from "../../src/core/hash/digest.ts";
import { lastCheck } from "../../src/reads/report/last-check.ts";

const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}`;
const row = (data: object | null) => ({
  ...{ seq: 9, kind: "fixity.checked", at: "2026-01-05T08:00:00.000Z", by: "x", open: "{}" },
  body: data === null ? null : JSON.stringify({ kind: "fixity.checked", data }),
});

it("a check that found the bytes of an item altered, or did not find them, is told as that", () => {
  const found = { objects: 3, intact: 1, altered: [digest("a")], missing: [digest("b")] };
  assert.match(lastCheck(row(found), digest("a")).text, /FOUND THIS ITEM'S BYTES ALTERED/);
  assert.match(lastCheck(row(found), digest("b")).text, /DID NOT FIND/);
  assert.match(lastCheck(row(found), digest("c")).text, /1 of 3 objects as they were, and does not name this one/);
});

it("without a check, or with one whose words are withheld, nothing is said of the bytes", () => {
  assert.match(lastCheck(undefined, digest("a")).text, /Nobody recorded a check/);
  assert.match(lastCheck(row(null), digest("a")).text, /what it found is not known/);
});
