/** Our reader of JSON as it arrives. What the platform's parser takes, ours must take, and with the same values. */
import assert from "node:assert/strict";
import { createJsonReader, type JsonHandler } from "../../../src/formats/json-stream/json-reader.ts";
import { createValueBuilder, isList, isNumber, isObject, type JsonValue } from "../../../src/formats/json-stream/json-value.ts";
import { landmarks } from "../../../src/formats/telegram-export/landmarks.ts";
import { bytesOf, type FuzzTarget, inPieces } from "../fuzz-target.ts";

export const target: FuzzTarget = {
  name: "json-stream",
  seeds: () =>
    [
      '{"a":[1,-2.5e3,true,false,null,"x\\n\\u00e9\\ud834\\udd1e",{"b":{}}],"c":"","d":[[[[]]]],"e":12345678901234567890}',
      ' [ {"id": 1,\n "type": "message", "text": ["a", {"type": "bold", "text": "b"}]} , [ ] , "\\"\\\\\\/\\b\\f\\n\\r\\t" ] ',
    ].map(bytesOf),
  dictionary: [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "\\u",
    "\\ud800",
    "\\x41",
    "true",
    "nul",
    "-",
    "0",
    ".5",
    "e+",
    "1E-400",
    '{"id":',
    '"type": "message"',
  ],
  async run(bytes) {
    const builder = createValueBuilder();
    let fine = true;
    const flaw = () => {
      fine = false;
    };
    const handler: JsonHandler = {
      open: (kind) => builder.open(kind),
      close: () => builder.close(),
      name: (text) => builder.name(text),
      text: (value, flaws) => builder.add(value, flaws),
      word: (value) => builder.add(value),
      number: (digits) => builder.add({ digits }),
      broken: flaw,
      cut: flaw,
      found: () => [],
    };
    const reader = createJsonReader(handler, { landmarks, longestText: 1_000_000, deepest: 500 });
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    for await (const piece of inPieces(bytes)) reader.push(decoder.decode(piece, { stream: true }));
    reader.push(decoder.decode());
    reader.end();
    const expected = parsed(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    if (expected === undefined || typeof expected !== "object" || expected === null) return;
    // A run of so many digits is refused by ours on purpose; the platform reads it as infinity or rounds it away.
    if (/[-+.0-9eE]{1024}/.test(new TextDecoder().decode(bytes))) return;
    assert.ok(fine, "the platform reads it as JSON and this reader does not");
    if (builder.flaws.length === 0) assert.deepEqual(plain(builder.value), wellFormedNames(expected));
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names are kept in well-formed text, as values are; of values a flaw says so. */
function wellFormedNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wellFormedNames);
  if (typeof value !== "object" || value === null) return value;
  return withMembers(Object.entries(value).map(([name, one]) => [name.toWellFormed(), wellFormedNames(one)]));
}

function plain(value: JsonValue | undefined): unknown {
  if (isNumber(value)) return Number(value.digits);
  if (isList(value)) return value.map(plain);
  if (!isObject(value)) return value;
  return withMembers([...value].map(([name, one]) => [name, plain(one)]));
}

/** With `__proto__` as a member like any other. */
function withMembers(members: readonly (readonly [string, unknown])[]): object {
  const out = {};
  for (const [name, value] of members) Object.defineProperty(out, name, { value, enumerable: true, writable: true, configurable: true });
  return out;
}
