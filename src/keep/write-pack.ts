/**
 * Writes a pack: a bag (RFC 8493) with the ledger, the objects it holds and what checks them. It is written under another
 * name and renamed when every byte is durable, so that no half pack ever looks whole. Objects are hashed while they are
 * copied: one that is not what its name says stops the seal. Never written over something that is there.
 */
import { createReadStream, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { toHex } from "../core/bytes/hex.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId, Signer } from "../core/key/key.ts";
import type { HeadRef } from "../core/ledger/ledger-line.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { bagDeclaration, writeBagInfo } from "../formats/bagit/bag-tags.ts";
import { refusedPath, writeManifest } from "../formats/bagit/manifest.ts";
import { manifestName, sealName, tagManifestName, withheldName } from "../formats/bagit/pack-files.ts";
import { writePackReadme } from "../formats/bagit/pack-readme.ts";
import { signPackSeal } from "../formats/bagit/pack-seal.ts";
import { signWithheldList } from "../formats/bagit/withheld-list.ts";
import { writeCaseCard } from "../formats/case-folder/case-card.ts";
import { writeLine } from "../formats/ledger/encode-line.ts";
import type { RandomBytes } from "../formats/ledger/seal-value.ts";
import { createCrateFacts, type CrateFactsTaker } from "../formats/ro-crate/crate-facts.ts";
import type { CrateEdition } from "../formats/ro-crate/edition-entities.ts";
import { crateName, writeRoCrate } from "../formats/ro-crate/write-ro-crate.ts";
import { makeFolders, namedFailure, syncFolder } from "./durable.ts";
import { type PackedFile, packWriter, type PackWriter } from "./pack-files.ts";
import { type PackPlan, planPack, type Withholding } from "./plan-pack.ts";
import { sha256 } from "./sha256.ts";

export interface PackRequest {
  readonly casePath: string;
  readonly ledger: LedgerReader;
  /** `pathOf`: where the bytes of an object lie, in a vault of files. */
  readonly vault: VaultReader & { readonly pathOf?: (object: Digest) => string };
  readonly caseId: CaseId;
  readonly title: string;
  /** Folder of the pack; must not exist. */
  readonly out: string;
  readonly signer: Signer;
  readonly person: PersonId;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly program: string;
  readonly verifyPage: Uint8Array;
  readonly withholding?: Withholding | undefined;
  readonly edition?: PackedEdition | undefined;
  /** Told of the folder in which the pack is written, before it is made. */
  readonly begin?: ((folder: string) => Promise<void>) | undefined;
  /**
   * Says in the case that this pack is there, when every byte of it is durable and before it gets its name: a pack with its name is one
   * that a line knows. Nothing is left of a pack of which it could not be said, unless nobody knows whether it was.
   */
  readonly say?: ((written: PackWritten, folder: string) => Promise<void>) | undefined;
  readonly signal: Cancellation;
  readonly onProgress: (share: number | "unknown", detail: string) => void;
}

/** What an edition adds to a pack. */
export interface PackedEdition {
  /** Below `data/edition/`, in a spelling that a manifest takes. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array | { readonly copyOf: string } }[];
  /** Beside `data/`, named by the tag manifest. */
  readonly tags: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The report as this edition has it, for the RO-Crate: what each file is and how it was made. */
  readonly crate?: CrateEdition | undefined;
  /** Looks at the finished pack before it gets its name, and throws for one that may not be handed over: then nothing is left of it. */
  readonly examine?: ((folder: string) => Promise<void>) | undefined;
}

export interface PackWritten {
  readonly seq: number;
  readonly head: Digest;
  readonly objects: number;
  /** Lines, values and objects left out on purpose. */
  readonly withheld: number;
  /** SHA-256 of the payload manifest. */
  readonly manifest: Digest;
  /** Lines in the pack that still speak of what is withheld. */
  readonly stillSpeaking: readonly number[];
}

/**
 * Throws what `say` does, CaseError PATH_REFUSED when something is at `out`, OBJECT_MISSING or OBJECT_HASH_MISMATCH naming the object,
 * INPUT_INVALID for a line that cannot be withheld, DISK_FULL; and an AbortError once the signal is given.
 */
export async function writePack(request: PackRequest): Promise<PackWritten> {
  const { out } = request;
  demandFree(out);
  const partial = join(dirname(out), `.${basename(out)}.sealing-${toHex(request.random(4))}`);
  let said = false;
  try {
    const head = await request.ledger.head();
    if (head === undefined) throw new CaseError("LEDGER_TAIL_TORN", "ledger.jsonl: expected at least line 1; found no whole line");
    const plan = await planPack(request.ledger, head, request.withholding ?? { names: false, lines: new Map() });
    await makeFolders(dirname(out));
    await request.begin?.(partial);
    mkdirSync(partial);
    const written = await writeAll(packWriter(partial, request.signal), request, head, plan);
    await request.edition?.examine?.(partial);
    demandFree(out);
    await syncFolder(dirname(out));
    await request.say?.(written, partial);
    said = request.say !== undefined;
    demandFree(out);
    renameSync(partial, out);
    await syncFolder(dirname(out));
    return written;
  } catch (error) {
    if (said) throw unnamed(error, partial, out);
    // After a failed sync nobody knows whether the line is there: the pack waits for whoever opens the case next.
    if (!(error instanceof CaseError && error.code === "SYNC_FAILED")) rmSync(partial, { recursive: true, force: true });
    throw namedFailure(error, "writing the pack");
  }
}

function unnamed(error: unknown, partial: string, out: string): CaseError {
  const found = error instanceof Error ? error.message : "an error";
  return new CaseError(
    "PATH_REFUSED",
    `${out}: expected that the pack, which is whole and stands in the case, could get its name; found ${found} It lies at ${partial}, and gets its name when the case is next opened for writing and nothing is in the way.`,
    { cause: error },
  );
}

/** Throws what `writePack` would for a request that cannot be met as the case stands, before anything is written or said. */
export async function demandPackPossible({ out, ledger, withholding }: Pick<PackRequest, "out" | "ledger" | "withholding">): Promise<void> {
  demandFree(out);
  const head = await ledger.head();
  if (head !== undefined && withholding !== undefined && withholding.lines.size > 0 && withholding.publicLines === undefined)
    await planPack(ledger, head, withholding);
}

function demandFree(out: string): void {
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new CaseError("PATH_REFUSED", `${out}: expected nothing there yet; found something. A pack is never written over.`);
}

async function writeAll(writer: PackWriter, request: PackRequest, head: HeadRef, plan: PackPlan): Promise<PackWritten> {
  const { vault, onProgress, clock, program, caseId, title } = request;
  const payload: PackedFile[] = [];
  payload.push(await writer.write("data/witnessmark.json", [writeCaseCard({ caseId, formatVersion: 1, title })]));
  const crateFacts = createCrateFacts();
  payload.push(await writer.write("data/ledger.jsonl", linesOf(request, head, plan, crateFacts)));
  for (const { name, bytes } of checkpointFiles(request.casePath, head.seq))
    payload.push(await writer.write(`data/checkpoints/${name}`, [bytes]));
  const withheld = plan.lines.length + plan.values.length + plan.withheldObjects.length;
  if (withheld > 0) payload.push(await writer.write(`data/${withheldName}`, [await withheldList(request, head, plan)]));
  for await (const file of writer.writeObjects(plan.objects, (object) => vault.read(object), vault.pathOf)) {
    payload.push(file);
    onProgress((payload.length - 3) / (plan.objects.length + 1), `${plan.objects.length} objects`);
  }

  for (const { path, bytes } of request.edition?.files ?? []) {
    const refused = refusedPath(path);
    if (refused !== undefined)
      throw new CaseError("PATH_REFUSED", `data/edition/${path}: expected a path for a file of the edition; found ${refused}`);
    payload.push(await writer.write(`data/edition/${path}`, "copyOf" in bytes ? createReadStream(bytes.copyOf) : [bytes]));
  }

  const report = request.edition?.files.some(({ path }) => path === "report.html") ?? false;
  const tags: PackedFile[] = [];
  const payloadBytes = payload.reduce((sum, { size }) => sum + size, 0);
  const manifest = await writer.write(manifestName, [Buffer.from(writeManifest(payload))]);
  const at = clock.now();
  const info = { program, baggingDate: at.slice(0, 10), caseId, payloadBytes, payloadFiles: payload.length, ...head };
  tags.push(manifest);
  tags.push(await writer.write("bag-info.txt", [Buffer.from(writeBagInfo(info))]));
  tags.push(await writer.write("README.txt", [Buffer.from(writePackReadme({ caseId, ...head, withheld, report }))]));
  tags.push(await writer.write("verify.html", [request.verifyPage]));
  tags.push(await writer.write("bagit.txt", [Buffer.from(bagDeclaration)]));
  const facts = crateFacts.facts();
  const crate = writeRoCrate({
    caseId,
    ...head,
    program,
    person: request.person,
    at,
    facts,
    files: payload,
    edition: request.edition?.crate,
  });
  tags.push(await writer.write(crateName, [crate]));
  for (const { name, bytes } of request.edition?.tags ?? []) tags.push(await writer.write(name, [bytes]));
  const tagManifest = await writer.write(tagManifestName, [Buffer.from(writeManifest(tags))]);
  const seal = await signPackSeal(sha256, request.signer, request.person, { caseId, tagManifest: tagManifest.digest, ...head, at });
  await writer.write(sealName, [Buffer.from(seal)]);
  onProgress(1, "making the pack durable");
  await writer.syncFolders();
  return { ...head, objects: plan.objects.length, withheld, manifest: manifest.digest, stillSpeaking: plan.stillSpeaking };
}

async function* linesOf(
  { ledger }: PackRequest,
  { seq: end }: HeadRef,
  plan: PackPlan,
  facts: CrateFactsTaker,
): AsyncGenerator<Uint8Array> {
  const lines = new Set(plan.lines.map(({ seq }) => seq));
  const closed = new Set(plan.values.map(({ seq, sealed }) => `${seq} ${sealed}`));
  for await (const line of ledger.read(1)) {
    const { seq } = line.head;
    const written = lines.has(seq)
      ? { ...line, body: undefined, salt: undefined, open: new Map() }
      : { ...line, open: new Map([...line.open].filter(([digest]) => !closed.has(`${seq} ${digest}`))) };
    facts.take(written);
    yield writeLine(written);
    if (seq === end) return;
  }
}

/** Notes of heads that the pack has, and the time stamps over them. What is not asked of anybody yet stays behind. */
function checkpointFiles(casePath: string, seq: number): { name: string; bytes: Uint8Array }[] {
  const folder = join(casePath, "checkpoints");
  const names = readdirSync(folder).sort();
  const notes = names.filter((name) => /^[0-9]+-[0-9a-f]{64}\.note$/.test(name) && Number.parseInt(name, 10) <= seq);
  const covered = new Set(notes.map((name) => name.slice(name.indexOf("-") + 1, -".note".length)));
  const tokens = names.filter((name) => /^[0-9a-f]{64}-[0-9a-f]{16}\.(?:tst|pem)$/.test(name) && covered.has(name.slice(0, 64)));
  return [...notes, ...tokens].map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function withheldList({ caseId, signer, person }: PackRequest, head: HeadRef, plan: PackPlan): Promise<Uint8Array> {
  const by = person;
  return signWithheldList(sha256, signer, {
    v: 1,
    caseId,
    ...head,
    lines: plan.lines.map((one) => ({ ...one, by })),
    values: plan.values.map((one) => ({ ...one, by })),
    objects: plan.withheldObjects.map((one) => ({ ...one, by })),
  });
}
