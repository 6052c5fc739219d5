/**
 * Reads JSON (RFC 8259) as it arrives, without holding the text: events for a handler, numbers in their own digits,
 * strings up to a limit. Where the text stops being JSON the handler is told, and reading goes on at the next
 * landmark (a pattern that only the start of a record has), so that one damaged record costs only itself.
 */

export interface JsonHandler {
  open(kind: ContainerKind): void;
  close(kind: ContainerKind): void;
  name(text: string): void;
  text(value: string, flaws: readonly TextFlaw[]): void;
  word(value: null | boolean): void;
  /** The number's own digits: an id beyond 2^53 stays what it was. */
  number(source: string): void;
  /** The text is not JSON here; nothing more comes until `found`. */
  broken(expected: string, found: string): void;
  /** The text ended before its outermost value did. */
  cut(): void;
  /** A landmark was found; returns the containers that it stands in, outermost first. */
  found(landmark: string): readonly ContainerKind[];
}

export type ContainerKind = "object" | "array";
/**
 * "surrogate": half a pair, now U+FFFD. "replaced": holds U+FFFD. "escape": a spelling that JSON does not have, read as
 * what was meant. "cut": longer than the limit, the rest left out.
 */
export type TextFlaw = "surrogate" | "replaced" | "escape" | "control" | "cut";

export interface Landmark {
  readonly name: string;
  /** Global, not sticky; matches at most `landmarkReach` units. */
  readonly pattern: RegExp;
}

export interface JsonReaderOptions {
  readonly landmarks?: readonly Landmark[];
  /** Longest string kept, UTF-16 units. */
  readonly longestText: number;
  /** Deepest nesting read; deeper is broken. */
  readonly deepest: number;
}

export interface JsonReader {
  push(text: string): void;
  /** No more text comes. Tells the handler when that is too early. */
  end(): void;
}

type Expected = "value" | "value-or-close" | "name" | "name-or-close" | "colon" | "comma-or-close" | "nothing";

