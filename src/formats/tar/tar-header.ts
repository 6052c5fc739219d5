/**
 * Headers of a tar archive (POSIX.1-2017, ustar and pax): regular files alone, in one spelling. Owners, times and modes are constants,
 * so that the same files give the same bytes on every machine and say nothing of the one they were on.
 */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";

export const blockBytes = 512;
/** What ustar's octal field holds; longer files say their size in a pax header. */
const mostUstarBytes = 8 ** 11 - 1;

/** The blocks before a file's bytes. `path`: relative, parts joined by `/`. */
export function tarHeader({ path, size }: { readonly path: string; readonly size: number }): Uint8Array {
  const name = encodeUtf8(path);
  const split = splitPath(path);
  const records = [
    ...(split === undefined ? [paxRecord("path", path)] : []),
    ...(size > mostUstarBytes ? [paxRecord("size", String(size))] : []),
  ];
  const own = header({
    ...(split ?? { name: name.slice(0, 100), prefix: new Uint8Array() }),
    size: Math.min(size, mostUstarBytes),
    type: "0",
  });
  if (records.length === 0) return own;
  const pax = joined(records);
  const before = header({ name: encodeUtf8("pax"), prefix: new Uint8Array(), size: pax.length, type: "x" });
  return joined([before, pax, tarPadding(pax.length), own]);
}

/** Zeros after a file's bytes, up to a whole block. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array((blockBytes - (size % blockBytes)) % blockBytes);
}

/** What ends an archive. */
export const tarEnd = new Uint8Array(2 * blockBytes);

/** Name and prefix of ustar; undefined where the path does not fit, or is not plain ASCII. */
function splitPath(path: string): { readonly name: Uint8Array; readonly prefix: Uint8Array } | undefined {
  if (!/^[\x20-\x7e]+$/.test(path)) return undefined;
  if (path.length <= 100) return { name: encodeUtf8(path), prefix: new Uint8Array() };
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    if (at <= 155 && at > 0 && path.length - at - 1 <= 100)
      return { name: encodeUtf8(path.slice(at + 1)), prefix: encodeUtf8(path.slice(0, at)) };
  }
  return undefined;
}

function header({ name, prefix, size, type }: { name: Uint8Array; prefix: Uint8Array; size: number; type: "0" | "x" }): Uint8Array {
  const block = new Uint8Array(blockBytes);
  const put = (at: number, text: string) => block.set(encodeUtf8(text), at);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  block.set(name, 0);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(0, 11));
  put(148, "        ");
  put(156, type);
  put(257, "ustar\x0000");
  block.set(prefix, 345);
  put(
    148,
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
  );
  return block;
}

/** "27 path=...\n": its length counts itself. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = encodeUtf8(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return joined([encodeUtf8(String(length)), rest]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
