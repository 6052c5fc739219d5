/** Lines of a large UTF-8 file, plain or the one text inside a ZIP archive, with how far the file was read. Memory holds a piece and a line. */
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { CaseError } from "../../core/case/case-error.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { ByteRanges } from "../../formats/zip/byte-ranges.port.ts";
import { readLocalHeader } from "../../formats/zip/local-header.ts";
import { memberName } from "../../formats/zip/member-name.ts";
import { readZipDirectory, type ZipMember } from "../../formats/zip/zip-directory.ts";

/** Twice the longest line of the dump, whose names alone may take 10,000 characters. */
const longestLine = 256 * 1024;
const pieceBytes = 256 * 1024;
const lf = 10;

export interface TextFile {
  /** Of the text itself: "UA.txt", also where it came out of UA.zip. */
  readonly name: string;
  /** Batches of lines, without their ends, and the share of the file that was read. Throws CaseError INPUT_INVALID. */
  lines(): AsyncGenerator<{ readonly lines: readonly string[]; readonly share: number }>;
}

/** `isWanted`: which member of an archive is the text. Throws CaseError INPUT_INVALID. */
export async function openTextFile(path: string, isWanted: (name: string) => boolean): Promise<TextFile> {
  const shown = visibleText(basename(path));
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new CaseError("INPUT_INVALID", `${shown}: expected a file that can be read; found none`);
  if (!(await beginsAsZip(path))) return { name: basename(path), lines: () => linesOf(plainBytes(path, size), basename(path)) };
  const ranges = rangesOf(path, size);
  const directory = await readZipDirectory(ranges, 1000);
  if (directory.state === "none") throw new CaseError("INPUT_INVALID", `${shown}: expected a ZIP archive; found that ${directory.why}`);
  const wanted = directory.members.map((member) => ({ member, name: memberName(member).path })).filter(({ name }) => isWanted(name));
  const [only, second] = wanted;
  if (only === undefined || second !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${shown}: expected one text of GeoNames inside; found ${wanted.length} among ${directory.members.length} members`,
    );
  return { name: basename(only.name), lines: () => linesOf(unpacked(path, ranges, only.member, shown), only.name) };
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly share: number;
}

async function* linesOf(pieces: AsyncIterable<Piece>, name: string): AsyncGenerator<{ lines: string[]; share: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let held: Uint8Array = new Uint8Array(0);
  let number = 0;
  for await (const { bytes, share } of pieces) {
    const end = bytes.lastIndexOf(lf);
    if (end < 0) held = Buffer.concat([held, bytes]);
    if (held.length > longestLine)
      throw new CaseError("INPUT_INVALID", `${visibleText(name)} line ${number + 1}: expected at most ${longestLine} bytes; found more`);
    if (end < 0) continue;
    const whole = held.length === 0 ? bytes.subarray(0, end) : Buffer.concat([held, bytes.subarray(0, end)]);
    held = bytes.slice(end + 1);
    const lines = linesIn(decoder, whole, name, number);
    number += lines.length;
    yield { lines, share };
  }
  if (held.length > 0) yield { lines: linesIn(decoder, held, name, number), share: 1 };
}

function linesIn(decoder: TextDecoder, bytes: Uint8Array, name: string, before: number): string[] {
  try {
    return decoder
      .decode(bytes)
      .split("\n")
      .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  } catch (error) {
    throw new CaseError(
      "INPUT_INVALID",
      `${visibleText(name)} line ${before + firstWrong(bytes)}: expected UTF-8; found bytes that are none`,
      {
        cause: error,
      },
    );
  }
}

/** The first line, counted from 1, that does not decode. */
function firstWrong(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const at = bytes.indexOf(lf, from);
    const to = at < 0 ? bytes.length : at;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return line;
}

async function* plainBytes(path: string, size: number): AsyncGenerator<Piece> {
  let read = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    read += bytes.length;
    yield { bytes, share: size === 0 ? 1 : read / size };
  }
}

/** Throws CaseError INPUT_INVALID where the member is not what the archive says of it. */
async function* unpacked(path: string, ranges: ByteRanges, member: ZipMember, shown: string): AsyncGenerator<Piece> {
  const { compressed, size, crc, method, offset } = member;
  const refuse = (found: string, cause?: unknown) =>
    new CaseError("INPUT_INVALID", `${shown}: expected a text that unpacks; found ${found}`, { cause });
  const local = await readLocalHeader(ranges, offset);
  if (local.state === "none") throw refuse("no member where the directory says");
  if ((method !== 0 && method !== 8) || (member.flags & 1) === 1)
    throw refuse(method === 8 || method === 0 ? "an encrypted member" : `method ${method}`);
  const source = createReadStream(path, {
    start: local.dataAt,
    end: local.dataAt + Math.max(0, compressed - 1),
    highWaterMark: pieceBytes,
  });
  const stream = method === 0 ? source : source.pipe(createInflateRaw({ chunkSize: pieceBytes }));
  if (stream !== source) source.on("error", (error) => stream.destroy(error));
  let [made, sum] = [0, 0];
  try {
    for await (const bytes of Readable.from(stream as AsyncIterable<Buffer>) as AsyncIterable<Buffer>) {
      made += bytes.length;
      if (made > size) throw refuse(`more than the ${size} bytes that the archive states`);
      sum = crc32(bytes, sum);
      yield { bytes, share: size === 0 ? 1 : made / size };
    }
  } catch (error) {
    if (error instanceof CaseError) throw error;
    throw refuse("bytes that are no deflate", error);
  } finally {
    source.destroy();
  }
  if (made !== size || sum !== crc) throw refuse("other bytes than the archive's own sum is of");
}

async function beginsAsZip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

function rangesOf(path: string, size: number): ByteRanges {
  return {
    size,
    async read(offset, length) {
      const file = await open(path, "r");
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}
