/** Opens a file that somebody sent as a blind packet, and reads what it says. Nothing is unpacked. */
import { open } from "node:fs/promises";
import type { PacketDocument } from "../core/blind/packet-document.ts";
import { CaseError } from "../core/case/case-error.ts";
import { readPacket } from "../formats/blind-packet/read-packet.ts";
import { codeOf } from "./durable.ts";

/** Throws CaseError INPUT_INVALID. */
export async function readBlindPacket(path: string): Promise<PacketDocument> {
  const file = await open(path, "r").catch((error: unknown) => {
    throw new CaseError("INPUT_INVALID", `${path}: expected a file that can be read; found ${codeOf(error) ?? "an error"}`, {
      cause: error,
    });
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new CaseError("INPUT_INVALID", `${path}: expected a file; found something else`);
    return await readPacket({
      size: found.size,
      async read(offset, length) {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, found.size - offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
        return bytes.subarray(0, bytesRead);
      },
    });
  } finally {
    await file.close();
  }
}
