/** A case of many items without their media: a real ledger and real results, made quickly and always the same. Synthetic. */
import { hash } from "node:crypto";
import { mkdirSync, openSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { generateKeyPairSync, sign as signEd25519 } from "node:crypto";
import { encodeUtf8 } from "../../src/core/bytes/utf8.ts";
import { toBase64 } from "../../src/core/bytes/base64.ts";
import type { ProbeResult } from "../../src/core/analysis/probe-result.ts";
import type { EntryBody, OpenedValue } from "../../src/core/entry/entry.ts";
import { digestOf, objectPathOf, type Digest, type Sha256 } from "../../src/core/hash/digest.ts";
import { canonicalJson, type Json } from "../../src/core/json/canonical-json.ts";
import type { Signer } from "../../src/core/key/key.ts";
import type { HeadRef } from "../../src/core/ledger/ledger-line.ts";
import { writeCaseCard } from "../../src/formats/case-folder/case-card.ts";
import { encodeLine } from "../../src/formats/ledger/encode-line.ts";
import { sealValue } from "../../src/formats/ledger/seal-value.ts";
import { signBody } from "../../src/formats/ledger/sign-body.ts";

const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** A small generator of numbers that are the same every time (xorshift32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const places = ["market", "fountain", "bridge", "square", "station", "площа", "ринок", "міст", "ساحة", "جسر", "広場", "市場"];
const kinds = ["video", "picture", "sound", "document"] as const;

function probeOf(kind: (typeof kinds)[number], durationSec: number): ProbeResult {
  return {
    kind,
    container: kind === "video" ? "mov,mp4" : kind === "picture" ? "jpeg" : kind === "sound" ? "mp3" : "pdf",
    durationSec: kind === "video" || kind === "sound" ? durationSec : "unknown",
    startSec: 0,
    streams: [],
    frameTable: null,
    metadata: [],
    times: [],
    holds: [],
    holdsNot: ["Synthetic: made to measure long lists."],
    traps: [],
    browserPlays: true,
  };
}

/** Writes a case folder of `items` items at `path`, which must not exist. */
export async function makeLargeCase(path: string, items: number): Promise<void> {
  mkdirSync(join(path, "objects"), { recursive: true });
  const random = numbers(items);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  const caseId = "5".repeat(32);
  const title = `Synthetic case of ${items} items`;
  writeFileSync(join(path, "witnessmark.json"), writeCaseCard({ caseId, formatVersion: 1, title }));

  const results = kinds.flatMap((kind) =>
    [1.5, 12, 75.25, 600].map((durationSec): Digest => {
      const text = encodeUtf8(`${canonicalJson(probeOf(kind, durationSec) as unknown as Json)}\n`);
      const digest = digestOf(sha256(text));
      const file = join(path, "objects", objectPathOf(digest));
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, text, { mode: 0o444 });
      return digest;
    }),
  );

  const file = openSync(join(path, "ledger.jsonl"), "w");
  let head: HeadRef | undefined;
  let waiting: Uint8Array[] = [];
  const flush = () => {
    for (const line of waiting) writeSync(file, line);
    waiting = [];
  };
  const append = (body: EntryBody, opens: readonly OpenedValue[] = []) => {
    const { line, bytes: text } = encodeLine({ sha256, random: bytes }, head, body, opens);
    head = { seq: line.head.seq, head: line.headDigest };
    waiting.push(text);
    if (waiting.length > 1000) flush();
  };
  const seal = (value: Json) => sealValue(sha256, bytes, value);
  const at = "2024-09-14T13:00:00Z";
  const by = "p1" as const;

  append({ kind: "case.opened", at, by, data: { caseId, formatVersion: 1, title } });
  const signer = newSigner();
  const name = seal("Synthetic Analyst");
  append(
    await signBody(sha256, signer, caseId, {
      kind: "key.enrolled",
      at,
      by,
      data: { person: by, key: signer.publicKey, name: name.sealed },
    }),
    [name.opened],
  );
  const from = seal("made by a script");
  const machine = seal("bench");
  append(
    {
      kind: "collection.started",
      at,
      by,
      data: { collection: "c1", method: "folder", from: from.sealed, machine: machine.sealed, program: "bench", clockSource: "unknown" },
    },
    [from.opened, machine.opened],
  );
  for (let i = 1; i <= items; i++) {
    const item = `i${i}` as const;
    const place = places[Math.floor(random() * places.length)];
    const itemName = seal({ encoding: "utf-8", path: `${place}/${Math.floor(random() * 1e6)}-${i}.bin` });
    append(
      {
        kind: "item.collected",
        at,
        by,
        data: {
          item,
          collection: "c1",
          name: itemName.sealed,
          object: digestOf(sha256(encodeUtf8(`synthetic ${i}`))),
          size: Math.floor(random() * 1e9),
          fileWrittenAt: at,
          capturedAt: at,
          assessment: "urgent-path-not-assessed",
        },
      },
      [itemName.opened],
    );
    append({
      kind: "analysis.recorded",
      at,
      by,
      data: {
        item,
        ground: { analyser: "probe", version: "bench", parameters: {}, inputs: [], decoder: "none" },
        outcome: { state: "done", result: results[Math.floor(random() * results.length)] as Digest, files: [] },
      },
    });
    if (i % 20 === 0) {
      const text = seal(`${place}: seen from the ${places[Math.floor(random() * places.length)]}, number ${i}`);
      append({ kind: "note.written", at, by, data: { item, text: text.sealed } }, [text.opened]);
    }
  }
  flush();
  closeSync(file);
}

function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  return { publicKey: { algorithm: "Ed25519", base64: toBase64(raw) }, sign: async (message) => signEd25519(null, message, privateKey) };
}
