/** Strings of a PDF (ISO 32000-1, 7.3.4 and 7.9.2): literal with escapes, hexadecimal, in UTF-16, UTF-8 or the PDF's own set. */
export type PdfToken =
  | { readonly sort: "string"; readonly bytes: Buffer }
  | { readonly sort: "word"; readonly word: string }
  | { readonly sort: "mark"; readonly mark: "[" | "]" };

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Tokens of a content stream or of an object; dictionaries and comments only as the words and strings in them. */
export function* pdfTokens(text: string): Generator<PdfToken> {
  let at = 0;
  while (at < text.length) {
    const letter = text[at] as string;
    if (letter === "(") {
      const [bytes, end] = literal(text, at + 1);
      at = end;
      yield { sort: "string", bytes };
    } else if (letter === "<" && text[at + 1] !== "<") {
      const end = text.indexOf(">", at);
      const digits = text.slice(at + 1, end < 0 ? undefined : end).replace(/[^0-9a-fA-F]/g, "");
      at = end < 0 ? text.length : end + 1;
      yield { sort: "string", bytes: Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex") };
    } else if (letter === "[" || letter === "]") {
      at++;
      yield { sort: "mark", mark: letter };
    } else if (letter === "%") {
      const end = text.slice(at).search(/[\r\n]/);
      // A comment is read by nobody, and so is a place to hide words in.
      const words = text.slice(at + 1, end < 0 ? undefined : at + end);
      at = end < 0 ? text.length : at + end;
      yield { sort: "string", bytes: Buffer.from(words, "latin1") };
    } else if (/[\s<>{}]/.test(letter)) at++;
    else {
      const from = at++;
      while (at < text.length && !/[\s()<>[\]{}%/]/.test(text[at] as string)) at++;
      yield { sort: "word", word: text.slice(from, at) };
    }
  }
}

function literal(text: string, from: number): [Buffer, number] {
  const bytes: number[] = [];
  let deep = 1;
  let at = from;
  for (; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const after = text[at + 1] ?? "";
      if (octal !== undefined) {
        bytes.push(Number.parseInt(octal, 8) & 255);
        at += octal.length;
      } else if (after === "\r" || after === "\n") at += after === "\r" && text[at + 2] === "\n" ? 2 : 1;
      else {
        bytes.push((escapes[after] ?? after).charCodeAt(0) & 255);
        at++;
      }
      continue;
    }
    if (letter === "(") deep++;
    if (letter === ")" && --deep === 0) break;
    bytes.push(letter.charCodeAt(0) & 255);
  }
  return [Buffer.from(bytes), at + 1];
}

export function pdfText(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, 2 + 2 * Math.floor((bytes.length - 2) / 2)))
      .swap16()
      .toString("utf16le");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString("utf8", 3);
  return bytes.toString("latin1");
}
