/** Members of a container in memory. */
import { createHash } from "node:crypto";
import { Member } from "../../src/core/unpacking/member.ts";
import type { MemberSink } from "../../src/formats/zip/unpack-zip.ts";

export interface SinkInMemory extends MemberSink {
  readonly members: Member[];
  /** Bytes of the member at that place of the list; none for one that was left out. */
  bytes(place: number): Uint8Array;
}

export function memberSink(): SinkInMemory {
  const members: Member[] = [];
  let all = new Uint8Array(1024);
  let length = 0;
  return {
    members,
    bytes(place) {
      const member = members[place];
      return member?.state === "unpacked" ? all.slice(member.start, member.start + member.size) : new Uint8Array();
    },
    position: () => length,
    write(bytes) {
      if (length + bytes.length > all.length) {
        const larger = new Uint8Array((length + bytes.length) * 2);
        larger.set(all.subarray(0, length));
        all = larger;
      }
      all.set(bytes, length);
      length += bytes.length;
    },
    keep: (start) => `sha256:${createHash("sha256").update(all.subarray(start, length)).digest("hex")}`,
    drop: (start) => void (length = start),
    member: (member) => void members.push(Member.parse(member)),
  };
}