/** A run inside a string that needs no look at each unit: neither quote, backslash nor control character. */
const ordinary = /[ !#-[\]-\uffff]*/y;
const landmarkReach = 4096;
const longestNumber = 1024;
const numberForm = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;
const words: ReadonlyMap<string, null | boolean> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

interface PartialText {
  parts: string[];
  length: number;
  readonly flaws: Set<TextFlaw>;
}

export function createJsonReader(handler: JsonHandler, { landmarks = [], longestText, deepest }: JsonReaderOptions): JsonReader {
  let buffer = "";
  let at = 0;
  let expected: Expected = "value";
  /** Since where the text stopped being JSON. */
  let lost = false;
  let containers: ContainerKind[] = [];
  /** A string whose end has not come yet. */
  let partial: PartialText | undefined;
  /** Where the last string began in `buffer`: a lost quote shows only after the string that swallowed something. */
  let lastText = 0;
  /** Where the last landmark was found: what is not JSON right behind it is not looked for there again. */
  let foundAt = -1;
  let ended = false;

  const lose = (wanted: string, found: string) => {
    partial = undefined;
    lost = true;
    at = Math.max(foundAt + 1, Math.min(at, lastText));
    handler.broken(wanted, found);
  };

  const afterValue = () => {
    expected = containers.length === 0 ? "nothing" : "comma-or-close";
  };

  const open = (kind: ContainerKind) => {
    if (containers.length >= deepest) return lose(`nesting of at most ${deepest}`, "deeper nesting");
    at++;
    containers.push(kind);
    expected = kind === "object" ? "name-or-close" : "value-or-close";
    handler.open(kind);
  };

  const close = (kind: ContainerKind) => {
    at++;
    containers.pop();
    afterValue();
    handler.close(kind);
  };

  const finishText = ({ parts, flaws }: PartialText) => {
    partial = undefined;
    let value = parts.length === 1 ? (parts[0] as string) : parts.join("");
    if (!value.isWellFormed()) {
      flaws.add("surrogate");
      value = value.toWellFormed();
    } else if (value.includes("\ufffd")) flaws.add("replaced");
    if (expected === "name" || expected === "name-or-close") {
      expected = "colon";
      handler.name(value);
    } else {
      afterValue();
      handler.text(value, [...flaws]);
    }
  };

  const keep = (text: PartialText, piece: string) => {
    const room = longestText - text.length;
    if (piece.length > room) text.flaws.add("cut");
    if (room > 0 && piece !== "") {
      text.parts.push(piece.length > room ? piece.slice(0, room) : piece);
      text.length += Math.min(piece.length, room);
    }
  };

  /** Goes on with a string; false when more text is needed. */
  const readText = (text: PartialText): boolean => {
    let from = at;
    for (;;) {
      ordinary.lastIndex = at;
      ordinary.test(buffer);
      at = ordinary.lastIndex;
      const code = buffer.charCodeAt(at);
      if (Number.isNaN(code)) {
        keep(text, buffer.slice(from, at));
        return false;
      }
      if (code === 0x22) {
        keep(text, buffer.slice(from, at++));
        finishText(text);
        return true;
      }
      if (code === 0x0a || code === 0x0d) {
        lose("the end of a string", "a line end inside it");
        return true;
      }
      if (code < 0x20) text.flaws.add("control");
      if (code !== 0x5c) {
        at++;
        continue;
      }
      keep(text, buffer.slice(from, at));
      const escape = readEscape(buffer, at);
      if (escape === undefined && !ended) return false;
      if (escape === undefined || escape === "none") {
        lose("an escape that JSON has", "another one");
        return true;
      }
      if (escape.foreign) text.flaws.add("escape");
      keep(text, escape.value);
      at += escape.length;
      from = at;
    }
  };

  const startText = () => {
    lastText = at;
    at++;
    partial = { parts: [], length: 0, flaws: new Set() };
  };

  /** A number or a word; false when more text is needed. */
  const readPlain = (): boolean => {
    const form = /[-+.0-9A-Za-z]*/y;
    form.lastIndex = at;
    const source = form.exec(buffer)?.[0] ?? "";
    if (source.length > longestNumber) {
      lose("a value", "a run of digits or letters without end");
      return true;
    }
    if (at + source.length === buffer.length && !ended) return false;
    const word = words.get(source);
    if (word === undefined && !numberForm.test(source)) {
      lose("a value", source === "" ? "a character that starts none" : "a word or number that JSON does not have");
      return true;
    }
    at += source.length;
    afterValue();
    if (word === undefined) handler.number(source);
    else handler.word(word);
    return true;
  };

  /** Takes one token from a character that is not white space; false when more text is needed. */
  const step = (code: number): boolean => {
    switch (expected) {
      case "value":
      case "value-or-close":
        if (code === 0x5d && expected === "value-or-close") close("array");
        else if (code === 0x22) startText();
        else if (code === 0x7b) open("object");
        else if (code === 0x5b) open("array");
        else return readPlain();
        return true;
      case "name":
      case "name-or-close":
        if (code === 0x7d && expected === "name-or-close") close("object");
        else if (code === 0x22) startText();
        else lose("a member's name", "something else");
        return true;
      case "colon":
        if (code !== 0x3a) lose("a colon after a member's name", "something else");
        else {
          at++;
          expected = "value";
        }
        return true;
      case "comma-or-close": {
        const kind = containers.at(-1);
        if (code === 0x2c) {
          at++;
          expected = kind === "object" ? "name" : "value";
        } else if (code === 0x7d && kind === "object") close("object");
        else if (code === 0x5d && kind === "array") close("array");
        else lose("a comma or the end of a list", "something else");
        return true;
      }
      case "nothing":
        lose("nothing after the end", "more text");
        return true;
    }
  };

  const seekLandmark = (): boolean => {
    let first: { at: number; name: string } | undefined;
    for (const { name, pattern } of landmarks) {
      pattern.lastIndex = at;
      const match = pattern.exec(buffer);
      if (match !== null && (first === undefined || match.index < first.at)) first = { at: match.index, name };
    }
    // A landmark that begins near the end may be part of an earlier match of another pattern that is still arriving.
    if (first === undefined || (!ended && first.at + landmarkReach > buffer.length)) {
      at = Math.max(at, Math.min(first?.at ?? buffer.length, buffer.length - landmarkReach));
      if (ended) at = buffer.length;
      return false;
    }
    at = first.at;
    foundAt = at;
    lastText = at;
    lost = false;
    containers = [...handler.found(first.name)];
    expected = "value";
    return true;
  };

  const run = () => {
    for (;;) {
      if (partial !== undefined) {
        if (!readText(partial)) return;
        continue;
      }
      if (lost) {
        if (at >= buffer.length || !seekLandmark()) return;
        continue;
      }
      let code = buffer.charCodeAt(at);
      while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = buffer.charCodeAt(++at);
      if (Number.isNaN(code) || !step(code)) return;
    }
  };

  return {
    push(text) {
      // What has been read is let go, except the last string, from which a search for a landmark may have to start.
      const keepFrom = at - lastText <= landmarkReach * 16 ? Math.min(at, lastText) : at;
      buffer = buffer.slice(keepFrom) + text;
      at -= keepFrom;
      lastText = Math.max(0, lastText - keepFrom);
      foundAt = Math.max(-1, foundAt - keepFrom);
      run();
    },
    end() {
      ended = true;
      run();
      if (lost || partial !== undefined || expected !== "nothing") handler.cut();
    },
  };
}

/** The escape at `at`; "none" when there is none, undefined when its end has not come yet. */
function readEscape(buffer: string, at: number): { value: string; length: number; foreign: boolean } | "none" | undefined {
  const letter = buffer.charAt(at + 1);
  if (letter === "") return undefined;
  const simple = escapes[letter];
  if (simple !== undefined) return { value: simple, length: 2, foreign: false };
  // Telegram Desktop writes control characters as \xNN, which JSON does not have.
  const digits = letter === "u" ? 4 : letter === "x" ? 2 : 0;
  if (digits === 0) return "none";
  const hex = buffer.slice(at + 2, at + 2 + digits);
  if (!/^[0-9a-fA-F]*$/.test(hex)) return "none";
  if (hex.length < digits) return undefined;
  return { value: String.fromCharCode(Number.parseInt(hex, 16)), length: 2 + digits, foreign: letter === "x" };
}
