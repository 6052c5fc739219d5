/** ZIP archives: what comes out, under which names, and what archives that are broken or made to harm cannot do. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { inflate } from "../../src/analyse/reading/inflate.ts";
import { ContainerReading } from "../../src/core/analysis/reading-result.ts";
import { type UnpackLimits, unpackLimits, unpackZip } from "../../src/formats/zip/unpack-zip.ts";
import { inMemory } from "./byte-ranges.ts";
import { makeZip, type ZipEntry } from "./make-zip.ts";
import { memberSink } from "./member-sink.ts";

const text = (words: string) => new TextEncoder().encode(words);
const one = text("one ".repeat(100));
const two = text("two");

async function unpacked(bytes: Uint8Array, limits: UnpackLimits = unpackLimits) {
  const sink = memberSink();
  const result = await unpackZip({ file: inMemory(bytes), inflate, crc32: (piece, before) => crc32(piece, before), sink }, limits);
  const reading = ContainerReading.parse(result);
  return {
    reading,
    sink,
    members: sink.members,
    paths: sink.members.map(({ path }) => path),
    traps: reading.traps.map(({ code }) => code),
  };
}
const reasons = ({ members }: Awaited<ReturnType<typeof unpacked>>) =>
  members.map((member) => (member.state === "left-out" ? member.reason : "unpacked"));

describe("a ZIP archive", () => {
  it("gives every member whole, whatever it holds and however it was packed", async () => {
    const bytes = fc.uint8Array({ maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ bytes, method: fc.constantFrom(0, 8), descriptor: fc.boolean(), zip64: fc.boolean() }), { maxLength: 6 }),
        async (entries) => {
          const found = await unpacked(
            makeZip(entries.map((entry, i) => ({ ...entry, name: `f${i}`, descriptor: entry.descriptor && entry.method === 8 }))),
          );
          assert.deepEqual(
            reasons(found),
            entries.map(() => "unpacked"),
          );
          for (const [i, entry] of entries.entries()) assert.deepEqual(found.sink.bytes(i), entry.bytes);
        },
      ),
      { seed: 20240914, numRuns: 60 },
    );
  });

  it("that holds a chat exported from WhatsApp says which member it is", async () => {
    const found = await unpacked(
      makeZip([
        { name: "_chat.txt", bytes: two },
        { name: "in/WhatsApp Chat with Market traders.txt", bytes: two },
        { name: "my_chat.txt", bytes: two },
      ]),
    );
    const said = found.reading.traps.find(({ code }) => code === "whatsapp-chat-inside");
    assert.deepEqual(said?.where, ["member 1 _chat.txt", "member 2 in/WhatsApp Chat with Market traders.txt"]);
  });

  it("has names in UTF-8, in UTF-8 that says nothing, and in page 437; folders are none", async () => {
    const found = await unpacked(
      makeZip([
        { name: "площа/а.txt", bytes: two },
        { name: Buffer.from("ринок"), bytes: two },
        { name: Uint8Array.of(0x81, 0x62), bytes: two },
        { name: "площа/", bytes: new Uint8Array() },
      ]),
    );
    assert.deepEqual(found.paths, ["площа/а.txt", "ринок", "üb"]);
    assert.ok(found.traps.includes("name-guessed"));
  });

  it("gives a time in UTC where it says one, else a clock without a zone and a trap", async () => {
    const unix = Buffer.from("5554050001b8ec4362", "hex");
    const found = await unpacked(
      makeZip([
        { name: "a", bytes: two, extra: unix },
        { name: "b", bytes: two },
      ]),
    );
    assert.deepEqual(
      found.members.map((member) => member.state === "unpacked" && [member.written, member.clock]),
      [
        ["2022-03-30T05:38:00Z", "2022-03-30T05:40:08"],
        ["unknown", "2022-03-30T05:40:08"],
      ],
    );
    assert.ok(found.traps.includes("zip-time-no-zone"));
  });

  it("names lead nowhere, and two of one name are both there", async () => {
    const names = ["/etc/passwd", "../../up", "C:\\Users\\x", "a/./b//c", "nul\0.txt", "same", "same", "..", "x".repeat(5000)];
    const found = await unpacked(makeZip(names.map((name) => ({ name, bytes: two }))));
    assert.deepEqual(found.paths.slice(0, 8), ["etc/passwd", "up", "Users/x", "a/b/c", "nul\ufffd.txt", "same", "same (7)", "member 8"]);
    assert.ok((found.paths[8] ?? "").length <= 1000);
    for (const code of ["name-leads-out", "name-with-backslash", "name-odd", "name-doubled", "name-cut"])
      assert.ok(found.traps.includes(code), code);
  });

  it("an office document, an app or a web archive is kept whole", async () => {
    for (const name of ["[Content_Types].xml", "AndroidManifest.xml", "datapackage-digest.json", "META-INF/container.xml"]) {
      const found = await unpacked(
        makeZip([
          { name, bytes: two },
          { name: "word/document.xml", bytes: one },
        ]),
      );
      assert.deepEqual([found.members.length, found.traps], [0, ["document-packed-as-zip"]], name);
    }
  });
});

describe("an archive that is broken or made to harm", () => {
  it("leaves out what is encrypted, packed otherwise, a link, or another than it states, and says why", async () => {
    const entries: ZipEntry[] = [
      { name: "secret", bytes: two, flags: 1 },
      { name: "lzma", bytes: two, method: 14 },
      { name: "link", bytes: text("/etc/passwd"), mode: 0o120777 },
      { name: "crc", bytes: one, crc: 1 },
      { name: "longer", bytes: one, size: 10 },
      { name: "shorter", bytes: one, size: 4000 },
      { name: "not deflate", bytes: Uint8Array.of(255, 255, 255, 255), method: 0, flags: 0 },
      { name: "good", bytes: one },
    ];
    const found = await unpacked(makeZip(entries));
    assert.deepEqual(reasons(found), [
      "it is encrypted",
      "it is packed by LZMA",
      "it is a link to another place",
      "another checksum than it states",
      "more than the 10 bytes that it states",
      "400 bytes where it states 4000",
      "unpacked",
      "unpacked",
    ]);
    assert.deepEqual([found.reading.counts, found.reading.faults.length], [{ members: 8, unpacked: 2, leftOut: 6, bytes: 404 }, 6]);
    assert.deepEqual(found.sink.bytes(7), one);
  });

  it("cannot fill the disk: by members over each other, by size, by ratio, by number", async () => {
    const quine = await unpacked(
      makeZip([
        { name: "a", bytes: one },
        { name: "b", bytes: one, sameAs: 0 },
        { name: "c", bytes: one, sameAs: 0 },
      ]),
    );
    assert.deepEqual(reasons(quine), [
      "unpacked",
      "its bytes lie over those of another member",
      "its bytes lie over those of another member",
    ]);
    const zeros = new Uint8Array(2_000_000);
    const small = { ...unpackLimits, ratioFrom: 1_000_000 };
    assert.match(reasons(await unpacked(makeZip([{ name: "zeros", bytes: zeros }]), small))[0] ?? "", /it says it is 2000000 bytes/);
    // It lies about its size: what comes out is stopped where it said.
    assert.match(
      reasons(await unpacked(makeZip([{ name: "zeros", bytes: zeros, size: 5000 }]), small))[0] ?? "",
      /more than the 5000 bytes/,
    );
    const many = await unpacked(makeZip(Array.from({ length: 30 }, (_, i) => ({ name: `${i}`, bytes: two }))), {
      ...unpackLimits,
      members: 10,
    });
    assert.deepEqual([many.members.length, many.traps.includes("too-many-members")], [10, true]);
    const total = await unpacked(
      makeZip([
        { name: "a", bytes: one },
        { name: "b", bytes: one },
      ]),
      { ...unpackLimits, totalBytes: 500 },
    );
    assert.equal(reasons(total)[0], "unpacked");
    assert.match(reasons(total)[1] ?? "", /more than is taken/);
  });

  it("without its end still gives the members whose headers are there", async () => {
    const whole = makeZip([
      { name: "a", bytes: one },
      { name: "b", bytes: one, descriptor: true },
      { name: "c", bytes: two, method: 0 },
    ]);
    const cut = await unpacked(
      makeZip(
        [
          { name: "a", bytes: one },
          { name: "b", bytes: one, descriptor: true },
          { name: "c", bytes: two, method: 0 },
        ],
        { withoutDirectory: true },
      ),
    );
    assert.deepEqual(
      [cut.paths, reasons(cut), cut.traps.includes("directory-missing")],
      [["a", "b", "c"], ["unpacked", "unpacked", "unpacked"], true],
    );
    assert.deepEqual([cut.sink.bytes(0), cut.sink.bytes(1), cut.sink.bytes(2)], [one, one, two]);
    for (let length = 0; length < whole.length; length++) await unpacked(whole.slice(0, length));
  });

  it("shows members that its directory hides, bytes around it, and headers that disagree", async () => {
    const found = await unpacked(
      makeZip(
        [
          { name: "shown", bytes: two },
          { name: "hidden", bytes: one, hidden: true },
          { name: "last", bytes: two, localName: "fast" },
        ],
        { prefix: text("#!/bin/sh\n") },
      ),
    );
    assert.deepEqual(
      [found.paths, reasons(found)],
      [
        ["shown", "last"],
        ["unpacked", "unpacked"],
      ],
    );
    for (const code of ["member-not-in-directory", "bytes-before-archive", "directory-disagrees"])
      assert.ok(found.traps.includes(code), code);
  });

  it("of any bytes always gets an answer", async () => {
    const whole = makeZip([
      { name: "a", bytes: one },
      { name: "b", bytes: two, method: 0 },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const changed = whole.slice();
        changed[at] = value;
        await unpacked(changed);
      }),
      { seed: 20240914, numRuns: 300 },
    );
    assert.deepEqual((await unpacked(new Uint8Array())).reading.counts.members, 0);
  });
});
