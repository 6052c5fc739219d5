/**
 * Histories as a writer makes them, and as a forger would: any key, any order of events, the same case id twice. Lines,
 * signatures, checkpoints and packs come from the program's own code. All of it is synthetic.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseError } from "../../../src/core/case/case-error.ts";
import type { EntryBody, EntryDraft, OpenedValue, Sealed } from "../../../src/core/entry/entry.ts";
import { signedKinds } from "../../../src/core/entry/entry.ts";
import { type Digest, objectPathOf } from "../../../src/core/hash/digest.ts";
import type { Json } from "../../../src/core/json/canonical-json.ts";
import type { PersonId, Signer } from "../../../src/core/key/key.ts";
import type { LedgerLine } from "../../../src/core/ledger/ledger-line.ts";
import type { LedgerReader } from "../../../src/core/ledger/ledger.port.ts";
import type { VaultReader } from "../../../src/core/vault/vault.port.ts";
import { writeCaseCard } from "../../../src/formats/case-folder/case-card.ts";
import { checkpointDigest, signCheckpoint } from "../../../src/formats/checkpoint/checkpoint-note.ts";
import { encodeLine, writeLine } from "../../../src/formats/ledger/encode-line.ts";
import { sealValue } from "../../../src/formats/ledger/seal-value.ts";
import { keyIdOf, signBody } from "../../../src/formats/ledger/sign-body.ts";
import type { Withholding } from "../../../src/keep/plan-pack.ts";
import { digestOfBytes, random, sha256 } from "../../../src/keep/sha256.ts";
import { type PackWritten, writePack } from "../../../src/keep/write-pack.ts";
import type { Files } from "./files-in-memory.ts";

export function newSigner(): Signer & { readonly id: Digest; readonly pem: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const info = publicKey.export({ type: "spki", format: "der" });
  const key = { algorithm: "Ed25519" as const, base64: info.subarray(info.length - 32).toString("base64") };
  return {
    publicKey: key,
    id: keyIdOf(sha256, key),
    pem: publicKey.export({ type: "spki", format: "pem" }) as string,
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
  };
}

export const standInPage = "<!doctype html><p>stand-in</p>\n";

export interface By {
  readonly signer?: Signer;
  readonly by?: PersonId;
  readonly unsigned?: boolean;
}

export class HistoryBuilder implements LedgerReader {
  lines: LedgerLine[] = [];
  readonly objects = new Map<Digest, Uint8Array>();
  readonly notes: { seq: number; note: string }[] = [];
  readonly tokens = new Map<string, Uint8Array>();
  readonly signer: Signer & { readonly id: Digest };
  readonly caseId: string;
  private seconds = Date.UTC(2026, 0, 5, 8) / 1000;

  constructor(o: { caseId?: string; signer?: Signer & { readonly id: Digest } } = {}) {
    this.caseId = o.caseId ?? "0123456789abcdef0123456789abcdef";
    this.signer = o.signer ?? newSigner();
  }

  /** Case opened, first key enrolled, two objects collected. */
  static async begun(o: { caseId?: string; signer?: Signer & { readonly id: Digest } } = {}): Promise<HistoryBuilder> {
    const history = new HistoryBuilder(o);
    await history.append("case.opened", { caseId: history.caseId, formatVersion: 1, title: "Synthetic case" });
    await history.enrol("p1", history.signer, "Test Person");
    await history.start();
    await history.collect("one");
    await history.collect("two");
    return history;
  }

  /** The same lines, objects and keys, to go another way from here on. */
  fork(): HistoryBuilder {
    const other = new HistoryBuilder({ caseId: this.caseId, signer: this.signer });
    other.lines = [...this.lines];
    for (const [digest, bytes] of this.objects) other.objects.set(digest, bytes);
    other.notes.push(...this.notes);
    other.seconds = this.seconds;
    return other;
  }

  now = (): string => new Date(1000 * this.seconds++).toISOString();

  async append<K extends EntryDraft["kind"]>(
    kind: K,
    data: Extract<EntryDraft, { kind: K }>["data"],
    o: By & { opens?: readonly OpenedValue[] } = {},
  ): Promise<LedgerLine> {
    const last = this.lines.at(-1);
    const previous = last === undefined ? undefined : { seq: last.head.seq, head: last.headDigest };
    let body = { at: this.now(), by: o.by ?? "p1", data, kind } as EntryBody;
    if (signedKinds.has(kind) && o.unsigned !== true) body = await signBody(sha256, o.signer ?? this.signer, this.caseId, body);
    const { line } = encodeLine({ sha256, random }, previous, body, o.opens);
    this.lines.push(line);
    return line;
  }

  seal(value: Json): { sealed: Sealed; opened: OpenedValue } {
    return sealValue(sha256, random, value);
  }

  async enrol(person: PersonId, signer: Signer, name: string, by: By = {}): Promise<LedgerLine> {
    const { sealed, opened } = this.seal(name);
    return this.append("key.enrolled", { person, key: signer.publicKey, name: sealed }, { by: person, signer, ...by, opens: [opened] });
  }

  async start(): Promise<LedgerLine> {
    const [from, machine] = [this.seal("/home/somebody/material"), this.seal("laptop-7")];
    return this.append(
      "collection.started",
      {
        collection: "c1",
        method: "folder",
        from: from.sealed,
        machine: machine.sealed,
        program: "witnessmark test",
        clockSource: "system",
      },
      { opens: [from.opened, machine.opened] },
    );
  }

  keep(bytes: string | Uint8Array): Digest {
    const whole = Buffer.from(bytes);
    const digest = digestOfBytes(whole);
    this.objects.set(digest, whole);
    return digest;
  }

  async collect(bytes: string): Promise<LedgerLine> {
    const { sealed, opened } = this.seal(`material/${bytes.slice(0, 20)}.txt`);
    const item = `i${this.lines.length}` as const;
    const common = { collection: "c1", fileWrittenAt: "unknown", capturedAt: this.now(), assessment: "urgent-path-not-assessed" } as const;
    const data = { item, name: sealed, object: this.keep(bytes), size: bytes.length, ...common };
    return this.append("item.collected", data, { opens: [opened] });
  }

  async checkpoint(o: By = {}): Promise<{ seq: number; head: Digest; note: string; digest: Digest }> {
    const last = this.lines.at(-1) as LedgerLine;
    const place = { seq: last.head.seq, head: last.headDigest };
    const note = await signCheckpoint(sha256, o.signer ?? this.signer, o.by ?? "p1", { caseId: this.caseId, ...place, at: this.now() });
    this.notes.push({ seq: place.seq, note });
    await this.append("checkpoint.made", { ...place, note }, o);
    return { ...place, note, digest: checkpointDigest(sha256, note) };
  }

  get last(): LedgerLine {
    return this.lines.at(-1) as LedgerLine;
  }

  /** Takes away what line `seq` says, as erasing does. */
  reduce(seq: number): void {
    this.lines[seq - 1] = { ...(this.lines[seq - 1] as LedgerLine), body: undefined, salt: undefined, open: new Map() };
  }

  async *read(fromSeq = 1): AsyncIterable<LedgerLine> {
    yield* this.lines.slice(fromSeq - 1);
  }

  head = async () => (this.lines.length === 0 ? undefined : { seq: this.last.head.seq, head: this.last.headDigest });

  readonly vault: VaultReader = {
    has: async (object) => this.objects.has(object),
    size: async (object) => this.objects.get(object)?.length,
    read: (object) => once(this.objects.get(object), object),
    list: () => each([...this.objects.keys()]),
  };

  caseFiles(): Files {
    const files: Files = new Map();
    files.set("witnessmark.json", writeCaseCard({ caseId: this.caseId, formatVersion: 1, title: "Synthetic case" }));
    files.set("ledger.jsonl", Buffer.concat(this.lines.map((line) => writeLine(line))));
    for (const [digest, bytes] of this.objects) files.set(`objects/${objectPathOf(digest)}`, bytes);
    for (const [name, bytes] of this.checkpointFiles()) files.set(`checkpoints/${name}`, bytes);
    return files;
  }

  checkpointFiles(): [string, Uint8Array][] {
    const notes = this.notes.map(({ seq, note }): [string, Uint8Array] => {
      const bytes = Buffer.from(note);
      return [`${seq}-${digestOfBytes(bytes).slice(7)}.note`, bytes];
    });
    return [...notes, ...this.tokens];
  }

  /** Seals through the program's own writer into a real folder. */
  async writePack(out: string, o: Partial<Parameters<typeof writePack>[0]> = {}): Promise<PackWritten> {
    const casePath = mkdtempSync(join(tmpdir(), "witnessmark-verify-case-"));
    try {
      mkdirSync(join(casePath, "checkpoints"));
      for (const [name, bytes] of this.checkpointFiles()) writeFileSync(join(casePath, "checkpoints", name), bytes);
      return await writePack({
        ...{ casePath, ledger: this, vault: this.vault, caseId: this.caseId, title: "Synthetic case", out, signer: this.signer },
        ...{ person: "p1", clock: { now: this.now }, random, program: "witnessmark test", verifyPage: Buffer.from(standInPage) },
        signal: new AbortController().signal,
        onProgress: () => undefined,
        ...o,
      });
    } finally {
      rmSync(casePath, { recursive: true, force: true });
    }
  }

  async pack(withholding?: Withholding, o: { signer?: Signer } = {}): Promise<Files> {
    const base = mkdtempSync(join(tmpdir(), "witnessmark-verify-pack-"));
    try {
      await this.writePack(join(base, "pack"), { withholding, ...o });
      return filesBelow(join(base, "pack"));
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  }
}

export function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const paths = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(paths.map((name) => [name, readFileSync(join(folder, name))]));
}

async function* once(bytes: Uint8Array | undefined, object: Digest): AsyncIterable<Uint8Array> {
  if (bytes === undefined) throw new CaseError("OBJECT_MISSING", `object ${object}: expected it in the vault; found none`);
  yield bytes;
}

async function* each<T>(values: readonly T[]): AsyncIterable<T> {
  yield* values;
}
