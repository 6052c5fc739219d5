/** Percent encoding in one spelling (RFC 3986, 6.2.2): upper-case digits, nothing encoded that need not be, everything that must. */
import { decodeUtf8, encodeUtf8 } from "../bytes/utf8.ts";
import { hidesMarks } from "../text/visible-text.ts";

const unreserved = /^[A-Za-z0-9._~-]$/;

/** `also`: ASCII signs that this part of a link cannot hold as they are. Lone surrogates must have been refused before. */
export function evenEncoding(text: string, also: RegExp): string {
  const encoded = text.replace(/[^\x21-\x7e]+/gu, encodeAll).replace(also, encodeAll);
  // With a stray "%" it is not known what a server makes of the rest: left as it is, so that no two links become one.
  if (/%(?![0-9A-Fa-f]{2})/.test(encoded)) return encoded;
  return encoded.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    const sign = String.fromCharCode(Number.parseInt(digits, 16));
    return unreserved.test(sign) ? sign : `%${digits.toUpperCase()}`;
  });
}

/** For reading only: runs that spell visible text outside ASCII are decoded; what has a meaning in a link is not. */
export function readableEncoding(text: string): string {
  return text.replace(/(%[89A-Fa-f][0-9A-Fa-f])+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16));
    const decoded = decodeUtf8(bytes);
    return decoded === undefined || hidesMarks(decoded) || /\s/.test(decoded) ? run : decoded;
  });
}

/** Text of one encoded value; undefined when it is not UTF-8. */
export function decodedValue(text: string): string | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const escape = /^%([0-9A-Fa-f]{2})/.exec(text.slice(at, at + 3));
    if (escape === null) {
      bytes.push(text.charCodeAt(at) & 0xff);
      continue;
    }
    bytes.push(Number.parseInt(escape[1] as string, 16));
    at += 2;
  }
  return decodeUtf8(Uint8Array.from(bytes));
}

function encodeAll(run: string): string {
  return [...encodeUtf8(run)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
