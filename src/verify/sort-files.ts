/** Lists what is there and sorts it by what it should be. Names are hostile: nothing here opens anything. */
import { CaseError } from "../core/case/case-error.ts";
import { editionFolder } from "../core/edition/edition-card.ts";
import type { Digest } from "../core/hash/digest.ts";
import { looksLikePack, optionalTagFiles, sealedTagFiles, sealName, tagManifestName, withheldName } from "../formats/bagit/pack-files.ts";
import type { CaseFiles, OddEntry } from "./case-files.port.ts";
import type { Findings } from "./findings.ts";
import type { VerifyOptions } from "./verify-options.ts";
import { Stopped } from "./work.ts";

export interface SortedFiles {
  readonly subject: "case-folder" | "pack";
  /** What stands before `ledger.jsonl`: "" or "data/". */
  readonly base: string;
  /** Size by path, of everything that is read. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly objects: readonly { readonly path: string; readonly object: Digest }[];
  readonly notes: readonly string[];
  /** Time-stamp tokens and their chains beside the notes; the objects of the same bytes are what counts. */
  readonly tokens: readonly string[];
  /** Files of an edition in a pack. The manifest says which belong there. */
  readonly edition: readonly string[];
}

const tagFiles: ReadonlySet<string> = new Set([...sealedTagFiles, ...optionalTagFiles, tagManifestName, sealName]);
/** In a case folder: what a writer works with, and what is only looked at. Never evidence. */
const passedOver = /^(?:derived|incoming)\/|^(?:checkpoints\/)?\.[0-9a-f]{12}\.tmp$|^lock\.sqlite(?:-journal|-wal|-shm)?$|^private\.age$/;

/** Throws CaseError CASE_NOT_FOUND when nothing here belongs to a case or a pack. */
export async function sortFiles(files: CaseFiles, { signal }: VerifyOptions, findings: Findings): Promise<SortedFiles> {
  const sizes = new Map<string, number>();
  const odd: OddEntry[] = [];
  for await (const entry of files.list(signal)) {
    if ("odd" in entry) odd.push(entry);
    else if (sizes.has(entry.path)) findings.against("names-collide", `${shown(entry.path)} is there twice.`, { path: entry.path });
    else sizes.set(entry.path, entry.size);
  }
  if (signal?.aborted === true) throw new Stopped();
  const subject = subjectOf(new Set([...sizes.keys(), ...odd.map(({ path }) => path)]));
  const base = subject === "pack" ? "data/" : "";
  const objects: { path: string; object: Digest }[] = [];
  const notes: string[] = [];
  const tokens: string[] = [];
  const edition: string[] = [];
  for (const path of [...sizes.keys()].sort()) {
    const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
    const object = inside === undefined ? undefined : objectOf(inside);
    if (object !== undefined) objects.push({ path, object });
    else if (inside !== undefined && /^checkpoints\/[0-9]+-[0-9a-f]{64}\.note$/.test(inside)) notes.push(path);
    else if (inside !== undefined && /^checkpoints\/[0-9a-f]{64}-[0-9a-f]{16}\.(?:tst|pem)$/.test(inside)) tokens.push(path);
    else if (subject === "pack" && path.startsWith(editionFolder)) edition.push(path);
    else if (isExpected(subject, path, inside)) continue;
    else {
      if (subject === "pack" || !passedOver.test(path)) addedFile(subject, path, findings);
      // What was added is named and left alone; in a case folder it is not read either.
      if (subject === "case-folder") sizes.delete(path);
    }
  }
  for (const { path, odd: what } of odd) {
    if (subject === "case-folder" && passedOver.test(`${path}/`)) continue;
    const evidence = subject === "pack" || /^(?:objects|checkpoints)(?:\/|$)|^ledger\.jsonl$|^witnessmark\.json$/.test(path);
    const text = `${shown(path)} is no file: ${oddWords[what]}. It was not followed or opened.`;
    if (evidence) findings.against("odd-entry", text, { path });
    else findings.notice("odd-entry", text, { path });
  }
  namesThatCollide(sizes, new Set(objects.map(({ path }) => path)), findings);
  return { subject, base, sizes, objects, notes, tokens, edition };
}

const oddWords: { readonly [kind in OddEntry["odd"]]: string } = {
  link: "a link",
  device: "a device",
  pipe: "a pipe",
  socket: "a socket",
  "name-not-utf-8": "its name is not UTF-8",
  unreadable: "it could not be looked at",
  other: "something else than a file or a folder",
};

function subjectOf(paths: ReadonlySet<string>): "case-folder" | "pack" {
  if (looksLikePack(paths) || paths.has("data/ledger.jsonl") || paths.has("data/witnessmark.json")) return "pack";
  if (paths.has("witnessmark.json") || paths.has("ledger.jsonl")) return "case-folder";
  throw new CaseError(
    "CASE_NOT_FOUND",
    "expected a case (a folder with witnessmark.json) or a pack (a folder with bagit.txt); found neither",
  );
}

/** The object that a file is by its place below the case folder; undefined for any other file. */
export function objectOf(inside: string): Digest | undefined {
  const match = /^objects\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(inside);
  return match !== null && (match[2] as string).startsWith(match[1] as string) ? `sha256:${match[2] as string}` : undefined;
}

function isExpected(subject: "case-folder" | "pack", path: string, inside: string | undefined): boolean {
  if (inside === "witnessmark.json" || inside === "ledger.jsonl") return true;
  if (subject === "pack") return tagFiles.has(path) || inside === withheldName;
  return false;
}

function addedFile(subject: "case-folder" | "pack", path: string, findings: Findings): void {
  const text = `${shown(path)} was added: no ${subject === "pack" ? "pack" : "case folder"} has a file of that name.`;
  if (subject === "pack") findings.against("file-added", text, { path });
  else if (!/^checkpoints\/[0-9a-f]{64}\.tsq$/.test(path)) findings.notice("file-added", text, { path });
}

/**
 * On some systems these would be one file, and which one is read would depend on the machine. Names of objects are folded
 * already: no two of them collide, and what collides with one of them is its name when folded.
 */
function namesThatCollide(sizes: ReadonlyMap<string, number>, objects: ReadonlySet<string>, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const path of sizes.keys()) {
    if (objects.has(path)) continue;
    const folded = path.normalize("NFC").toLowerCase();
    const other = objects.has(folded) ? folded : seen.get(folded);
    if (other === undefined) seen.set(folded, path);
    else
      findings.against("names-collide", `${shown(path)} and ${shown(other)} differ only in case or in how letters are composed.`, { path });
  }
}

/** A name so that it cannot pass for another one in a line of text. */
export function shown(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
