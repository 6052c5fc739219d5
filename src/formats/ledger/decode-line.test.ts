import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, it } from "node:test";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { noDigest } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import type { LineHead } from "../../core/ledger/ledger-line.ts";
import { readLine } from "./decode-line.ts";
import { bodyDigest } from "./line-hashes.ts";

const sha256 = (bytes: Uint8Array) => hash("sha256", bytes, "buffer");
const salt = "7".repeat(64);

describe("one line of a ledger", () => {
  it("is refused when its head names the hash of a part of the body, up to a copy of that head", () => {
    const bodyWith = (parameters: Json): Json => ({
      at: "2024-09-14T13:00:00Z",
      by: "p1",
      data: {
        ground: { analyser: "probe", decoder: "none", inputs: [], parameters, version: "1" },
        item: "i1",
        outcome: { files: [], result: noDigest, state: "done" },
      },
      kind: "analysis.recorded",
    });
    const part = canonicalJson(bodyWith({ a: 0 })).split("0}")[0] + "0";
    const head: LineHead = { body: bodyDigest(sha256, salt, part), prev: noDigest, seq: 1, v: 1 };
    const body = bodyWith({ a: 0, head: { ...head }, open: {} });
    const line = canonicalJson({ body, head: { ...head }, open: {}, salt });
    assert.ok(line.startsWith(`{"body":${part},"head":${canonicalJson({ ...head })},"open":`), "the copy stands where the part ends");
    assert.throws(() => readLine(sha256, 1, encodeUtf8(line)), { code: "LEDGER_CHAIN_BROKEN" });
  });
});
