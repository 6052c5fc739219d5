/**
 * Finds the files of what a person opened, in byte order of their names, and reads them without following links
 * or opening devices. Names are bytes: what is not UTF-8 is kept as it is. Everything that is not collected is
 * answered with its reason.
 */
import { Buffer } from "node:buffer";
import { type BigIntStats, closeSync, existsSync, fstatSync, lstatSync, openSync, readdirSync, realpathSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { toBase64 } from "../core/bytes/base64.ts";
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { LongSource, SourceFile, SourceFinding } from "../core/collection/source.port.ts";
import type { ItemName } from "../core/item/item.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { codeOf } from "./durable.ts";
import { type AsFound, demandAsFound, fingerprintOf, openFlags } from "./found-file.ts";
import { smallBytes } from "./stage-small.ts";

const chunkBytes = 4 * 1024 * 1024;
/** From this size on a file is copied by the vault's threads; a smaller one is through before they have begun. */
const longBytes = 8 * 1024 * 1024;
/** Deeper than any real tree; a loop of mounts ends here. */
const deepest = 256;
const separator = Buffer.from("/");

/**
 * `paths` are files or folders. A name is relative to the folder that was given, or the name alone of a file that was
 * given. Throws CaseError PATH_REFUSED for a path that is not there or lies in a case. Ends early when `signal` is aborted.
 */
export async function* walkSources(paths: readonly string[], o: { signal?: Cancellation } = {}): AsyncGenerator<SourceFinding> {
  for (const given of paths) {
    const path = Buffer.from(resolve(given));
    let root: Buffer;
    try {
      root = realpathSync(path, "buffer");
    } catch (error) {
      throw new CaseError("PATH_REFUSED", `${given}: expected a file or a folder; found ${reasonOf(error)}`, { cause: error });
    }
    demandOutsideCases(root, given);
    const stats = lstatSync(root, { bigint: true });
    if (stats.isDirectory()) yield* walkFolder({ root, path: root, name: undefined, depth: 0, signal: o.signal });
    else yield findingOf(root, root, Buffer.from(basename(given)), stats);
  }
}

/** What a case holds is no material of its own: collected again, it would grow with every run. */
function demandOutsideCases(root: Buffer, given: string): void {
  for (let at = root.lastIndexOf(separator); at > 0; at = root.subarray(0, at).lastIndexOf(separator)) {
    if (isCaseFolder(root.subarray(0, at))) {
      throw new CaseError("PATH_REFUSED", `${given}: expected material outside of every case; found it inside a case folder`);
    }
  }
}

interface FolderAt {
  /** What links may not lead out of. */
  readonly root: Buffer;
  readonly path: Buffer;
  readonly name: Buffer | undefined;
  readonly depth: number;
  readonly signal: Cancellation | undefined;
}

async function* walkFolder(at: FolderAt): AsyncGenerator<SourceFinding> {
  const { root, path, depth, signal } = at;
  const refuse = (reason: string): SourceFinding => ({ refused: { shown: at.name === undefined ? "." : shown(at.name), reason } });
  if (isCaseFolder(path)) return yield refuse("a case folder: open it as a case");
  if (depth > deepest) return yield refuse(`more than ${deepest} folders deep`);
  let names: Buffer[];
  try {
    names = readdirSync(path, { encoding: "buffer" });
  } catch (error) {
    return yield refuse(`a folder that cannot be read: ${reasonOf(error)}`);
  }
  names.sort(Buffer.compare);
  let turnEnds = 0;
  for (const part of names) {
    if (signal?.aborted === true) return;
    if (performance.now() > turnEnds) {
      await setImmediate();
      turnEnds = performance.now() + 12;
    }
    const child = Buffer.concat([path, separator, part]);
    const name = at.name === undefined ? part : Buffer.concat([at.name, separator, part]);
    let stats: BigIntStats;
    try {
      stats = lstatSync(child, { bigint: true });
    } catch (error) {
      yield { refused: { shown: shown(name), reason: `cannot be looked at: ${reasonOf(error)}` } };
      continue;
    }
    if (stats.isDirectory()) yield* walkFolder({ root, path: child, name, depth: depth + 1, signal });
    else yield findingOf(root, child, name, stats);
  }
}

function findingOf(root: Buffer, path: Buffer, name: Buffer, stats: BigIntStats): SourceFinding {
  if (stats.isFile()) return { file: sourceFile(path, name, stats) };
  return { refused: { shown: shown(name), reason: reasonNotAFile(root, path, stats) } };
}

function reasonNotAFile(root: Buffer, path: Buffer, stats: BigIntStats): string {
  if (stats.isSymbolicLink()) return linkReason(root, path);
  if (stats.isFIFO()) return "a named pipe, not a file";
  if (stats.isSocket()) return "a socket, not a file";
  if (stats.isBlockDevice() || stats.isCharacterDevice()) return "a device, not a file";
  return "neither file nor folder";
}

function linkReason(root: Buffer, path: Buffer): string {
  let target: Buffer;
  try {
    target = realpathSync(path, "buffer");
  } catch (error) {
    return codeOf(error) === "ELOOP" ? "a link that leads to itself" : "a link to nothing that can be read";
  }
  const inside = target.equals(root) || target.subarray(0, root.length + 1).equals(Buffer.concat([root, Buffer.from(sep)]));
  return inside ? "a link; its target is collected by its own name" : "a link that leads out of the folder";
}

function sourceFile(path: Buffer, name: Buffer, stats: BigIntStats): SourceFile {
  const found: AsFound = { size: Number(stats.size), fingerprint: fingerprintOf(stats) };
  return {
    ...found,
    name: itemName(name),
    fileWrittenAt: instantOf(stats.mtimeMs),
    open: () => readSource(path, found),
    ...(found.size > smallBytes ? {} : { onDisk: { ...found, path: path.toString("latin1") } }),
    ...(found.size < longBytes ? {} : { openLong: () => openLong(path, found) }),
  };
}

function openLong(path: Buffer, found: AsFound): LongSource {
  const descriptor = openSync(path, openFlags);
  try {
    demandAsFound(found, fstatSync(descriptor, { bigint: true }));
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    descriptor,
    size: found.size,
    demandUnchanged: (read) => demandAsFound(found, fstatSync(descriptor, { bigint: true }), read),
    close: () => closeSync(descriptor),
  };
}

async function* readSource(path: Buffer, found: AsFound): ByteStream {
  const file = await open(path, openFlags);
  try {
    demandAsFound(found, await file.stat({ bigint: true }));
    let at = 0;
    let coming = file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, 0);
    try {
      for (;;) {
        const { bytesRead, buffer } = await coming;
        if (bytesRead === 0) break;
        at += bytesRead;
        // The next chunk is read while this one is hashed and written.
        coming = file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at);
        coming.catch(() => undefined);
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await coming.catch(() => undefined);
    }
    demandAsFound(found, await file.stat({ bigint: true }), at);
  } finally {
    await file.close();
  }
}

