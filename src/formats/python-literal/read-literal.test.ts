/** Python's own print of its data, read back: checked against Python itself where it is at hand. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { PythonValue } from "./python-value.ts";
import { readPythonLiteral } from "./read-literal.ts";

const read = (text: string): PythonValue | undefined => {
  const { value, fault } = readPythonLiteral(text);
  assert.equal(fault, undefined, JSON.stringify(fault));
  return value;
};
const number = (digits: string) => ({ is: "number", digits });

describe("a Python literal", () => {
  it("is read with every kind of value in it", () => {
    assert.deepEqual(read("{'a': [1, -2.5e3, 0x1F, 1_000], 'b': (True, None), 'c': {1, 2}, 'd': {}, 'e': set(), 'f': (3), 'g': (3,)}"), {
      is: "dict",
      entries: [
        ["a", { is: "list", items: [number("1"), number("-2.5e3"), number("0x1F"), number("1000")] }],
        ["b", { is: "tuple", items: [true, null] }],
        ["c", { is: "set", items: [number("1"), number("2")] }],
        ["d", { is: "dict", entries: [] }],
        ["e", { is: "set", items: [] }],
        ["f", number("3")],
        ["g", { is: "tuple", items: [number("3")] }],
      ],
    });
  });

  it("keeps quotes, escapes and prefixes of strings as Python means them", () => {
    const cases: [string, PythonValue][] = [
      [`'it\\'s'`, "it's"],
      [`"say \\"no\\""`, 'say "no"'],
      [`'\\x41\\u0411\\U0001F600\\101\\n\\t\\\\'`, "AБ😀A\n\t\\"],
      [`r'C:\\new'`, "C:\\new"],
      [`'''two\nlines'''`, "two\nlines"],
      [`'a' "b"`, "ab"],
      [`'\\q \\N{BULLET}'`, "\\q \\N{BULLET}"],
      [`'cut \\ud800 half'`, "cut \ufffd half"],
      [`u'old'`, "old"],
    ];
    for (const [text, value] of cases) assert.deepEqual(read(text), value, text);
    assert.deepEqual(read(`b'\\xff\\x00a'`), { is: "bytes", text: "ÿ\0a" });
  });

  it("leaves a call as its name and what it was given", () => {
    assert.deepEqual(read("datetime.datetime(2022, 3, 30, 5, 40, tzinfo=datetime.timezone.utc)"), {
      is: "call",
      name: "datetime.datetime",
      items: ["2022", "3", "30", "5", "40"].map(number),
      named: [["tzinfo", { is: "words", text: "datetime.timezone.utc" }]],
    });
    assert.deepEqual(read("[nan, -inf, <Status.OK: 'fine'>]"), {
      is: "list",
      items: ["nan", "-inf", "<Status.OK: 'fine'>"].map((text) => ({ is: "words", text })),
    });
    const { value, fault } = readPythonLiteral("__import__('os').system('id')");
    assert.deepEqual([value, fault?.offset], [{ is: "call", name: "__import__", items: ["os"], named: [] }, 16]);
  });

  it("that is cut or broken gives what stands before, and the place", () => {
    const cut = readPythonLiteral("{'url': 'https://example.org/a', 'media': [{'filename': 'a.mp4', 'urls': ['b'");
    assert.deepEqual(cut.value, {
      is: "dict",
      entries: [
        ["url", "https://example.org/a"],
        [
          "media",
          {
            is: "list",
            items: [
              {
                is: "dict",
                entries: [
                  ["filename", "a.mp4"],
                  ["urls", { is: "list", items: ["b"] }],
                ],
              },
            ],
          },
        ],
      ],
    });
    assert.deepEqual(cut.fault, { offset: 77, expected: "a comma or ]", found: "the end of the text" });
    for (const text of ["", "{'a'", "{'a': }", "[1 2]", "'open", "(1", "[,]", "{1: 2, 3}", "1 2", "f(", "f(a=", "<object"]) {
      const { fault } = readPythonLiteral(text);
      assert.ok(fault !== undefined && fault.offset <= text.length, text);
    }
    assert.match(readPythonLiteral("[".repeat(100_000)).fault?.expected ?? "", /nesting of at most 64/);
  });

  it("never throws, and reads in time that grows with the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."[](){}'\"\\,:<>=ab1.-_ xNTr\n") }), (text) => {
        readPythonLiteral(text);
      }),
      { seed: 20240914, numRuns: 2000 },
    );
    for (const part of ["<", "-", "f(", "{1:", "('a' ", "a.", "1_", "\\N{"]) readPythonLiteral(part.repeat(200_000));
  });

  it("is what Python 3 prints", () => {
    // 150 nested values with their `repr` and their JSON, both by Python 3.11.
    const cases = JSON.parse(readFileSync(new URL("../../../test/readers/python-prints.json", import.meta.url), "utf8")) as [
      string,
      unknown,
    ][];
    for (const [text, value] of cases) assert.deepEqual(plain(read(text)), value, text);
  });
});

/** As Python's json prints it: keys as text, tuples as lists. */
function plain(value: PythonValue | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value.is === "number") return Number(value.digits);
  if (value.is === "list" || value.is === "tuple") return value.items.map(plain);
  if (value.is !== "dict") return value;
  return Object.fromEntries(value.entries.map(([key, one]) => [typeof key === "string" ? key : JSON.stringify(plain(key)), plain(one)]));
}
