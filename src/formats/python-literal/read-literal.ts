/**
 * Reads what Python prints of a dict or a list, as one walk over the text: nothing is evaluated, nothing is looked up. Where
 * the text stops being such a literal, what was read so far is handed back with the place and what was expected there.
 */
import type { PythonValue } from "./python-value.ts";
import { readString } from "./read-string.ts";

export interface LiteralFault {
  /** UTF-16 unit of the text at which reading ended, from 0. */
  readonly offset: number;
  readonly expected: string;
  readonly found: string;
}

export interface LiteralReading {
  /** Undefined when not even the beginning could be read. */
  readonly value: PythonValue | undefined;
  readonly fault: LiteralFault | undefined;
}

/** Deeper nesting is a fault: what Python itself prints of real data is a few levels deep. */
const deepest = 64;
const longestWords = 10_000;

const space = /[ \t\r\n\f]*/y;
const numberForm =
  /[-+]?(?:0[xX][0-9a-fA-F_]{1,1000}|0[oO][0-7_]{1,1000}|0[bB][01_]{1,1000}|(?:\d[\d_]{0,4999})?\.?(?:\d[\d_]{0,4999})?(?:[eE][-+]?\d{1,20})?[jJ]?)/y;
const nameForm = /[\p{L}_][\p{L}\p{N}_]{0,199}(?:\.[\p{L}_][\p{L}\p{N}_]{0,199}){0,20}/uy;
const stringStart = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:'|")/y;

class Faulty extends Error {
  readonly fault: LiteralFault;
  constructor(fault: LiteralFault) {
    super(fault.expected);
    this.fault = fault;
  }
}

export function readPythonLiteral(text: string): LiteralReading {
  const walk = new Walk(text);
  let value: PythonValue | undefined;
  try {
    walk.value(0, (read) => (value = read));
    walk.demandEnd();
    return { value, fault: undefined };
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    return { value, fault: error.fault };
  }
}

/** Puts a value where it belongs, a container as soon as it opens: what it holds so far outlives a fault inside it. */
type Put = (value: PythonValue) => void;

class Walk {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** May put more than once; the last one counts. */
  value(depth: number, put: Put): void {
    this.skipSpace();
    if (depth > deepest) throw this.fault(`nesting of at most ${deepest}`);
    const sign = this.text.charAt(this.at);
    if (sign === "[") return void this.list("list", depth, put);
    if (sign === "(") return this.tuple(depth, put);
    if (sign === "{") return this.dictOrSet(depth, put);
    if (sign === "<") return put({ is: "words", text: this.objectWords() });
    if (this.matches(stringStart) !== undefined) return put(this.strings());
    if (/[-+.\d]/.test(sign)) return put(this.number(depth));
    const name = this.matches(nameForm);
    if (name === undefined) throw this.fault("a value");
    put(this.named(name, depth));
  }

  demandEnd(): void {
    this.skipSpace();
    if (this.at < this.text.length) throw this.fault("nothing after the value");
  }

  private list(is: "list" | "tuple", depth: number, put: Put): readonly PythonValue[] {
    const items: PythonValue[] = [];
    put({ is, items });
    this.at++;
    this.items(is === "list" ? "]" : ")", items, depth);
    return items;
  }

