/**
 * Finds what a packet says in its ZIP file, and where its media lie. Nothing is unpacked, and nothing is taken on trust: sizes and
 * places are checked first. Whether the media are those that it names is for whoever reads their bytes.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { packetContent } from "../../core/blind/packet-binding.ts";
import type { Sha256 } from "../../core/hash/digest.ts";
import type { ByteRanges } from "../zip/byte-ranges.port.ts";
import { readLocalHeader } from "../zip/local-header.ts";
import { readZipDirectory, type ZipMember } from "../zip/zip-directory.ts";
import {
  packetDocumentBytesAtMost,
  packetDocumentName,
  type PacketDocument,
  type PacketItem,
  parsePacketDocument,
} from "../../core/blind/packet-document.ts";

/** 50 items, two files of ours, and room. */
const mostMembers = 100;

export interface PacketMedium {
  readonly item: PacketItem;
  /** Where its bytes begin in the file. */
  readonly at: number;
}

export interface ReadPacket {
  readonly document: PacketDocument;
  /** In the order of the document. */
  readonly media: readonly PacketMedium[];
}

/** Throws CaseError INPUT_INVALID, also where what it says is not what its own hash was made over. */
export async function readPacket(sha256: Sha256, file: ByteRanges): Promise<ReadPacket> {
  const directory = await readZipDirectory(file, mostMembers);
  if (directory.state === "none") throw wrong(`a packet, which is a ZIP file; ${directory.why}`);
  const { member, at } = await storedMember(file, directory.members, packetDocumentName);
  if (member.size > packetDocumentBytesAtMost)
    throw wrong(`${packetDocumentName} of at most ${packetDocumentBytesAtMost} bytes; found ${member.size}`);
  const document = parsePacketDocument(await file.read(at, member.size));
  if (document.format === "witnessmark-blind-packet-v2" && packetContent(sha256, document) !== document.content)
    throw wrong("the question and the list of items that it was written with; found that they were changed");
  const { items } = document;
  if (new Set(items.flatMap(({ item, file: name }) => [item, name])).size !== 2 * items.length)
    throw wrong("each item once; found one twice");
  // Members that lie over each other would unpack to more than was sent.
  const bytes = items.reduce((sum, one) => sum + one.bytes, 0);
  if (bytes > file.size) throw wrong(`items within its ${file.size} bytes; found ${bytes}`);
  const media: PacketMedium[] = [];
  for (const item of items) {
    const found = await storedMember(file, directory.members, item.file);
    if (found.member.size !== item.bytes) throw wrong(`${item.file} of ${item.bytes} bytes, as it says; found ${found.member.size}`);
    media.push({ item, at: found.at });
  }
  return { document, media };
}

async function storedMember(file: ByteRanges, members: readonly ZipMember[], name: string): Promise<{ member: ZipMember; at: number }> {
  const named = members.filter(({ nameBytes }) => decodeUtf8(nameBytes) === name);
  const [member] = named;
  if (member === undefined || named.length > 1) throw wrong(`one ${name} in it; found ${named.length}`);
  if (member.method !== 0 || member.size !== member.compressed) throw wrong(`${name} as it is; found it compressed`);
  const local = await readLocalHeader(file, member.offset);
  if (local.state === "none" || local.method !== 0 || decodeUtf8(local.nameBytes) !== name)
    throw wrong(`${name} where its directory says; found none`);
  if (local.dataAt + member.size > file.size) throw wrong(`${name} of ${member.size} bytes; found that it is cut off`);
  return { member, at: local.dataAt };
}

function wrong(expected: string): CaseError {
  return new CaseError("INPUT_INVALID", `the packet: expected ${expected}`);
}
