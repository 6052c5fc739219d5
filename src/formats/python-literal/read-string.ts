/** One string or bytes literal of Python with its prefix, quotes and escapes (The Python Language Reference, 2.4.1). */

export type StringReading =
  | { readonly text: string; readonly bytes: boolean; readonly end: number }
  /** Where it stopped being one. */
  | { readonly expected: string; readonly at: number };

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** `at`: the first sign of the prefix, or the quote. Escapes that Python does not know stay as they are, as in Python. */
export function readString(text: string, at: number): StringReading {
  const prefix = /[a-zA-Z]*/y;
  prefix.lastIndex = at;
  const letters = (prefix.exec(text)?.[0] ?? "").toLowerCase();
  const start = at + letters.length;
  const quote = text.charAt(start);
  const long = text.startsWith(quote.repeat(3), start);
  const end = long ? quote.repeat(3) : quote;
  const raw = letters.includes("r");
  const bytes = letters.includes("b");
  const parts: string[] = [];
  let from = start + end.length;
  for (let i = from; ;) {
    const sign = text.charAt(i);
    if (sign === "") return { expected: `${end} at the end of a string`, at: text.length };
    if (sign === quote && text.startsWith(end, i)) {
      parts.push(text.slice(from, i));
      return { text: parts.join(""), bytes, end: i + end.length };
    }
    if (sign !== "\\") {
      if (!long && (sign === "\n" || sign === "\r")) return { expected: `${end} before the end of the line`, at: i };
      i++;
      continue;
    }
    if (raw) {
      i += 2;
      continue;
    }
    const escape = readEscape(text, i, bytes);
    parts.push(text.slice(from, i), escape.text);
    i += escape.length;
    from = i;
  }
}

function readEscape(text: string, at: number, bytes: boolean): { text: string; length: number } {
  const letter = text.charAt(at + 1);
  const plain = simple[letter];
  if (plain !== undefined) return { text: plain, length: 2 };
  const octal = /[0-7]{1,3}/y;
  octal.lastIndex = at + 1;
  const digits = octal.exec(text)?.[0];
  if (digits !== undefined) return { text: String.fromCharCode(Number.parseInt(digits, 8)), length: 1 + digits.length };
  const count = bytes && letter !== "x" ? undefined : hexDigits[letter];
  const hex = count === undefined ? "" : text.slice(at + 2, at + 2 + count);
  const code = hex.length === count && /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  if (code <= 0x10ffff) return { text: String.fromCodePoint(code), length: 2 + hex.length };
  // Unknown to Python, or a name of Unicode (`\N{..}`), which only its tables know: the sign and what follows stay.
  return { text: "\\", length: 1 };
}
