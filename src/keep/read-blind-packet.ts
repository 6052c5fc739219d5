/**
 * Opens a file that somebody sent as a blind packet, reads what it says, and checks that the media in it are those that it names: an
 * answer to other bytes answers something else. Media are read in order and, where a folder is given for them, written there.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { type PacketMedium, readPacket } from "../formats/blind-packet/read-packet.ts";
import { codeOf, namedFailure, writeWhole } from "./durable.ts";
import { sha256 } from "./sha256.ts";

const pieceBytes = 1024 * 1024;

/** Throws CaseError INPUT_INVALID, also where a medium is not the one that the packet names. */
export async function readBlindPacket(path: string): Promise<PacketDocument> {
  return (await read(path, undefined)).document;
}

/** Writes the media as files of the names of their items into `folder`, which is there. Throws as `readBlindPacket` does, DISK_FULL. */
export async function unpackBlindPacket(
  path: string,
  folder: string,
): Promise<{ readonly document: PacketDocument; readonly files: ReadonlyMap<ItemId, string> }> {
  return read(path, folder);
}

async function read(path: string, folder: string | undefined): Promise<{ document: PacketDocument; files: ReadonlyMap<ItemId, string> }> {
  const file = await open(path, "r").catch((error: unknown) => {
    throw new CaseError("INPUT_INVALID", `${path}: expected a file that can be read; found ${codeOf(error) ?? "an error"}`, {
      cause: error,
    });
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new CaseError("INPUT_INVALID", `${path}: expected a file; found something else`);
    const { document, media } = await readPacket(sha256, {
      size: found.size,
      async read(offset, length) {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, found.size - offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
        return bytes.subarray(0, bytesRead);
      },
    });
    const files = new Map<ItemId, string>();
    for (const medium of media) {
      const out = folder === undefined ? undefined : join(folder, medium.item.file.replace("items/", ""));
      await checkMedium(file, medium, out);
      if (out !== undefined) files.set(medium.item.item, out);
    }
    return { document, files };
  } finally {
    await file.close();
  }
}

async function checkMedium(file: FileHandle, { item, at }: PacketMedium, out: string | undefined): Promise<void> {
  const hash = createHash("sha256");
  const fd = out === undefined ? undefined : openSync(out, "wx", 0o600);
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (let done = 0; done < item.bytes;) {
      const { bytesRead } = await file.read(piece, 0, Math.min(pieceBytes, item.bytes - done), at + done);
      if (bytesRead === 0) break;
      hash.update(piece.subarray(0, bytesRead));
      if (fd !== undefined) writeWhole(fd, piece.subarray(0, bytesRead));
      done += bytesRead;
    }
  } catch (error) {
    throw namedFailure(error, "unpacking the packet");
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
  if (`sha256:${hash.digest("hex")}` !== item.object)
    throw new CaseError(
      "INPUT_INVALID",
      `the packet: expected in ${item.file} the bytes that packet.json names; found others. Ask whoever sent it to send it again.`,
    );
}
