/** The list of a container's members as one file, in the order of the container. */
import { readRecords, writeRecordLine } from "../json/records-file.ts";
import type { ByteStream } from "../vault/vault.port.ts";
import { Member } from "./member.ts";

/** A path and a reason of a few thousand signs each. */
const longestLine = 64 * 1024;

export function writeMemberLine(member: Member): string {
  return writeRecordLine(member);
}

/** Throws RecordsUnreadable at the first line that is no member, and when there are not `count` of them. */
export async function* readMembers(bytes: ByteStream, count: number): AsyncGenerator<Member> {
  for await (const some of readRecords(bytes, { what: "member", schema: Member, count, longestLine })) {
    for (const { record } of some) yield record;
  }
}
