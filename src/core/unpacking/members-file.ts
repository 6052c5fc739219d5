/** The list of a container's members as a file, written and read piece by piece. */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { canonicalJson, type Json } from "../json/canonical-json.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { Member } from "./member.ts";

/** A path and a reason of a few thousand signs each. */
const longestLine = 64 * 1024;

/** The file is not what its reading promises. Says line, expected and found, without a member's name. */
export class MembersUnreadable extends Error {}

export function writeMemberLine(member: Member): string {
  return `${canonicalJson(member as unknown as Json)}\n`;
}

/** Throws MembersUnreadable at the first line that is no member, and when there are not `count` of them. */
export async function* readMembers(bytes: ByteStream, count: number): AsyncGenerator<Member> {
  let read = 0;
  let rest = new Uint8Array();
  for await (const piece of bytes) {
    const all = new Uint8Array(rest.length + piece.length);
    all.set(rest);
    all.set(piece, rest.length);
    const end = all.lastIndexOf(10) + 1;
    rest = all.slice(end);
    if (rest.length > longestLine) throw new MembersUnreadable(`expected lines of at most ${longestLine} bytes; found a longer one`);
    const text = decodeUtf8(all.subarray(0, end));
    if (text === undefined) throw new MembersUnreadable("expected UTF-8; found other bytes");
    for (const line of text.split("\n").slice(0, -1)) yield memberOf(line, ++read);
  }
  if (rest.length > 0) throw new MembersUnreadable("expected the last line to end; found the end of the file before it");
  if (read !== count) throw new MembersUnreadable(`expected ${count} members; found ${read}`);
}

function memberOf(json: string, line: number): Member {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new MembersUnreadable(`line ${line}: expected JSON; found none`);
  }
  const member = Member.safeParse(value);
  if (!member.success)
    throw new MembersUnreadable(`line ${line}: expected a member; found ${member.error.issues[0]?.path.join(".") ?? ""} amiss`);
  return member.data;
}
