/** What bytes are, by their own beginning, for the openers of the leak test. */
import { recognise } from "../probe/signature.ts";

export type ByteKind =
  | "png"
  | "jpeg"
  | "gif"
  | "webp"
  | "tiff"
  | "no-decoder"
  | "recording"
  | "boxes"
  | "matroska"
  | "riff"
  | "pdf"
  | "zip"
  | "gzip"
  | "zlib"
  | "zstd"
  | "packed-unread"
  | "text"
  | "utf-16"
  | "bytes";

/** Sound begins with few telling bytes: shorter runs are chance. */
const shortestRecording = 1500;
const strict = new TextDecoder("utf-8", { fatal: true });

export function kindOfBytes(head: Buffer, whole: boolean): ByteKind {
  const at = (offset: number, text: string) => head.toString("latin1", offset, offset + text.length) === text;
  if (at(0, "\x89PNG\r\n\x1a\n")) return "png";
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "jpeg";
  if (at(0, "GIF87a") || at(0, "GIF89a")) return "gif";
  if (at(0, "RIFF")) return at(8, "WEBP") ? "webp" : "riff";
  if (at(0, "II*\0") || at(0, "MM\0*")) return "tiff";
  if (at(0, "BM") && head.length > 54 && head.readUInt32LE(6) === 0 && head.readUInt32LE(14) <= 124) return "no-decoder";
  if (/^(?:ftyp|styp|moov|mdat|moof|free|skip|wide|uuid|pnot)$/.test(head.toString("latin1", 4, 8))) return "boxes";
  if (at(0, "\x1aE\xdf\xa3")) return "matroska";
  if (head.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (at(0, "PK\x03\x04") || at(0, "PK\x05\x06")) return "zip";
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return "gzip";
  if (at(0, "\x28\xb5\x2f\xfd")) return "zstd";
  if (
    at(0, "\xfd7zXZ\0") ||
    at(0, "BZh") ||
    at(0, "7z\xbc\xaf\x27\x1c") ||
    at(0, "Rar!") ||
    at(0, "\x04\x22\x4d\x18") ||
    at(0, "age-encryption.org")
  )
    return "packed-unread";
  if (isZlibHead(head)) return "zlib";
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return "utf-16";
  if (isText(head, whole)) return "text";
  const known = head.length >= shortestRecording ? recognise(head) : undefined;
  if (known?.family === "media") return "recording";
  if (known?.family === "picture" || (known?.family === "document" && known.container === "jpeg-2000")) return "no-decoder";
  return looksLikeUtf16(head) ? "utf-16" : "bytes";
}

export function isZlibHead(bytes: Buffer, at = 0): boolean {
  return bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0);
}

/** UTF-8 with hardly a control sign. The end of a part that was cut may break a letter. */
function isText(head: Buffer, whole: boolean): boolean {
  if (head.length === 0) return true;
  let text: string;
  try {
    text = whole ? strict.decode(head) : new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return false;
  }
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return controls <= text.length / 200;
}

function looksLikeUtf16(head: Buffer): boolean {
  const pairs = Math.min(200, Math.floor(head.length / 2));
  if (pairs < 4) return false;
  let [low, high] = [0, 0];
  for (let n = 0; n < pairs; n++) {
    if (head[2 * n] === 0) low++;
    if (head[2 * n + 1] === 0) high++;
  }
  return Math.max(low, high) > pairs * 0.6 && Math.min(low, high) < pairs * 0.2;
}
