/**
 * Writes a blind packet: one ZIP file with the question and the bytes of the items under names of their numbers, to be sent by any
 * messenger. The bytes are the originals, read twice: once for what the archive says of them in front.
 */
import { closeSync, openSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { localHeader, type StoredMember, storedZipBytesAtMost, zipEnd } from "../formats/zip/stored-zip.ts";
import { codeOf, namedFailure, removeIfThere, syncFolder, syncOpenFile, writeWhole } from "./durable.ts";

export interface PacketMember {
  readonly name: string;
  readonly size: number;
  readonly read: () => ByteStream;
}

/** Throws CaseError PATH_REFUSED for a place that is taken, INPUT_INVALID beyond 4 GiB, OBJECT_HASH_MISMATCH for bytes that changed. */
export async function writeBlindPacket(out: string, members: readonly PacketMember[]): Promise<{ bytes: number; packet: Digest }> {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > storedZipBytesAtMost - 1024 * 1024)
    throw new CaseError("INPUT_INVALID", `the packet: expected at most 4 GiB of items; found ${total} bytes. Name fewer with --items.`);
  let fd: number;
  try {
    fd = openSync(out, "wx", 0o600);
  } catch (error) {
    throw new CaseError(
      "PATH_REFUSED",
      `${out}: expected a place for a new file; found ${codeOf(error) === "EEXIST" ? "one there" : codeOf(error)}`,
    );
  }
  try {
    const hash = createHash("sha256");
    let at = 0;
    const write = (bytes: Uint8Array): void => {
      writeWhole(fd, bytes);
      hash.update(bytes);
      at += bytes.length;
    };
    const written: StoredMember[] = [];
    for (const { name, size, read } of members) {
      const member = { name, size, crc: await crcOf(read, name, size), offset: at };
      write(localHeader(member));
      for await (const part of read()) write(part);
      written.push(member);
    }
    write(zipEnd(written, at));
    await syncOpenFile(fd, "the packet");
    closeSync(fd);
    await syncFolder(dirname(out));
    return { bytes: at, packet: `sha256:${hash.digest("hex")}` };
  } catch (error) {
    closeIfOpen(fd);
    removeIfThere(out);
    throw namedFailure(error, "writing the packet");
  }
}

async function crcOf(read: () => ByteStream, name: string, size: number): Promise<number> {
  let crc = 0;
  let bytes = 0;
  for await (const part of read()) {
    crc = crc32(part, crc);
    bytes += part.length;
  }
  if (bytes !== size) throw new CaseError("OBJECT_HASH_MISMATCH", `${name}: expected ${size} bytes in the case; found ${bytes}`);
  return crc;
}

function closeIfOpen(fd: number): void {
  try {
    closeSync(fd);
  } catch (error) {
    if (codeOf(error) !== "EBADF") throw error;
  }
}
