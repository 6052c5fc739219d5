/**
 * The test vectors of the case format: a ledger of five lines made with a published key and counted salts, and every
 * text and hash on the way. `node scripts/format-vectors.ts --write` writes them into docs/format/v1/vectors.
 */
import { createPrivateKey, createPublicKey, hash, sign } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toBase64 } from "../src/core/bytes/base64.ts";
import { fromHex, toHex } from "../src/core/bytes/hex.ts";
import type { EntryBody, EntryDraft } from "../src/core/entry/entry.ts";
import { signedKinds } from "../src/core/entry/entry.ts";
import { digestOf, objectPathOf, type Sha256 } from "../src/core/hash/digest.ts";
import { canonicalJson, type Json } from "../src/core/json/canonical-json.ts";
import type { Signer } from "../src/core/key/key.ts";
import { type HeadRef, shortCode } from "../src/core/ledger/ledger-line.ts";
import { writeCaseCard } from "../src/formats/case-folder/case-card.ts";
import { signCheckpoint } from "../src/formats/checkpoint/checkpoint-note.ts";
import { encodeLine } from "../src/formats/ledger/encode-line.ts";
import { sealValue } from "../src/formats/ledger/seal-value.ts";
import { signBody } from "../src/formats/ledger/sign-body.ts";

export const vectorsFolder = fileURLToPath(new URL("../docs/format/v1/vectors/", import.meta.url));

/** Secret key of RFC 8032 section 7.1, test 1. Published, so it proves nothing but that the arithmetic is right. */
const secretKey = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const caseId = "00112233445566778899aabbccddeeff";
const objectText = "Synthetic: one small object.\n";

const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** The n-th call gives the SHA-256 of "witnessmark vector n": 32 bytes that anybody can make again. */
function countedSalts() {
  let count = 0;
  return (bytes: number) => sha256(Buffer.from(`witnessmark vector ${++count}`)).subarray(0, bytes);
}

function publishedSigner(): Signer {
  // PKCS #8 around the raw key (RFC 8410 section 7).
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), fromHex(secretKey)]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return { publicKey: { algorithm: "Ed25519", base64: toBase64(raw) }, sign: async (bytes) => sign(null, bytes, key) };
}

/** Every file of the vectors folder by its path. */
export async function makeVectors(): Promise<Map<string, string>> {
  const random = countedSalts();
  const signer = publishedSigner();
  const seal = (value: Json) => sealValue(sha256, random, value);
  const lines: string[] = [];
  const explained: Json[] = [];
  let last: HeadRef | undefined;

  async function append({ kind, data, opens = [] }: EntryDraft): Promise<void> {
    const bare = { at: `2024-09-14T13:00:0${lines.length}Z`, by: "p1", data, kind } as unknown as EntryBody;
    const body = signedKinds.has(kind) ? await signBody(sha256, signer, caseId, bare) : bare;
    const { line, bytes } = encodeLine({ sha256, random }, last, body, opens);
    last = { seq: line.head.seq, head: line.headDigest };
    lines.push(Buffer.from(bytes).toString("utf8"));
    explained.push({
      seq: line.head.seq,
      canonicalBody: canonicalJson(body as unknown as Json),
      salt: line.salt ?? "",
      bodyHash: line.head.body,
      canonicalHead: canonicalJson({ ...line.head }),
      headHash: line.headDigest,
      sealed: opens.map(({ digest, salt, value }) => ({ digest, salt, canonicalValue: canonicalJson(value) })),
      ...(body.signature === undefined
        ? {}
        : {
            signedText: `witnessmark-signature-v1\n${caseId}\n${kind}\n${canonicalJson(bare as unknown as Json)}`,
            signature: body.signature.value,
          }),
    });
  }

  const card = { caseId, formatVersion: 1 as const, title: "Synthetic vectors" };
  const object = digestOf(sha256(Buffer.from(objectText)));
  await append({ kind: "case.opened", data: card });
  const person = seal("Vera Vector");
  await append({
    kind: "key.enrolled",
    data: { person: "p1", key: signer.publicKey, name: person.sealed },
    opens: [person.opened],
  });
  const from = seal("/home/vera/material");
  const machine = seal("vera-laptop");
  await append({
    kind: "collection.started",
    data: {
      collection: "c1",
      method: "folder",
      from: from.sealed,
      machine: machine.sealed,
      program: "witnessmark 0.1.0",
      clockSource: "unknown",
    },
    opens: [from.opened, machine.opened],
  });
  const name = seal({ encoding: "utf-8", path: "square/площа 1.txt" });
  await append({
    kind: "item.collected",
    data: {
      item: "i1",
      collection: "c1",
      name: name.sealed,
      object,
      size: objectText.length,
      fileWrittenAt: "2024-09-14T12:59:00Z",
      capturedAt: "2024-09-14T13:00:03Z",
      assessment: "urgent-path-not-assessed",
    },
    opens: [name.opened],
  });
  const covers = last as HeadRef | undefined;
  if (covers === undefined) throw new RangeError("vectors: expected lines before the checkpoint");
  const note = await signCheckpoint(sha256, signer, "p1", { caseId, ...covers, at: "2024-09-14T13:00:04Z" });
  await append({ kind: "checkpoint.made", data: { ...covers, note } });

  const head = last as HeadRef;
  const publicRaw = Buffer.from(signer.publicKey.base64, "base64");
  const vectors = {
    caseId,
    key: { secret: secretKey, public: signer.publicKey.base64, id: digestOf(sha256(publicRaw)), publicHex: toHex(publicRaw) },
    object: { digest: object, path: `objects/${objectPathOf(object)}`, text: objectText },
    lines: explained,
    checkpoint: { note, hash: digestOf(sha256(Buffer.from(note))) },
    head: { seq: head.seq, head: head.head, shortCode: shortCode(head.head) },
  };
  return new Map([
    ["witnessmark.json", Buffer.from(writeCaseCard(card)).toString("utf8")],
    ["ledger.jsonl", lines.join("")],
    [`objects/${objectPathOf(object)}`, objectText],
    [`checkpoints/${covers.seq}-${toHex(sha256(Buffer.from(note)))}.note`, note],
    ["vectors.json", `${JSON.stringify(vectors, null, 2)}\n`],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes("--write")) {
  for (const [path, text] of await makeVectors()) {
    mkdirSync(new URL(`../docs/format/v1/vectors/${path.slice(0, path.lastIndexOf("/") + 1)}`, import.meta.url), { recursive: true });
    writeFileSync(`${vectorsFolder}${path}`, text);
  }
}
