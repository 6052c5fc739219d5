/** Finds what a packet says in its ZIP file. Nothing is unpacked, and nothing is taken on trust: sizes and places are checked first. */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import type { ByteRanges } from "../zip/byte-ranges.port.ts";
import { readLocalHeader } from "../zip/local-header.ts";
import { readZipDirectory } from "../zip/zip-directory.ts";
import {
  packetDocumentBytesAtMost,
  packetDocumentName,
  type PacketDocument,
  parsePacketDocument,
} from "../../core/blind/packet-document.ts";

/** 50 items, two files of ours, and room. */
const mostMembers = 100;

/** Throws CaseError INPUT_INVALID. */
export async function readPacket(file: ByteRanges): Promise<PacketDocument> {
  const directory = await readZipDirectory(file, mostMembers);
  if (directory.state === "none") throw wrong(`a packet, which is a ZIP file; ${directory.why}`);
  const named = directory.members.filter(({ nameBytes }) => decodeUtf8(nameBytes) === packetDocumentName);
  const [member] = named;
  if (member === undefined || named.length > 1) throw wrong(`one ${packetDocumentName} in it; found ${named.length}`);
  if (member.method !== 0 || member.size !== member.compressed) throw wrong(`${packetDocumentName} as it is; found it compressed`);
  if (member.size > packetDocumentBytesAtMost)
    throw wrong(`${packetDocumentName} of at most ${packetDocumentBytesAtMost} bytes; found ${member.size}`);
  const local = await readLocalHeader(file, member.offset);
  if (local.state === "none" || local.method !== 0) throw wrong(`${packetDocumentName} where its directory says; found none`);
  const bytes = await file.read(local.dataAt, member.size);
  if (bytes.length !== member.size) throw wrong(`${packetDocumentName} of ${member.size} bytes; found that it is cut off`);
  return parsePacketDocument(bytes);
}

function wrong(expected: string): CaseError {
  return new CaseError("INPUT_INVALID", `the packet: expected ${expected}`);
}
