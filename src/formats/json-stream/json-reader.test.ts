/** The incremental JSON reader against the platform's own, in every way of cutting the text. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createJsonReader, type Landmark } from "./json-reader.ts";
import { createValueBuilder, isList, isNumber, isObject, type JsonValue } from "./json-value.ts";

interface Read {
  readonly value: unknown;
  readonly broken: string[];
  readonly cut: boolean;
  readonly flaws: readonly { field: string; flaw: string }[];
}

/** Reads a container; its numbers come back as numbers. */
function read(text: string, chunk: number, landmarks: Landmark[] = []): Read {
  const builder = createValueBuilder();
  const broken: string[] = [];
  let cut = false;
  const reader = createJsonReader(
    {
      open: (kind) => builder.open(kind),
      close: () => builder.close(),
      name: (name) => builder.name(name),
      text: (value, flaws) => builder.add(value, flaws),
      word: (value) => builder.add(value),
      number: (digits) => builder.add({ digits }),
      broken: (expected) => broken.push(expected),
      cut: () => (cut = true),
      found: () => [],
    },
    { longestText: 1_000_000, deepest: 100, landmarks },
  );
  for (let at = 0; at < text.length; at += chunk) reader.push(text.slice(at, at + chunk));
  reader.end();
  return { value: plain(builder.value), broken, cut, flaws: builder.flaws };
}

function plain(value: JsonValue | undefined): unknown {
  if (isObject(value)) return Object.fromEntries([...value].map(([name, one]) => [name, plain(one)]));
  if (isList(value)) return value.map(plain);
  return isNumber(value) ? Number(value.digits) : value;
}

describe("reading JSON as it arrives", () => {
  it("gives what JSON.parse gives, however the text is cut", () => {
    const containers = fc.jsonValue({ maxDepth: 4 }).map((value) => ({ value }));
    fc.assert(
      fc.property(containers, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 1), (value, chunk, indent) => {
        const text = JSON.stringify(value, null, indent);
        const got = read(text, chunk);
        assert.deepEqual(got.broken, []);
        assert.equal(got.cut, false);
        assert.equal(JSON.stringify(got.value), JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object))));
      }),
      { numRuns: 300, seed: 20240914 },
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const bad = [
      '{"a":1,}',
      "[1,]",
      "[01]",
      "[1 2]",
      '{"a" 1}',
      "{a:1}",
      "[tru]",
      "[+1]",
      "[1.]",
      "[.5]",
      '["\\q"]',
      '["\\u12"]',
      "[]]",
      "[NaN]",
      "{'a':1}",
    ];
    for (const text of bad) {
      assert.throws(() => JSON.parse(text));
      for (const chunk of [1, 100]) assert.equal(read(text, chunk).broken.length, 1, text);
    }
  });

  it("says that a text ends too early, wherever it is cut", () => {
    const text = '{"a": [1, -2.5e3, "x\\u00e9y", null], "b": {"c": true}}';
    for (let length = 0; length < text.length; length++) {
      const got = read(text.slice(0, length), 7);
      assert.ok(got.cut || got.broken.length > 0, `cut at ${length}`);
    }
  });

  it("keeps the digits of numbers that no floating point number holds", () => {
    const builder = createValueBuilder();
    const numbers: string[] = [];
    const reader = createJsonReader(
      { ...silent, open: (kind) => builder.open(kind), number: (digits) => numbers.push(digits) },
      { longestText: 10, deepest: 10 },
    );
    reader.push("[90071992547409930");
    reader.push("01, 1.10, -0]");
    reader.end();
    assert.deepEqual(numbers, ["9007199254740993001", "1.10", "-0"]);
  });

  it("marks half surrogates, foreign escapes and doubled members, and reads on", () => {
    const got = read('{"a": "\\ud800", "b": "\\x0B", "c": 1, "c": 2, "d": "\\ud83d\\ude00"}', 3);
    assert.deepEqual(got.value, { a: "\ufffd", b: "\u000b", c: 2, d: "😀" });
    assert.deepEqual(
      got.flaws.map(({ field, flaw }) => `${field} ${flaw}`),
      ["a surrogate", "b escape", "c duplicate"],
    );
  });

  it("does not grow with nesting, and says that it was too deep", () => {
    const got = read("[".repeat(100_000), 4096);
    assert.deepEqual(got.broken, ["nesting of at most 100"]);
  });

  it("goes on past a landmark that is no JSON behind its own start", () => {
    // U+FEFF is white space to a pattern and not to JSON: the same place was found again and again.
    const chat: Landmark = { name: "chat", pattern: /\{\s{0,8}"name"/g };
    const record = '{"name": "x"}';
    for (const chunk of [1, 7, 1000]) {
      const got = read(`{\ufeff "name": "y"}${" ".repeat(5000)}${record}`, chunk, [chat]);
      assert.equal(got.broken.length, 2, "once where it began and once at the landmark");
      assert.equal(got.cut, false);
    }
  });

  it("has no member that is not in the text", () => {
    const builder = createValueBuilder();
    builder.open("object");
    builder.name("__proto__");
    builder.add("own");
    builder.close();
    assert.ok(isObject(builder.value) && builder.value.get("__proto__") === "own" && builder.value.get("toString") === undefined);
  });
});

const nothing = () => undefined;
const silent = {
  open: nothing,
  close: nothing,
  name: nothing,
  text: nothing,
  word: nothing,
  number: nothing,
  broken: nothing,
  cut: nothing,
  found: () => [],
};
