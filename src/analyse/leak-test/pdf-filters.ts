/** Streams of a PDF (ISO 32000-1, 7.4) unpacked. What cannot be is refused by name: an unread stream is no clean one. */
import { unpack } from "./inflate-limited.ts";

export type Filtered = { readonly bytes: Buffer; readonly left: string | undefined } | { readonly refused: string };

/** `left`: the coding of a picture that is handed on as it is, such as DCTDecode. */
export function unfilter(dictionary: string, packed: Buffer): Filtered {
  const stated = /\/Filter\s*(?:\[([^\]]*)\]|\/(\w+))/.exec(dictionary);
  const names = stated === null ? [] : ((stated[1] ?? `/${stated[2] as string}`).match(/\/(\w+)/g)?.map((name) => name.slice(1)) ?? []);
  let bytes = packed;
  for (const [at, name] of names.entries()) {
    switch (name) {
      case "FlateDecode":
      case "Fl": {
        const unpacked = unpack("zlib", bytes);
        if ("fault" in unpacked)
          return { refused: unpacked.fault === "bomb" ? "a bomb: it unpacks to more than may be" : "a stream that cannot be unpacked" };
        const undone = undoPredictor(unpacked.bytes, dictionary);
        if (undone === undefined) return { refused: "a predictor that is not known here" };
        bytes = undone;
        break;
      }
      case "ASCIIHexDecode":
      case "AHx":
        bytes = Buffer.from(
          bytes
            .toString("latin1")
            .split(">")[0]
            ?.replace(/[^0-9a-fA-F]/g, "") ?? "",
          "hex",
        );
        break;
      case "ASCII85Decode":
      case "A85":
        bytes = ascii85(bytes.toString("latin1"));
        break;
      case "RunLengthDecode":
      case "RL":
        bytes = runLength(bytes);
        break;
      case "DCTDecode":
      case "DCT":
        return at === names.length - 1 ? { bytes, left: "DCTDecode" } : { refused: "a picture that is packed again" };
      default:
        return { refused: `the filter ${name}, which is not read here` };
    }
  }
  return { bytes, left: undefined };
}

function undoPredictor(bytes: Buffer, dictionary: string): Buffer | undefined {
  const number = (name: string, otherwise: number) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? otherwise);
  const predictor = number("Predictor", 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) return undefined;
  const pixel = Math.max(1, Math.ceil((number("Colors", 1) * number("BitsPerComponent", 8)) / 8));
  const row = Math.ceil((number("Columns", 1) * number("Colors", 1) * number("BitsPerComponent", 8)) / 8);
  const rows = Math.floor(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let r = 0; r < rows; r++) {
    const kind = bytes[r * (row + 1)];
    for (let x = 0; x < row; x++) {
      const value = bytes[r * (row + 1) + 1 + x] as number;
      const left = x >= pixel ? (out[r * row + x - pixel] as number) : 0;
      const up = r > 0 ? (out[(r - 1) * row + x] as number) : 0;
      const corner = r > 0 && x >= pixel ? (out[(r - 1) * row + x - pixel] as number) : 0;
      const added = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      out[r * row + x] = (value + added) & 255;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function ascii85(text: string): Buffer {
  const out: number[] = [];
  let group: number[] = [];
  for (const letter of text) {
    if (letter === "~") break;
    if (letter === "z" && group.length === 0) out.push(0, 0, 0, 0);
    const value = letter.charCodeAt(0) - 33;
    if (value < 0 || value > 84) continue;
    group.push(value);
    if (group.length === 5) {
      out.push(...bytesOf(group, 4));
      group = [];
    }
  }
  if (group.length > 1) out.push(...bytesOf([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1));
  return Buffer.from(out);
}

function bytesOf(group: readonly number[], count: number): number[] {
  const value = group.reduce((sum, one) => sum * 85 + one, 0);
  return [24, 16, 8, 0].slice(0, count).map((shift) => Math.floor(value / 2 ** shift) & 255);
}

function runLength(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] as number;
    if (length === 128) break;
    if (length < 128) parts.push(bytes.subarray(at + 1, at + 2 + length));
    else parts.push(Buffer.alloc(257 - length, bytes[at + 1]));
    at += length < 128 ? length + 2 : 2;
  }
  return Buffer.concat(parts);
}
