/** The files that an opened container leaves: the list of its members, and the bytes of those that could be unpacked. */
import { createHash, type Hash } from "node:crypto";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Member, memberBytesFileName, membersFileName } from "../../core/unpacking/member.ts";
import { writeMemberLine } from "../../core/unpacking/members-file.ts";
import type { MemberSink } from "../../formats/zip/unpack-zip.ts";

export interface MembersOut extends MemberSink {
  readonly files: readonly { readonly name: string; readonly mediaType: string }[];
  close(): void;
}

export function openMembersOut(folder: string): MembersOut {
  const list = openSync(join(folder, membersFileName), "wx");
  const bytes = openSync(join(folder, memberBytesFileName), "wx");
  let position = 0;
  let hash: Hash | undefined;
  const put = (file: number, piece: Uint8Array) => {
    for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
  };
  return {
    files: [
      { name: membersFileName, mediaType: "application/jsonl" },
      { name: memberBytesFileName, mediaType: "application/octet-stream" },
    ],
    position: () => position,
    write(piece) {
      (hash ??= createHash("sha256")).update(piece);
      put(bytes, piece);
      position += piece.length;
    },
    keep() {
      const digest = (hash ?? createHash("sha256")).digest("hex");
      hash = undefined;
      return `sha256:${digest}`;
    },
    drop(start) {
      hash = undefined;
      ftruncateSync(bytes, start);
      position = start;
    },
    member: (member: Member) => put(list, Buffer.from(writeMemberLine(member))),
    close() {
      closeSync(list);
      closeSync(bytes);
    },
  };
}
