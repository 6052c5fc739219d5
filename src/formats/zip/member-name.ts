/** The name of a member as a harmless path: decoded by what the archive says, relative, without parts that lead anywhere. */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { u32 } from "./little-endian.ts";
import { extraField, type ZipMember } from "./zip-directory.ts";

export interface MemberName {
  /** Never empty. */
  readonly path: string;
  readonly remarks: readonly NameRemark[];
}
/** "guessed": not in the encoding that the archive says. "leads-out": absolute, a drive, or `..`. "odd": signs no file name has. */
export type NameRemark = "guessed" | "leads-out" | "backslash" | "odd" | "cut";

/** IBM code page 437 from 0x80 on: what names are in where the archive says nothing (APPNOTE, appendix D). */
const page437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const utf8Flag = 0x800;
const longestPath = 1000;

export function memberName({ nameBytes, extra, flags, number }: Pick<ZipMember, "nameBytes" | "extra" | "flags" | "number">): MemberName {
  const remarks = new Set<NameRemark>();
  const path = harmless(decode(nameBytes, extra, flags, remarks), remarks) || `member ${number}`;
  return { path, remarks: [...remarks] };
}

function decode(bytes: Uint8Array, extra: Uint8Array, flags: number, remarks: Set<NameRemark>): string {
  const unicode = extraField(extra, 0x7075);
  // Info-ZIP: version, checksum of the plain name, the name in UTF-8 (APPNOTE 4.6.9).
  if (unicode !== undefined && unicode.length > 5 && unicode[0] === 1 && u32(unicode, 1) === crc32(bytes)) {
    const text = decodeUtf8(unicode.subarray(5));
    if (text !== undefined) return text;
  }
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  const text = decodeUtf8(bytes);
  if ((flags & utf8Flag) !== 0 && text !== undefined) return text;
  // Most programs write UTF-8 and forget to say so; bytes that are UTF-8 by chance are rare.
  remarks.add("guessed");
  return text ?? Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (page437[byte - 0x80] as string))).join("");
}

function harmless(name: string, remarks: Set<NameRemark>): string {
  let text = name.toWellFormed();
  if (text.includes("\0")) {
    remarks.add("odd");
    text = text.replaceAll("\0", "\ufffd");
  }
  if (text.includes("\\")) {
    remarks.add("backslash");
    text = text.replaceAll("\\", "/");
  }
  if (/^[A-Za-z]:/.test(text) || text.startsWith("/")) {
    remarks.add("leads-out");
    text = text.replace(/^[A-Za-z]:/, "");
  }
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) remarks.add("leads-out");
  const path = parts.filter((part) => part !== "..").join("/");
  if (path.length <= longestPath) return path;
  remarks.add("cut");
  return `${path.slice(0, longestPath - 40)}…${path.slice(-39)}`.toWellFormed();
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, for names; members' bytes are checked by the platform's own. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
