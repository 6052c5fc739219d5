/** ZIP archives. Every path is harmless and there once, and what is passed as whole has the size that is said. */
import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { inflate } from "../../../src/analyse/reading/inflate.ts";
import { ContainerReading } from "../../../src/core/analysis/reading-result.ts";
import { unpackZip } from "../../../src/formats/zip/unpack-zip.ts";
import { inMemory } from "../../readers/byte-ranges.ts";
import { makeZip } from "../../readers/make-zip.ts";
import { memberSink } from "../../readers/member-sink.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const text = bytesOf("the fountain ".repeat(40));
const limits = { members: 200, totalBytes: 4_000_000, ratio: 200, ratioFrom: 1_000_000 };

export const target: FuzzTarget = {
  name: "zip",
  seeds: () => [
    makeZip([
      { name: "a.txt", bytes: text },
      { name: "dir/", bytes: new Uint8Array() },
      { name: "dir/площа.bin", bytes: text, method: 0 },
      { name: "c", bytes: text, descriptor: true },
    ]),
    makeZip(
      [
        { name: "../x", bytes: text },
        { name: "x", bytes: text, zip64: true },
      ],
      { comment: "PK\u0005\u0006 a comment" },
    ),
    makeZip([], {}),
  ],
  dictionary: [
    ...["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007", "PK\u0007\b", "../", "C:\\", "\0"],
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0),
    Uint8Array.of(1, 0, 16, 0),
    Uint8Array.of(0x75, 0x70, 5, 0, 1),
  ],
  async run(bytes) {
    const sink = memberSink();
    const reading = await unpackZip({ file: inMemory(bytes), inflate, crc32: (piece, before) => crc32(piece, before), sink }, limits);
    const { counts } = ContainerReading.parse(reading);
    assert.equal(counts.members, sink.members.length);
    assert.ok(counts.bytes <= limits.totalBytes + 1_000_000, `${counts.bytes} bytes came out`);
    for (const [i, member] of sink.members.entries()) {
      const parts = member.path.split("/");
      assert.ok(!parts.includes("..") && !parts.includes("") && !member.path.includes("\0"), "a path that leads somewhere");
      if (member.state === "unpacked") assert.equal(sink.bytes(i).length, member.size);
    }
    assert.equal(new Set(sink.members.map(({ path }) => path)).size, sink.members.length, "two members under one path");
  },
};
