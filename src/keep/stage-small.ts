/** Copies one short file into the case and hashes it, without waiting: on this thread or on one beside it. */
import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { type AsFound, demandAsFound, openFlags } from "./found-file.ts";

/** Longer files are not short. */
export const smallBytes = 1024 * 1024;

export interface SmallOrder {
  readonly from: AsFound & {
    /** One character per byte: names are not always UTF-8. */
    readonly path: string;
  };
  readonly to: string;
  /** The copy stays open, for its sync. */
  readonly keepOpen: boolean;
}

export type SmallAnswer =
  | { readonly digits: string; readonly size: number; readonly fd: number | undefined }
  | { readonly failed: "reading" | "writing"; readonly changed: boolean; readonly code: string | undefined; readonly message: string };

/** One byte more is asked for than there was: a file that has grown shows it. */
const room = Buffer.allocUnsafeSlow(smallBytes + 1);

export function stageSmall({ from, to, keepOpen }: SmallOrder): SmallAnswer {
  let bytes: Buffer;
  try {
    bytes = readAsFound(from);
  } catch (error) {
    return failure("reading", error);
  }
  try {
    const digits = hash("sha256", bytes, "hex");
    const fd = writeNew(to, bytes);
    if (!keepOpen) closeSync(fd);
    return { digits, size: bytes.length, fd: keepOpen ? fd : undefined };
  } catch (error) {
    return failure("writing", error);
  }
}

function readAsFound(from: SmallOrder["from"]): Buffer {
  const fd = openSync(Buffer.from(from.path, "latin1"), openFlags);
  try {
    demandAsFound(from, fstatSync(fd, { bigint: true }));
    let at = 0;
    // All there was, and room for more that did not come: no second read is needed to meet the end.
    for (let got = -1; got !== 0 && (at < from.size || got === -1); at += got) got = readSync(fd, room, at, from.size + 1 - at, at);
    demandAsFound(from, fstatSync(fd, { bigint: true }), at);
    return room.subarray(0, at);
  } finally {
    closeSync(fd);
  }
}

function writeNew(to: string, bytes: Buffer): number {
  const fd = openNew(to);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
    return fd;
  } catch (error) {
    closeSync(fd);
    unlinkSync(to);
    throw error;
  }
}

/** Read-only from its beginning. The folder above it is made where it is missing. */
export function openNew(path: string): number {
  try {
    return openSync(path, "wx+", 0o444);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, "wx+", 0o444);
  }
}

function failure(failed: "reading" | "writing", error: unknown): SmallAnswer {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const changed = error instanceof CaseError;
  return { failed, changed, code: typeof code === "string" ? code : undefined, message: String(message) };
}
