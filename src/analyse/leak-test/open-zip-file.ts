/** Members of a ZIP archive and of what is built on one, from its local headers on: what a directory leaves out is read too. */
import { memorySource } from "./byte-source.ts";
import { unpack } from "./inflate-limited.ts";
import type { Opened } from "./layer.ts";

const local = 0x04034b50;
const mostMembers = 20_000;

export function* openZipFile(bytes: Buffer): Generator<Opened> {
  let members = 0;
  for (let at = bytes.indexOf("PK\x03\x04", 0, "latin1"); at >= 0; at = bytes.indexOf("PK\x03\x04", at + 4, "latin1")) {
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== local) continue;
    if (++members > mostMembers) {
      yield { refused: `more than ${mostMembers} members`, part: "ZIP" };
      return;
    }
    const flags = bytes.readUInt16LE(at + 6);
    const method = bytes.readUInt16LE(at + 8);
    const nameLength = bytes.readUInt16LE(at + 26);
    const body = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const part = `ZIP member ${members}`;
    yield { part: `${part} (name)`, source: memorySource(bytes.subarray(at + 30, body)), loose: true };
    const stated = bytes.readUInt32LE(at + 18);
    // Sizes may stand behind the member, or in its extra field: then it reaches to the next header at most.
    const known = (flags & 8) === 0 && stated !== 0xffffffff;
    const next = bytes.indexOf("PK", known ? Math.min(bytes.length, body + stated) : body, "latin1");
    const packed = bytes.subarray(body, known ? body + stated : method === 0 && next >= 0 ? next : bytes.length);
    if ((flags & 1) === 1) yield { refused: "encrypted", part };
    else if (method === 0) yield { part, source: memorySource(packed) };
    else if (method === 8) {
      const unpacked = unpack("deflate", packed);
      if ("bytes" in unpacked) yield { part, source: memorySource(unpacked.bytes) };
      else
        yield { refused: unpacked.fault === "bomb" ? "a bomb: it unpacks to more than may be" : "packed bytes that cannot be read", part };
    } else yield { refused: `packed by method ${method}, which is not read here`, part };
  }
  const directory = bytes.indexOf("PK\x01\x02", 0, "latin1");
  if (directory >= 0) yield { part: "ZIP directory", source: memorySource(bytes.subarray(directory)), loose: true };
}
