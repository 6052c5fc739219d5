/**
 * The folder of segments: files named by the SHA-256 of their bytes, and a manifest that says which of them count. A segment
 * is written beside its place, waiting for the disk, and renamed before the manifest names it, and the manifest is replaced whole, so that a
 * stop at any moment leaves the state before or the one after. What no manifest names is removed at the next opening; what
 * does not have the bytes of its name is never used. One process at a time.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  fstatSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CaseError } from "../../core/case/case-error.ts";
import { hashBytes } from "../../core/copies/frame-prints.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { canonicalJson } from "../../core/json/canonical-json.ts";
import { columnBytes, headNumbers, type SegmentHead, sourceBytes, sourcesOf } from "./segment-layout.ts";

const Named = z.strictObject({
  /** SHA-256 of the file, and of its front (magic, head and sources); 64 digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  front: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(0),
});
export type NamedSegment = z.infer<typeof Named>;
const Manifest = z.strictObject({
  format: z.literal("witnessmark-hash-search-v1"),
  /** Versions of what made the prints; another one, and all is made again. */
  madeOf: z.string(),
  /** Rises with every change. */
  generation: z.number().int().min(0),
  segments: z.array(Named),
});
export type Manifest = z.infer<typeof Manifest>;
const ManifestFile = z.strictObject({ sha256: z.string(), manifest: Manifest });

const manifestName = "manifest.json";
const suffix = ".hashes";
const partSuffix = ".part";
const magic = Buffer.from("wmhash1\n", "latin1");
const frontFixed = magic.length + headNumbers.length * 4;
/** Read and hashed at a time: stays in the processor's cache between the two. */
const pieceBytes = 1 << 20;

export const fileOf = ({ sha256 }: Pick<NamedSegment, "sha256">): string => sha256 + suffix;
const sha256 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

/** Told before each step that a stop may separate from the next one; for tests. */
export type OnStep = (step: string) => void;

/** Writes a segment and makes it durable; it counts once a manifest names it. */
export function writeSegment(
  folder: string,
  head: SegmentHead,
  sources: readonly Digest[],
  columns: Uint8Array,
  onStep: OnStep,
): NamedSegment {
  const numbers = new Uint8Array(frontFixed);
  numbers.set(magic);
  for (const [at, name] of headNumbers.entries()) new DataView(numbers.buffer).setUint32(magic.length + at * 4, head[name], true);
  const front = Buffer.concat([numbers, sourceBytes(sources)]);
  const named = { sha256: sha256(front, columns), front: sha256(front), bytes: front.length + columns.length };
  writeDurably(folder, fileOf(named), [front, columns], onStep);
  return named;
}

export function writeManifest(folder: string, manifest: Manifest, onStep: OnStep): void {
  const file = { sha256: sha256(Buffer.from(canonicalJson(manifest))), manifest };
  writeDurably(folder, manifestName, [Buffer.from(`${JSON.stringify(file)}\n`)], onStep);
}

/** "none" where there is none; undefined where there is one that is not whole. */
export function readManifest(folder: string): Manifest | "none" | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "none";
    throw error;
  }
  try {
    const file = ManifestFile.parse(JSON.parse(text));
    return sha256(Buffer.from(canonicalJson(file.manifest))) === file.sha256 ? file.manifest : undefined;
  } catch {
    // Not JSON, or not of this form: damaged like one whose checksum differs.
    return undefined;
  }
}

/** Removes what the manifest does not name: leavings of a stop, and segments that were replaced. */
export function removeUnnamed(folder: string, segments: readonly NamedSegment[]): void {
  const named = new Set([manifestName, ...segments.map(fileOf)]);
  for (const name of readdirSync(folder))
    if (!named.has(name) && (name.endsWith(suffix) || name.endsWith(partSuffix))) rmSync(join(folder, name));
}

export interface Damage {
  /** Sources that were in the segment, where its front is whole; else nobody can tell, and `has` says no for them. */
  readonly sources: readonly Digest[] | "unknown";
  /** What was expected and what was found. */
  readonly why: string;
}
export type ReadSegment = { readonly head: SegmentHead; readonly sources: readonly Digest[]; readonly at: number } | Damage;

/**
 * Reads a segment into memory that `place` gives for so many bytes (a multiple of 64 within shared memory), and checks every
 * byte. Files cannot be mapped into memory from here.
 */
export function readSegment(
  folder: string,
  named: NamedSegment,
  place: (bytes: number) => { readonly at: number; readonly bytes: Uint8Array; free(): void },
): ReadSegment {
  let descriptor: number;
  try {
    descriptor = openSync(join(folder, fileOf(named)), "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { sources: "unknown", why: "expected the file; found none" };
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    const fixed = readUpTo(descriptor, frontFixed);
    const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.length);
    const head = Object.fromEntries(
      headNumbers.map((name, at) => [name, fixed.length === frontFixed ? view.getUint32(magic.length + at * 4, true) : 0]),
    ) as unknown as SegmentHead;
    const sourceLength = head.sources * hashBytes;
    const listed = frontFixed + sourceLength <= size ? readUpTo(descriptor, sourceLength) : Buffer.alloc(0);
    if (sha256(fixed, listed) !== named.front) return { sources: "unknown", why: "expected the checksum of its front; found another" };
    const sources = sourcesOf(listed);
    const columns = columnBytes(head);
    if (size !== named.bytes || frontFixed + sourceLength + columns !== size)
      return { sources, why: `expected ${named.bytes} bytes; found ${size}` };
    const memory = place(columns);
    const hash = createHash("sha256").update(fixed).update(listed);
    // One buffer for all pieces: a fresh one each would be filled with zeros first.
    const buffer = Buffer.allocUnsafeSlow(Math.min(pieceBytes, columns));
    for (let at = 0; at < columns;) {
      const piece = readUpTo(descriptor, Math.min(pieceBytes, columns - at), buffer);
      if (piece.length === 0) break;
      hash.update(piece);
      memory.bytes.set(piece, at);
      at += piece.length;
    }
    if (hash.digest("hex") === named.sha256) return { head, sources, at: memory.at };
    memory.free();
    return { sources, why: "expected its checksum; found another" };
  } finally {
    closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, length: number, bytes = Buffer.alloc(length)): Buffer {
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, bytes, read, length - read, null);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

/**
 * A temporary name whose bytes are on the disk before it is renamed. Each write waits for the disk (O_SYNC), since a child
 * with Node's permissions may not call fsync; the folder's own names are left to the file system: what a power cut takes of
 * them is noticed by the checksums and stored again.
 */
function writeDurably(folder: string, name: string, parts: readonly Uint8Array[], onStep: OnStep): void {
  const path = join(folder, name);
  try {
    const descriptor = openSync(
      path + partSuffix,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_SYNC ?? 0),
      0o600,
    );
    try {
      for (const part of parts) {
        onStep(`writing ${name}`);
        for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at);
      }
    } finally {
      closeSync(descriptor);
    }
    onStep(`renaming ${name}`);
    renameSync(path + partSuffix, path);
    onStep(`renamed ${name}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOSPC" && code !== "EDQUOT") throw error;
    rmSync(path + partSuffix, { force: true });
    throw new CaseError("DISK_FULL", "hash search: expected room on the disk; found a full disk. What was stored before is intact.", {
      cause: error,
    });
  }
}

export const makeFolder = (folder: string): void => void mkdirSync(folder, { recursive: true });
