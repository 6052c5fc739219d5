/** Blind packets, and the files that come back. What is read lies within the file, and says what its own hash was made over. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { parseAnswerFile, writeAnswerFile } from "../../../src/core/blind/answer-files.ts";
import { packetContent } from "../../../src/core/blind/packet-binding.ts";
import { PacketDocument } from "../../../src/core/blind/packet-document.ts";
import { CaseError } from "../../../src/core/case/case-error.ts";
import { readPacket } from "../../../src/formats/blind-packet/read-packet.ts";
import { inMemory } from "../../readers/byte-ranges.ts";
import { makeZip } from "../../readers/make-zip.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");
const medium = bytesOf("the fountain");
const [object, key] = [`sha256:${"ab".repeat(32)}`, `sha256:${"cd".repeat(32)}`] as const;
const about = { caseId: "ab".repeat(16), question: "qn1", blind: "z1" } as const;

function packets(): Uint8Array[] {
  const item = {
    item: "i1",
    file: "items/i1.png",
    object,
    bytes: medium.length,
    kind: "picture",
    graphicLevel: "unassessed",
    durationSec: null,
  };
  const asks = {
    ...{ ...about, sort: "where", text: "Where?", precision: { sort: "place", radiusM: 200 }, program: "test" },
    items: [{ ...item, metadata: [{ group: "PNG", tag: "Width", value: "64" }] }],
  };
  const bound = { format: "witnessmark-blind-packet-v2", ...asks, nonce: "6b".repeat(32), content: packetContent(sha256, asks) };
  return [bound, { format: "witnessmark-blind-packet-v1", ...asks }].map((document) =>
    makeZip([
      { name: "packet.json", bytes: bytesOf(JSON.stringify(PacketDocument.parse(document))), method: 0 },
      { name: "items/i1.png", bytes: medium, method: 0 },
    ]),
  );
}

function answers(): Uint8Array[] {
  const fixed = { ...about, commitment: object };
  const by = {
    key: { algorithm: "Ed25519", base64: `${"A".repeat(43)}=` },
    name: "me",
    signature: { key, value: `${"A".repeat(86)}==` },
  } as const;
  const prior = { knew: "not-sure", words: { salt: "5a".repeat(32), value: "a talk" } } as const;
  return [
    writeAnswerFile({ format: "witnessmark-sealed-answer-v1", ...fixed, ...by }),
    writeAnswerFile({
      format: "witnessmark-sealed-answer-v2",
      ...fixed,
      packet: { nonce: "6b".repeat(32), content: object },
      prior,
      ...by,
    }),
    writeAnswerFile({
      format: "witnessmark-revealed-answer-v1",
      ...fixed,
      salt: "5a".repeat(32),
      answer: { sort: "words", words: "here" },
    }),
  ];
}

const refusedAs = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CaseError && error.code === "INPUT_INVALID") return undefined;
    throw error;
  }
};

export const target: FuzzTarget = {
  name: "blind-packet",
  seeds: () => [...packets(), ...answers()],
  dictionary: [
    ...[
      "PK\u0003\u0004",
      "PK\u0001\u0002",
      "PK\u0005\u0006",
      "packet.json",
      "items/i1.png",
      "../",
      "null",
      '"bytes":9007199254740991',
      "[[[[",
    ],
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0, 0, 0, 0),
  ],
  async run(bytes) {
    const read = await refusedAs(() => readPacket(sha256, inMemory(bytes)));
    for (const { item, at } of read?.media ?? []) assert.ok(at >= 0 && at + item.bytes <= bytes.length, "a medium outside of the file");
    if (read?.document.format === "witnessmark-blind-packet-v2")
      assert.equal(packetContent(sha256, read.document), read.document.content, "another question than was hashed");
    const file = await refusedAs(() => parseAnswerFile(bytes));
    if (file !== undefined) assert.deepEqual(parseAnswerFile(writeAnswerFile(file)), file);
  },
};
