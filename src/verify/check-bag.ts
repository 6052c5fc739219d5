/** A pack as a bag (RFC 8493), read strictly: seal over tag manifest, tag manifest over tag files, manifest over the payload. */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { Digest } from "../core/hash/digest.ts";
import { bagDeclaration, readBagInfo } from "../formats/bagit/bag-tags.ts";
import { readManifest } from "../formats/bagit/manifest.ts";
import { manifestName, optionalTagFiles, sealedTagFiles, sealName, tagManifestName } from "../formats/bagit/pack-files.ts";
import { readPackSeal } from "../formats/bagit/pack-seal.ts";
import type { Findings } from "./findings.ts";
import { otherHistory } from "./outside-heads.ts";
import type { FileReader } from "./read-files.ts";
import type { VerifyReport } from "./report.ts";
import { shown, type SortedFiles } from "./sort-files.ts";
import type { History } from "./walk-history.ts";

/** A manifest of three million objects; a longer one would only fill the memory. */
const manifestBytesAtMost = 512 * 1024 * 1024;
const tagFileBytesAtMost = 1024 * 1024;
const pageBytesAtMost = 64 * 1024 * 1024;
/** Tag files that may be long. */
const longTagFiles: ReadonlySet<string> = new Set(["verify.html", ...optionalTagFiles]);

type ReadSeal = ReturnType<typeof readPackSeal>;

export interface Bag {
  readonly manifest: ReadonlyMap<string, Digest>;
  /** Bytes of the tag files that are there, by name. */
  readonly tags: ReadonlyMap<string, Uint8Array>;
  readonly seal: ReadSeal;
  readonly tagManifest: Digest | undefined;
  /** Says when a payload file is not the one that the manifest lists. */
  checkPayload(path: string, found: Digest): void;
  /** Once all was read: how many hashes the manifests list, and how many of them the files have. */
  hashes(): { readonly listed: number; readonly hold: number };
}

export async function readBag(sorted: SortedFiles, reader: FileReader, findings: Findings): Promise<Bag> {
  const manifestText = await reader.text(manifestName, manifestBytesAtMost);
  const manifest = rowsOf(manifestName, manifestText?.text, findings);
  const tagText = await reader.text(tagManifestName, tagFileBytesAtMost);
  const tags = await checkTagFiles(
    sorted,
    { rows: rowsOf(tagManifestName, tagText?.text, findings), manifest: manifestText?.digest },
    reader,
    findings,
  );
  checkPayloadNames(sorted, manifest, findings);
  const holding = new Set<string>();
  return {
    manifest,
    tags: tags.bytes,
    hashes: () => ({ listed: manifest.size + tags.listed, hold: holding.size + tags.hold }),
    tagManifest: tagText?.digest,
    seal: await readSeal(sorted, reader, tagText?.digest, findings),
    checkPayload(path, found) {
      const listed = manifest.get(path);
      if (listed === found) holding.add(path);
      if (listed !== undefined && listed !== found)
        findings.against("file-altered", `${shown(path)}: expected ${listed}, as the manifest lists; found ${found}.`, { path });
    },
  };
}

function rowsOf(name: string, text: string | undefined, findings: Findings): Map<string, Digest> {
  if (text === undefined) return new Map();
  const read = readManifest(text);
  if ("fault" in read) {
    findings.against("manifest-wrong", `${name}: ${read.fault}.`, { path: name });
    return new Map();
  }
  return new Map(read.rows.map(({ path, digest }) => [path, digest]));
}

async function checkTagFiles(
  { sizes }: SortedFiles,
  { rows, manifest }: { readonly rows: ReadonlyMap<string, Digest>; readonly manifest: Digest | undefined },
  reader: FileReader,
  findings: Findings,
): Promise<{ readonly bytes: Map<string, Uint8Array>; readonly listed: number; readonly hold: number }> {
  const tags = new Map<string, Uint8Array>();
  let hold = 0;
  // One that lies there must be listed, one that is listed must lie there.
  const expected = [...sealedTagFiles, ...optionalTagFiles.filter((name) => sizes.has(name) || rows.has(name))].sort();
  if (rows.size > 0 && [...rows.keys()].join("\n") !== expected.join("\n")) {
    const text = `${tagManifestName}: expected the rows ${expected.join(", ")}; found others.`;
    findings.against("manifest-wrong", text, { path: tagManifestName });
  }
  for (const name of expected) {
    let found = manifest;
    if (name !== manifestName) {
      const read = await reader.whole(name, longTagFiles.has(name) ? pageBytesAtMost : tagFileBytesAtMost);
      if (read !== undefined) tags.set(name, read.bytes);
      found = read?.digest;
    }
    const listed = rows.get(name);
    if (found !== undefined && listed === found) hold++;
    if (found !== undefined && listed !== undefined && listed !== found)
      findings.against("file-altered", `${name}: expected ${listed}, as the tag manifest lists; found ${found}.`, { path: name });
  }
  return { bytes: tags, listed: rows.size, hold };
}

