import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalJson, type Json, parseCanonicalJson } from "./canonical-json.ts";

/** RFC 8785 once more, as plainly as can be; undefined for what has no canonical form. */
function plainly(value: unknown): string | undefined {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    const inRange = Number.isFinite(value) && !(Number.isInteger(value) && Math.abs(value) >= 2 ** 53);
    return inRange ? JSON.stringify(value) : undefined;
  }
  if (typeof value === "string") return /\p{Surrogate}/u.test(value) ? undefined : JSON.stringify(value);
  if (typeof value !== "object") return undefined;
  const parts = Array.isArray(value)
    ? value.map(plainly)
    : Object.keys(value)
        .sort()
        .map((name) => {
          const [left, right] = [plainly(name), plainly((value as Record<string, unknown>)[name])];
          return left === undefined || right === undefined ? undefined : `${left}:${right}`;
        });
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(value) ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}

function answered<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof RangeError || error instanceof SyntaxError, String(error));
    return undefined;
  }
}

/** What is easily written in two ways, or in none. */
const oddText = fc.constantFrom(
  "",
  "\u007f",
  "\u0080",
  "\ud800",
  "\udc00x",
  "\ud83d\ude42",
  "\uffff",
  "\ufb33",
  "\\ud800",
  '"',
  "\u2028",
  "\b\u001f",
);
const text = fc.oneof(oddText, fc.string({ unit: "binary" }), fc.string());
const name = fc.oneof(text, fc.constantFrom("10", "9", "1", "-1", "__proto__", "toJSON", "constructor", "a", "A"));
const oddNumber = fc.constantFrom(-0, 0, 1e21, 1e-7, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 0.1, 5e-324, 1.7976931348623157e308, NaN, Infinity);
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.oneof(oddNumber, fc.double(), fc.integer()),
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(name, tie("value")), { maxLength: 5, selector: ([member]) => member })
      .map((members) => Object.fromEntries(members)),
  ),
}));

describe("canonical JSON", () => {
  it("writes every value as RFC 8785 says, in whatever order its members were put, and refuses the rest", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const expected = plainly(value);
        assert.equal(
          answered(() => canonicalJson(value)),
          expected,
        );
        if (expected === undefined) return;
        // As read, members stand in order: the other way through the writer.
        assert.equal(canonicalJson(JSON.parse(expected) as Json), expected);
        assert.equal(canonicalJson(parseCanonicalJson(expected)), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads a text only when it is the one spelling of its value", () => {
    const spelled = fc.tuple(anyValue, fc.constantFrom(undefined, 1)).map(([value, indent]) => JSON.stringify(value, undefined, indent));
    const given = fc.constantFrom(
      '{"a":1,"a":1}',
      '{"a":1,"a":2}',
      '{"b":1,"a":2}',
      '{"9":1,"10":2}',
      '{"10":2,"9":1}',
      '{"\ud83d\ude42":1,"\ufb33":2}',
      '{"\ufb33":2,"\ud83d\ude42":1}',
      '{"__proto__":1}',
      '{"__proto__":{"b":1},"a":2}',
      '["\\u007f"]',
      '["\u007f"]',
      '["\\ud800"]',
      '["\\\\ud800"]',
      '["\\/"]',
      '["\\u001F"]',
      '["\\u001f"]',
      "[-0]",
      "[0]",
      "[1e21]",
      "[1e+21]",
      "[1.0]",
      "[9007199254740992]",
      "[9007199254740991]",
      "[1e-7]",
      "[0.0000001]",
      " []",
      "[]\n",
      "[1,]",
    );
    fc.assert(
      fc.property(fc.oneof(given, spelled), (found) => {
        const expected = answered(() => plainly(JSON.parse(found))) === found;
        assert.equal(answered(() => parseCanonicalJson(found)) !== undefined, expected, found);
      }),
      { numRuns: 2000 },
    );
  });

  it("names the place of what has no JSON form, however the members around it stand", () => {
    const refused: [unknown, RegExp][] = [
      [{ a: [1, { b: NaN }] }, /^\$\.a\[1\]\.b: NaN/],
      [{ b: 1, a: { c: undefined } }, /^\$\.a\.c: undefined/],
      [{ a: ["\ud800"] }, /^\$\.a\[0\]: a lone surrogate/],
      [{ a: { "\udc00": 1 } }, /^\$\.a: a lone surrogate/],
      [[2 ** 53], /^\$\[0\]: integers beyond 2\^53/],
      [{ toJSON: () => "other" }, /^\$\.toJSON: function/],
    ];
    for (const [value, why] of refused) assert.throws(() => canonicalJson(value as Json), { name: "RangeError", message: why });
  });

  it("lets no object write itself as something else", () => {
    assert.equal(canonicalJson(new Date(0) as unknown as Json), "{}");
  });
});
