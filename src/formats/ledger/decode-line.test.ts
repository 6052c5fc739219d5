import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, it } from "node:test";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { noDigest } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import type { LineHead } from "../../core/ledger/ledger-line.ts";
import { readLine, sealedIn } from "./decode-line.ts";
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

  const body: Json = {
    at: "2024-09-14T13:00:00Z",
    by: "p1",
    data: { authority: "площа 🙂", checkpoint: noDigest, request: noDigest },
    kind: "timestamp.requested",
  };
  const head = { body: bodyDigest(sha256, salt, canonicalJson(body)), prev: noDigest, seq: 1, v: 1 };
  const good = { body, head, open: {}, salt };
  const read = (line: Json) => readLine(sha256, 1, encodeUtf8(canonicalJson(line)));

  it("is read when its body is not plain ASCII", () => {
    assert.deepEqual(read(good).body, body);
    assert.deepEqual(read({ head }), { ...read(good), body: undefined, salt: undefined });
  });

  const nonHex = salt.replace("7", "G");
  const others: [string, Json, RegExp][] = [
    ["a list", [good], /found the line: expected an object/],
    ["a member more", { ...good, more: 1 }, /found the line: expected the members body, head, open, salt/],
    ["a member less", { body, head, salt }, /found the line: expected the members body, head, open, salt/],
    ["a bare head with a salt", { head, salt }, /found the line: expected the members head/],
    ["no head", { body, head: null, open: {}, salt }, /found head: expected an object/],
    ["a head with a member more", { ...good, head: { ...head, x: 1 } }, /found head: expected the members body, prev, seq, v/],
    ["a bare head with a member less", { head: { body: noDigest, prev: noDigest, seq: 1 } }, /found head: expected the members/],
    ["a hash of another kind", { head: { ...head, body: noDigest.replace("256", "512") } }, /found head\.body: expected a digest/],
    ["a hash in capitals", { head: { ...head, prev: noDigest.replace(/0$/, "A") } }, /found head\.prev: expected a digest/],
    ["a hash with a line feed", { head: { ...head, prev: `${noDigest}\n` } }, /found head\.prev: expected a digest/],
    ["line 0", { head: { ...head, seq: 0 } }, /found head\.seq: expected a whole number from 1 on/],
    ["half a line", { head: { ...head, seq: 1.5 } }, /found head\.seq: expected a whole number from 1 on/],
    ["another version", { head: { ...head, v: 2 } }, /found head\.v: expected 1/],
    ["a short salt", { ...good, salt: "7" }, /found salt: expected 64 hexadecimal digits/],
    ["opened values as a list", { ...good, open: [] }, /found open: expected an object/],
    ["an opened value under a name", { ...good, open: { x: { salt, value: 1 } } }, /found open\.x: expected a digest as its name/],
    ["an opened value without salt", { ...good, open: { [noDigest]: { value: 1 } } }, /expected the members salt, value/],
    ["an opened value with a wrong salt", { ...good, open: { [noDigest]: { salt: nonHex, value: 1 } } }, /\.salt: expected 64 hex/],
    ["an opened value that nothing names", { ...good, open: { [noDigest]: { salt, value: 1 } } }, /that the body does not name/],
  ];
  for (const [what, line, why] of others) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => read(line), { code: "LEDGER_LINE_NOT_CANONICAL", message: why });
    });
  }

  it("is refused, naming the member, when its body is none of the format", () => {
    const strange: Json = { ...body, data: { authority: "a", checkpoint: noDigest, request: 1 } };
    const line = { ...good, body: strange, head: { ...head, body: bodyDigest(sha256, salt, canonicalJson(strange)) } };
    assert.throws(() => read(line), { code: "LEDGER_BODY_UNKNOWN", message: /^ledger line 1: data\.request: / });
  });

  it("finds every sealed value of a body once, and nothing else", () => {
    const [a, b] = [`sha256:${"a".repeat(64)}`, `sha256:${"b".repeat(64)}`];
    assert.deepEqual(sealedIn({ x: { sealed: b }, y: [{ sealed: a }, [{ z: { sealed: b } }]], sealed: a, w: { sealed: "sha256:1" } }), [
      b,
      a,
    ]);
  });
});