function itemName(name: Buffer): ItemName {
  const path = decodeUtf8(name);
  return path === undefined ? { encoding: "bytes", base64: toBase64(name), shown: shown(name) } : { encoding: "utf-8", path };
}

/** The name as text; bytes that are not UTF-8 show as \xFF, so that two such names stay two. */
function shown(name: Buffer): string {
  const text = decodeUtf8(name);
  if (text !== undefined) return text;
  let out = "";
  for (let at = 0; at < name.length;) {
    let length = Math.min(4, name.length - at);
    while (length > 0 && decodeUtf8(name.subarray(at, at + length)) === undefined) length--;
    out += length === 0 ? `\\x${(name[at] as number).toString(16).toUpperCase()}` : decodeUtf8(name.subarray(at, at + length));
    at += Math.max(1, length);
  }
  return out;
}

function instantOf(ms: bigint): UtcInstant | "unknown" {
  const date = new Date(Number(ms));
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString();
  return /^\d{4}-/.test(text) ? text : "unknown";
}

function isCaseFolder(path: Buffer): boolean {
  const there = (name: string) => existsSync(Buffer.concat([path, separator, Buffer.from(name)]));
  return there("witnessmark.json") && there("ledger.jsonl");
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "nothing";
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  if (code === "ENAMETOOLONG") return "a path longer than this system opens (ENAMETOOLONG)";
  if (code === "ELOOP") return "links that lead to themselves";
  return code ?? "an error";
}