  /** `(1)` is a number in brackets, `(1,)` is a tuple. */
  private tuple(depth: number, put: Put): void {
    const items = this.list("tuple", depth, put);
    const [only] = items;
    if (items.length === 1 && only !== undefined && !/,[ \t\r\n\f]{0,64}\)$/.test(this.text.slice(Math.max(0, this.at - 66), this.at)))
      put(only);
  }

  private items(close: string, items: PythonValue[], depth: number): void {
    while (!this.takes(close)) {
      const place = items.length;
      this.value(depth + 1, (item) => (items[place] = item));
      if (this.takes(close)) return;
      this.demand(",", `a comma or ${close}`);
    }
  }

  private dictOrSet(depth: number, put: Put): void {
    const entries: (readonly [PythonValue, PythonValue])[] = [];
    put({ is: "dict", entries });
    this.at++;
    if (this.takes("}")) return;
    let key = this.single(depth);
    this.skipSpace();
    if (this.text.charAt(this.at) !== ":") {
      const items = [key];
      put({ is: "set", items });
      if (this.takes("}")) return;
      this.demand(",", "a comma, a colon or }");
      return this.items("}", items, depth);
    }
    for (;;) {
      this.demand(":", "a colon after a key");
      const place = entries.length;
      const known = key;
      this.value(depth + 1, (value) => (entries[place] = [known, value]));
      if (this.takes("}")) return;
      this.demand(",", "a comma or }");
      if (this.takes("}")) return;
      key = this.single(depth);
    }
  }

  /** A value that counts only when it is whole. */
  private single(depth: number): PythonValue {
    let whole: PythonValue = null;
    this.value(depth + 1, (value) => (whole = value));
    return whole;
  }

  private named(name: string, depth: number): PythonValue {
    this.at += name.length;
    if (name === "None") return null;
    if (name === "True" || name === "False") return name === "True";
    this.skipSpace();
    if (this.text.charAt(this.at) !== "(") return { is: "words", text: name };
    this.at++;
    const items: PythonValue[] = [];
    const named: (readonly [string, PythonValue])[] = [];
    while (!this.takes(")")) {
      this.skipSpace();
      const keyword = this.keyword();
      const value = this.single(depth);
      if (keyword === undefined) items.push(value);
      else named.push([keyword, value]);
      if (this.takes(")")) break;
      this.demand(",", "a comma or )");
    }
    return name === "set" && items.length === 0 ? { is: "set", items } : { is: "call", name, items, named };
  }

  /** `tzinfo=` of a call. */
  private keyword(): string | undefined {
    const name = this.matches(nameForm);
    if (name === undefined || name.includes(".")) return undefined;
    const before = this.at;
    this.at += name.length;
    this.skipSpace();
    if (this.text.charAt(this.at) === "=") {
      this.at++;
      return name;
    }
    this.at = before;
    return undefined;
  }

  private number(depth: number): PythonValue {
    const digits = this.matches(numberForm) ?? "";
    if (!/\d/.test(digits)) {
      // `-inf`
      if (/^[-+]$/.test(digits)) {
        this.at++;
        const inner = this.single(depth);
        return { is: "words", text: `${digits}${typeof inner === "object" && inner?.is === "words" ? inner.text : ""}` };
      }
      throw this.fault("a number");
    }
    this.at += digits.length;
    return { is: "number", digits: digits.replaceAll("_", "") };
  }

  /** Neighbouring strings are one. */
  private strings(): PythonValue {
    const parts: string[] = [];
    let bytes = false;
    for (;;) {
      const read = readString(this.text, this.at);
      if ("expected" in read) {
        this.at = read.at;
        throw this.fault(read.expected);
      }
      parts.push(read.text);
      bytes ||= read.bytes;
      this.at = read.end;
      this.skipSpace();
      if (this.matches(stringStart) === undefined) break;
    }
    const text = parts.join("").toWellFormed();
    return bytes ? { is: "bytes", text } : text;
  }

  /** `<Enum.member: 'x'>`, up to the bracket that closes it. */
  private objectWords(): string {
    let open = 0;
    const start = this.at;
    for (; this.at < this.text.length && this.at - start < longestWords; this.at++) {
      const sign = this.text.charAt(this.at);
      if (sign === "<") open++;
      else if (sign === ">" && --open === 0) {
        this.at++;
        return this.text.slice(start, this.at).toWellFormed();
      }
    }
    throw this.fault("> at the end of what an object prints of itself");
  }

  private demand(sign: string, expected: string): void {
    if (!this.takes(sign)) throw this.fault(expected);
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.text.charAt(this.at) !== sign) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    space.lastIndex = this.at;
    space.test(this.text);
    this.at = space.lastIndex;
  }

  private matches(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    return form.exec(this.text)?.[0];
  }

  private fault(expected: string): Faulty {
    const found = this.at >= this.text.length ? "the end of the text" : "something else";
    return new Faulty({ offset: this.at, expected, found });
  }
}
