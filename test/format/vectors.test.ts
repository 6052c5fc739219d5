/** The published vectors: our writer makes them byte for byte, and a reader of a few lines that shares no code with it agrees. */
import assert from "node:assert/strict";
import { createPublicKey, hash, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeVectors, vectorsFolder } from "../../scripts/format-vectors.ts";

type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
interface Line {
  body: { kind: string; data: Value; signature?: { value: string } };
  head: { body: string; prev: string; seq: number; v: number };
  open: Record<string, { salt: string; value: Value }>;
  salt: string;
}

/** RFC 8785 for the values that occur here: sorted names, JSON strings and whole numbers. */
function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Value)}`).join(",")}}`;
}
const tagged = (tag: string, ...rest: string[]) => `sha256:${hash("sha256", [tag, ...rest].join("\n"))}`;
const read = (path: string) => readFileSync(join(vectorsFolder, path), "utf8");

test("the writer makes the published vectors byte for byte", async () => {
  for (const [path, text] of await makeVectors()) assert.equal(read(path), text, path);
});

test("a reader without our code finds every hash, seal and signature of the vectors", () => {
  const vectors = JSON.parse(read("vectors.json")) as {
    caseId: string;
    key: { publicHex: string };
    lines: { canonicalBody: string; bodyHash: string; headHash: string }[];
    checkpoint: { note: string; hash: string };
    head: { head: string; shortCode: string };
  };
  const key = createPublicKey({
    key: Buffer.from(`302a300506032b6570032100${vectors.key.publicHex}`, "hex"),
    format: "der",
    type: "spki",
  });
  const texts = read("ledger.jsonl").split("\n");
  assert.equal(texts.pop(), "", "the last line ends in LF");
  let previous = `sha256:${"0".repeat(64)}`;
  for (const [i, text] of texts.entries()) {
    const line = JSON.parse(text) as Line;
    const explained = vectors.lines[i];
    assert.equal(canonical(line as unknown as Value), text, "the line is its own canonical form");
    assert.equal(canonical(line.body as unknown as Value), explained?.canonicalBody);
    assert.equal(tagged("witnessmark-body-v1", line.salt, canonical(line.body as unknown as Value)), line.head.body);
    assert.equal(line.head.prev, previous);
    previous = tagged("witnessmark-head-v1", canonical(line.head));
    assert.equal(previous, explained?.headHash);
    for (const [digest, { salt, value }] of Object.entries(line.open)) {
      assert.equal(tagged("witnessmark-value-v1", salt, canonical(value)), digest);
      assert.ok(canonical(line.body as unknown as Value).includes(`{"sealed":"${digest}"}`));
    }
    if (line.body.signature !== undefined) {
      const { signature, ...unsigned } = line.body;
      const signed = `witnessmark-signature-v1\n${vectors.caseId}\n${line.body.kind}\n${canonical(unsigned as unknown as Value)}`;
      assert.ok(verify(null, Buffer.from(signed), key, Buffer.from(signature.value, "base64")));
    }
  }
  assert.equal(texts.length, 5);
  assert.equal(previous, vectors.head.head);
  assert.equal(previous.slice(7, 22).replace(/(.{5})(?=.)/g, "$1-"), vectors.head.shortCode);
});

test("the checkpoint of the vectors is a C2SP signed note over line 4", () => {
  const { checkpoint, key, lines } = JSON.parse(read("vectors.json")) as {
    checkpoint: { note: string; hash: string };
    key: { publicHex: string };
    lines: { headHash: string }[];
  };
  const [text = "", signatureLine = ""] = checkpoint.note.split("\n\n").map((part, i) => (i === 0 ? `${part}\n` : part));
  const [, , head] = text.split("\n");
  assert.equal(head, lines[3]?.headHash);
  const [dash, name, encoded = ""] = signatureLine.trim().split(" ");
  assert.equal(dash, "\u2014");
  const bytes = Buffer.from(encoded, "base64");
  const publicKey = Buffer.from(key.publicHex, "hex");
  const id = hash("sha256", Buffer.concat([Buffer.from(`${name}\n\x01`), publicKey]), "buffer").subarray(0, 4);
  assert.deepEqual(bytes.subarray(0, 4), id);
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  assert.ok(verify(null, Buffer.from(text), createPublicKey({ key: spki, format: "der", type: "spki" }), bytes.subarray(4)));
  assert.equal(`sha256:${hash("sha256", checkpoint.note)}`, checkpoint.hash);
});
