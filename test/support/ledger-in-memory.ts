/** A real chain of encoded lines without a disk: what the read model needs of a case, and nothing more. */
import { hash, randomBytes } from "node:crypto";
import type { EntryDraft } from "../../src/core/entry/entry.ts";
import { digestOf, type Digest, type Sha256 } from "../../src/core/hash/digest.ts";
import type { Json } from "../../src/core/json/canonical-json.ts";
import { canonicalJson } from "../../src/core/json/canonical-json.ts";
import type { LedgerLine } from "../../src/core/ledger/ledger-line.ts";
import type { LedgerReader } from "../../src/core/ledger/ledger.port.ts";
import type { VaultReader } from "../../src/core/vault/vault.port.ts";
import { encodeLine } from "../../src/formats/ledger/encode-line.ts";
import { sealValue } from "../../src/formats/ledger/seal-value.ts";

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");
const random = (count: number) => new Uint8Array(randomBytes(count));

export class LedgerInMemory implements LedgerReader {
  readonly lines: LedgerLine[] = [];
  readonly objects = new Map<Digest, Uint8Array>();

  append(draft: EntryDraft): LedgerLine {
    const last = this.lines.at(-1);
    const previous = last === undefined ? undefined : { seq: last.head.seq, head: last.headDigest };
    const { kind, data, opens } = draft;
    const body = { kind, data, at: "2024-09-14T13:00:00Z", by: "p1" } as Parameters<typeof encodeLine>[2];
    const { line } = encodeLine({ sha256, random }, previous, body, opens);
    this.lines.push(line);
    return line;
  }

  seal(value: Json) {
    return sealValue(sha256, random, value);
  }

  /** Keeps a value as a result object. */
  keep(value: Json): Digest {
    return this.keepText(`${canonicalJson(value)}\n`);
  }

  /** Keeps a text as an object. */
  keepText(text: string): Digest {
    const bytes = new TextEncoder().encode(text);
    const digest = digestOf(sha256(bytes));
    this.objects.set(digest, bytes);
    return digest;
  }

  async *read(fromSeq = 1): AsyncIterable<LedgerLine> {
    yield* this.lines.slice(fromSeq - 1);
  }

  async head() {
    const last = this.lines.at(-1);
    return last === undefined ? undefined : { seq: last.head.seq, head: last.headDigest };
  }

  readonly vault: VaultReader = {
    has: async (object) => this.objects.has(object),
    size: async (object) => this.objects.get(object)?.length,
    read: (object) => pieces(this.objects.get(object) ?? new Uint8Array()),
    list: () => each([...this.objects.keys()]),
  };
}

/** Short ones, so that lines and characters are cut. */
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61);
}

async function* each<T>(values: readonly T[]): AsyncIterable<T> {
  yield* values;
}
