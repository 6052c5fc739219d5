/** The fields at the head of a message or part (RFC 5322, 2.2), folded lines joined. */

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded; bytes beyond ASCII as they stand, one character each. */
  readonly value: string;
}

export interface HeaderRead {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly bodyAt: number;
  readonly flaws: readonly ("header-broken" | "header-cut")[];
}

const longestHeader = 1024 * 1024;
const mostFields = 5000;
const longestField = 64 * 1024;

export function readHeader(bytes: Uint8Array): HeaderRead {
  const fields: { name: string; value: string }[] = [];
  const flaws = new Set<"header-broken" | "header-cut">();
  let at = 0;
  while (at < bytes.length) {
    if (at > longestHeader || fields.length >= mostFields) {
      flaws.add("header-cut");
      break;
    }
    const found = bytes.indexOf(10, at);
    const end = found < 0 ? bytes.length : found;
    const line = latin1(bytes.subarray(at, Math.min(end, at + longestField))).replace(/\r$/, "");
    const next = end + 1;
    if (line === "") {
      at = next;
      break;
    }
    const last = fields.at(-1);
    const field = /^([!-9;-~]{1,100})[ \t]*:(.*)$/s.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) {
      if (last.value.length < longestField) last.value += ` ${line.trim()}`;
    } else if (field !== null) fields.push({ name: (field[1] as string).toLowerCase(), value: (field[2] as string).trim() });
    else if (fields.length === 0 && /^From /.test(line)) {
      // The line that mailboxes put in front of a message.
    } else {
      // No field: the header ended without its empty line, and this is the body.
      flaws.add("header-broken");
      break;
    }
    at = next;
  }
  return { fields, bodyAt: Math.min(at, bytes.length), flaws: [...flaws] };
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}