function checkPayloadNames({ sizes }: SortedFiles, manifest: ReadonlyMap<string, Digest>, findings: Findings): void {
  for (const path of manifest.keys()) {
    if (!path.startsWith("data/"))
      findings.against("manifest-wrong", `${manifestName}: ${shown(path)} is not in data/.`, { path: manifestName });
    else if (!sizes.has(path)) findings.against("file-missing", `${shown(path)} is missing: the manifest lists it.`, { path });
  }
  if (manifest.size === 0) return;
  for (const path of sizes.keys()) {
    if (path.startsWith("data/") && !manifest.has(path))
      findings.against("file-added", `${shown(path)} was added: the manifest does not list it.`, { path });
  }
}

async function readSeal(sorted: SortedFiles, reader: FileReader, tagManifest: Digest | undefined, findings: Findings): Promise<ReadSeal> {
  if (!sorted.sizes.has(sealName)) {
    findings.against("seal-missing", "seal.txt is missing: nothing signs this pack.", { path: sealName });
    return undefined;
  }
  const text = await reader.text(sealName, tagFileBytesAtMost);
  if (text === undefined) return undefined;
  const read = readPackSeal(text.text);
  if (read === undefined)
    findings.against("seal-wrong", "seal.txt is not a signed note over a pack in its one spelling.", { path: sealName });
  else if (read.seal.tagManifest !== tagManifest) {
    findings.against(
      "seal-wrong",
      `seal.txt seals the tag manifest ${read.seal.tagManifest}; the one here has ${tagManifest ?? "no hash"}.`,
      { path: sealName },
    );
  }
  return read;
}

/** What the bag says of the history, once that was read. */
export async function checkBagAgainst(
  history: History,
  bag: Bag,
  sorted: SortedFiles,
  findings: Findings,
): Promise<Omit<NonNullable<VerifyReport["pack"]>, "hashes">> {
  const payload = [...sorted.sizes].filter(([path]) => path.startsWith("data/"));
  const bytes = payload.reduce((sum, [, size]) => sum + size, 0);
  checkTags(history, { bytes, files: payload.length }, bag, findings);
  const sealHolds = bag.seal !== undefined && (await checkSeal(history, bag.seal, findings));
  return {
    files: sorted.sizes.size,
    bytes: [...sorted.sizes.values()].reduce((sum, size) => sum + size, 0),
    sealedBy: bag.seal?.person ?? null,
    sealedAt: bag.seal?.seal.at ?? null,
    sealHolds: sealHolds && bag.seal?.seal.tagManifest === bag.tagManifest,
    tagManifest: bag.tagManifest ?? null,
  };
}

/** Missing ones were named with the tag manifest; here only what they say. */
function checkTags(history: History, payload: { bytes: number; files: number }, { tags }: Bag, findings: Findings): void {
  const textOf = (name: string) => (tags.has(name) ? (decodeUtf8(tags.get(name) as Uint8Array) ?? "") : undefined);
  const declaration = textOf("bagit.txt");
  if (declaration !== undefined && declaration !== bagDeclaration) {
    const text = "bagit.txt: expected the declaration of BagIt 1.0 in UTF-8 and nothing else.";
    findings.against("bag-declaration-wrong", text, { path: "bagit.txt" });
  }
  const text = textOf("bag-info.txt");
  if (text === undefined) return;
  const wrong = (why: string) => findings.against("bag-info-wrong", `bag-info.txt: ${why}.`, { path: "bag-info.txt" });
  const info = readBagInfo(text);
  if (info === undefined) return wrong("expected the fields of a pack in their one spelling");
  if (info.payloadBytes !== payload.bytes || info.payloadFiles !== payload.files)
    wrong(`expected ${info.payloadBytes} bytes in ${info.payloadFiles} files; found ${payload.bytes} in ${payload.files}`);
  if (info.caseId !== history.opened?.caseId) wrong("it names another case than the ledger");
  if (info.seq !== history.last?.seq || info.head !== history.last.head) wrong("it names another head than the ledger has");
}

async function checkSeal(history: History, { seal, person, note }: NonNullable<ReadSeal>, findings: Findings): Promise<boolean> {
  const where = { path: sealName };
  const wrong = (text: string) => {
    findings.against("seal-wrong", text, where);
    return false;
  };
  const judged = await history.keyring.judgeNote(note, person, history.lines + 1);
  if (seal.caseId !== history.opened?.caseId) return wrong("seal.txt is of another case than the ledger.");
  const last = history.last?.seq ?? 0;
  if (seal.seq > last) {
    findings.against("tail-cut", `seal.txt seals ${seal.seq} lines; the ledger ends at line ${last}. Its end was cut off.`, where);
    return false;
  }
  if (history.heads.get(seal.seq) !== seal.head) {
    findings.against(
      judged.held === undefined ? "rewritten" : "fork",
      otherHistory("seal.txt", seal.seq, judged.held !== undefined),
      where,
    );
    return false;
  }
  if (last > seal.seq) return wrong(`seal.txt seals ${seal.seq} lines; ${last - seal.seq} more follow that it does not cover.`);
  if (judged.held?.revokedAtLine != null) {
    findings.against("signed-after-revocation", `seal.txt is signed ${judged.why}.`, where);
    return false;
  }
  return judged.why === undefined ? true : wrong(`seal.txt is signed, but ${judged.why}.`);
}
