/** What Python prints of its data. A fault lies within the text, and what is handed back is a value. */
import assert from "node:assert/strict";
import { readPythonTime } from "../../../src/formats/auto-archiver/python-time.ts";
import { isDict, type PythonValue } from "../../../src/formats/python-literal/python-value.ts";
import { readPythonLiteral } from "../../../src/formats/python-literal/read-literal.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const metadata = `{'url': 'https://t.me/ostrel/1', 'title': "it's", 'n': [1, -2.5e-3, 0x1F, 1_000, 3j, nan], 'when': datetime.datetime(2022, 3, 30, 5, 40, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800))), 'raw': b'\\xff\\x00', 'set': {1, 'a'}, 'none': None, 'deep': ((((),),),), 'o': <Media object at 0x7f00>, '\\u0411\\N{BULLET}\\101': r'C:\\new' """two
lines"""}`;

export const target: FuzzTarget = {
  name: "python-literal",
  seeds: () => [metadata, "[]", "set()", "(1)", "-inf"].map(bytesOf),
  dictionary: [
    "'",
    '"',
    "'''",
    "\\",
    "\\x",
    "\\U0010ffff",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ":",
    "=",
    "<",
    ">",
    "None",
    "True",
    "b'",
    "rb'",
    "0x",
    "1e",
    "1_",
    "f(",
    "datetime.datetime(",
    "tzinfo=",
    "lambda x: x",
    "__import__('os')",
  ],
  run(bytes) {
    const text = new TextDecoder().decode(bytes);
    const { value, fault } = readPythonLiteral(text);
    if (fault !== undefined) assert.ok(fault.offset >= 0 && fault.offset <= text.length, `a fault at ${fault.offset} of ${text.length}`);
    else assert.notEqual(value, undefined);
    if (isDict(value)) for (const [, one] of value.entries) time(one);
  },
};

function time(value: PythonValue): void {
  const claim = readPythonTime(value, { means: "posted", basis: "here" });
  if (claim !== undefined) assert.ok(claim.earliest <= claim.latest);
}
