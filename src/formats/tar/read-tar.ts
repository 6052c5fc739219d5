/**
 * Reads the files of a tar archive as they stream by. Only regular files and folders, of ustar, pax or GNU tar: a link, a device, a sparse file or
 * a name that leads out is refused, and so is an archive that ends early. Nothing is held but a header and a piece.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { refusedPath } from "../bagit/manifest.ts";
import { blockBytes } from "./tar-header.ts";

export class TarRefused extends Error {}

export interface TarFile {
  readonly path: string;
  readonly size: number;
  /** To be read to its end before the next file is asked for. */
  readonly bytes: ByteStream;
}

const mostPaxBytes = 64 * 1024;

/** Throws TarRefused with what was expected and found; names of files stand in no message. */
export async function* readTar(archive: ByteStream): AsyncGenerator<TarFile> {
  const source = pieces(archive);
  /** Of a pax header, or of GNU tar's own entry for a long name, about the file that comes next. */
  let further: ReadonlyMap<string, string> = new Map();
  for (let entry = 1; ; entry++) {
    const block = await source.exactly(blockBytes);
    if (block === undefined)
      throw new TarRefused(`entry ${entry}: expected the end of the archive as two blocks of zeros; found no more bytes`);
    if (block.every((byte) => byte === 0)) {
      await source.restIsZeros();
      return;
    }
    const head = readHeader(block, entry);
    if (head.type === "x" || head.type === "L") {
      if (head.size > mostPaxBytes)
        throw new TarRefused(`entry ${entry}: expected a longer name of at most ${mostPaxBytes} bytes; found ${head.size}`);
      const bytes = await whole(source, head.size, entry);
      further = head.type === "x" ? readPax(bytes, entry) : new Map([["path", textOf(bytes, 0, bytes.length) ?? ""]]);
      continue;
    }
    const size = further.has("size") ? sizeOf(further.get("size") as string, entry) : head.size;
    const path = further.get("path") ?? head.path;
    further = new Map();
    if (head.type === "5") {
      if (size !== 0) throw new TarRefused(`entry ${entry}: expected a folder without bytes; found some`);
      continue;
    }
    if (head.type !== "0" && head.type !== "\0")
      throw new TarRefused(`entry ${entry}: expected a file or a folder; found an entry of type ${JSON.stringify(head.type)}`);
    const refused = refusedPath(path);
    if (refused !== undefined) throw new TarRefused(`entry ${entry}: expected a path inside the archive; found ${refused}`);
    let left = size;
    async function* bytes(): ByteStream {
      while (left > 0) {
        const piece = await source.upTo(left);
        if (piece === undefined) throw new TarRefused(`entry ${entry}: expected ${size} bytes; found ${size - left}`);
        left -= piece.length;
        yield piece;
      }
    }
    yield { path, size, bytes: bytes() };
    if (left > 0) throw new Error("tar: expected a file to be read to its end");
    const padding = (blockBytes - (size % blockBytes)) % blockBytes;
    if (padding > 0 && (await source.exactly(padding)) === undefined)
      throw new TarRefused(`entry ${entry}: expected a whole block; found the end`);
  }
}

function readHeader(block: Uint8Array, entry: number): { readonly path: string; readonly size: number; readonly type: string } {
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (octalOf(block, 148, 8) !== sum) throw new TarRefused(`entry ${entry}: expected a header with its own sum; found another`);
  const prefix = textOf(block, 345, 155);
  const name = textOf(block, 0, 100);
  const size = (block[124] as number) === 0x80 ? binaryOf(block.subarray(125, 136)) : octalOf(block, 124, 12);
  if (size === undefined || name === undefined || prefix === undefined)
    throw new TarRefused(`entry ${entry}: expected a name and a size; found none`);
  const isUstar = textOf(block, 257, 5) === "ustar";
  return { path: isUstar && prefix !== "" ? `${prefix}/${name}` : name, size, type: String.fromCharCode(block[156] as number) };
}

function textOf(block: Uint8Array, from: number, length: number): string | undefined {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return decodeUtf8(end < 0 ? field : field.subarray(0, end));
}

function octalOf(block: Uint8Array, from: number, length: number): number | undefined {
  const text = textOf(block, from, length)?.trim();
  return text !== undefined && /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** GNU tar's way to say a size that eleven octal digits do not hold. */
function binaryOf(bytes: Uint8Array): number | undefined {
  const value = bytes.reduce((total, byte) => total * 256 + byte, 0);
  return Number.isSafeInteger(value) ? value : undefined;
}

function sizeOf(text: string, entry: number): number {
  if (!/^\d{1,15}$/.test(text)) throw new TarRefused(`entry ${entry}: expected a size in digits; found something else`);
  return Number(text);
}

/** Records "27 path=...\n". */
function readPax(bytes: Uint8Array, entry: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const digits = space < 0 ? undefined : decodeUtf8(bytes.subarray(at, space));
    const length = digits !== undefined && /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : 0;
    const record = length > space - at + 1 && at + length <= bytes.length ? decodeUtf8(bytes.subarray(space + 1, at + length)) : undefined;
    const match = record === undefined ? null : /^([^=]+)=([^]*)\n$/.exec(record);
    if (match === null) throw new TarRefused(`entry ${entry}: expected pax records; found something else`);
    found.set(match[1] as string, match[2] as string);
    at += length;
  }
  return found;
}

interface Source {
  /** Undefined when there are fewer. */
  exactly(count: number): Promise<Uint8Array | undefined>;
  /** What is there, at most `count`; undefined at the end. */
  upTo(count: number): Promise<Uint8Array | undefined>;
  restIsZeros(): Promise<void>;
}

async function whole(source: Source, size: number, entry: number): Promise<Uint8Array> {
  const bytes = size === 0 ? new Uint8Array() : await source.exactly(size);
  const padding = (blockBytes - (size % blockBytes)) % blockBytes;
  if (bytes === undefined || (padding > 0 && (await source.exactly(padding)) === undefined))
    throw new TarRefused(`entry ${entry}: expected ${size} bytes; found the end`);
  return bytes;
}

function pieces(archive: ByteStream): Source {
  const coming = archive[Symbol.asyncIterator]();
  let held = new Uint8Array() as Uint8Array;
  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      const next = await coming.next();
      if (next.done === true) return false;
      held = next.value;
    }
    return true;
  }
  const source: Source = {
    async upTo(count) {
      if (!(await fill())) return undefined;
      const piece = held.subarray(0, count);
      held = held.subarray(piece.length);
      return piece;
    },
    async exactly(count) {
      const all = new Uint8Array(count);
      for (let at = 0; at < count;) {
        const piece = await source.upTo(count - at);
        if (piece === undefined) return undefined;
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
    async restIsZeros() {
      let blocks = held.length;
      for (let piece = await source.upTo(1 << 20); piece !== undefined; piece = await source.upTo(1 << 20)) {
        if (piece.some((byte) => byte !== 0)) throw new TarRefused("expected nothing behind the end of the archive; found bytes");
        blocks += piece.length;
      }
      if (blocks === 0) throw new TarRefused("expected two blocks of zeros at the end; found one");
    },
  };
  return source;
}
