/** Reads the ledger once, line by line, and keeps of it only what the other checks ask for. */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { CaseId, EntryBody, EntryBodyOf } from "../core/entry/entry.ts";
import { Digest } from "../core/hash/digest.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { HeadRef, LedgerLine, LineHead } from "../core/ledger/ledger-line.ts";
import { objectsOfEntry } from "../formats/case-folder/objects-of-entry.ts";
import { readLine, sealedIn } from "../formats/ledger/decode-line.ts";
import { lineByteLimit } from "../formats/ledger/encode-line.ts";
import { headDigest } from "../formats/ledger/line-hashes.ts";
import { createChainOrder } from "./chain-order.ts";
import { blindBody, type SeenBlind } from "./check-blind.ts";
import type { SeenTierVersion } from "./check-tiers.ts";
import type { Findings } from "./findings.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { splitLines } from "./split-lines.ts";
import type { VerifyPlatform } from "./verify-options.ts";

/** A ledger with so many lines that are none is not read to its end: it could be without end. */
const badLinesAtMost = 10_000;

export interface SeenCheckpoint {
  readonly line: number;
  readonly by: string;
  readonly seq: number;
  readonly head: string;
  readonly note: string;
}

export interface SeenFindingAct {
  readonly line: number;
  readonly by: string;
  readonly act: "signed" | "approves" | "returns";
  readonly finding: string;
  readonly version: number;
  readonly document: Digest;
}

export interface History {
  readonly opened: { readonly caseId: CaseId; readonly title: string } | undefined;
  readonly lines: number;
  /** Bytes behind the last whole line. */
  readonly tail: number;
  readonly last: HeadRef | undefined;
  readonly firstAt: string | undefined;
  readonly lastAt: string | undefined;
  readonly clockStepsBack: number;
  /** Head by line. */
  readonly heads: ReadonlyMap<number, Digest>;
  readonly keyring: Keyring;
  /** Objects that lines brought and that were not erased since, with the first line that names each. */
  readonly held: ReadonlyMap<Digest, number>;
  readonly mentioned: ReadonlyMap<Digest, number>;
  readonly erasedObjects: ReadonlyMap<Digest, number>;
  /** Lines whose body is not here. */
  readonly bare: ReadonlySet<number>;
  /** Lines that an entry says were erased, with the line that says so. */
  readonly erasedLines: ReadonlyMap<number, number>;
  readonly values: { readonly sealed: number; readonly opened: number };
  /** Sealed values that are not opened here: `line digest`. */
  readonly closedValues: ReadonlySet<string>;
  readonly checkpoints: readonly SeenCheckpoint[];
  readonly timestamps: readonly { readonly line: number; readonly data: EntryBodyOf<"timestamp.recorded">["data"] }[];
  readonly tierVersions: readonly SeenTierVersion[];
  readonly findingActs: readonly SeenFindingAct[];
  readonly blind: readonly SeenBlind[];
}

export async function walkHistory(pieces: AsyncIterable<Uint8Array>, platform: VerifyPlatform, findings: Findings): Promise<History> {
  const { sha256 } = platform;
  const order = createChainOrder(findings);
  const keyring = createKeyring(platform, findings);
  const heads = new Map<number, Digest>();
  const held = new Map<Digest, number>();
  const mentioned = new Map<Digest, number>();
  const erasedObjects = new Map<Digest, number>();
  const bare = new Set<number>();
  const erasedLines = new Map<number, number>();
  const closedValues = new Set<string>();
  const checkpoints: SeenCheckpoint[] = [];
  const timestamps: { line: number; data: EntryBodyOf<"timestamp.recorded">["data"] }[] = [];
  const tierVersions: SeenTierVersion[] = [];
  const findingActs: SeenFindingAct[] = [];
  const blind: SeenBlind[] = [];
  let opened: EntryBodyOf<"case.opened">["data"] | undefined;
  let last: HeadRef | undefined;
  let [firstAt, lastAt]: [string | undefined, string | undefined] = [undefined, undefined];
  let [clockStepsBack, sealed, openedValues, bad, tail] = [0, 0, 0, 0, 0];

  function takeHead(head: LineHead, digest: Digest): void {
    order.take({ head, digest });
    heads.set(head.seq, digest);
    last = { seq: head.seq, head: digest };
  }

  function takeBroken(
    text: string,
    code: "line-altered" | "line-not-understood" | "line-too-long",
    head: { head: LineHead; digest: Digest } | undefined,
  ): void {
    bad++;
    findings.against(code, text, { line: head?.head.seq ?? order.lines + 1 });
    if (head === undefined) order.take(undefined);
    else takeHead(head.head, head.digest);
  }

  function takeBody(line: number, body: EntryBody, { open }: LedgerLine): void {
    firstAt ??= body.at;
    if (lastAt !== undefined && Date.parse(body.at) < Date.parse(lastAt)) clockStepsBack++;
    lastAt = body.at;
    for (const digest of sealedIn(body.data as unknown as Json)) {
      sealed++;
      if (open.has(digest)) openedValues++;
      else closedValues.add(`${line} ${digest}`);
    }
    const { holds, mentions } = objectsOfEntry(body);
    for (const object of mentions) if (!mentioned.has(object)) mentioned.set(object, line);
    for (const object of holds) {
      if (!held.has(object) && !erasedObjects.has(object)) held.set(object, line);
    }
    const ofBlind = blindBody(body);
    if (ofBlind !== undefined) blind.push({ line, body: ofBlind });
    switch (body.kind) {
      case "case.opened":
        if (line === 1) opened = body.data;
        else findings.against("line-altered", `Line ${line} opens a case; expected that of line 1 alone.`, { line });
        break;
      case "item.collected":
      case "item.unpacked":
        // Collected again after it was erased: it counts again.
        if (erasedObjects.delete(body.data.object)) held.set(body.data.object, line);
        break;
      case "object.erased":
        erasedObjects.set(body.data.object, line);
        held.delete(body.data.object);
        break;
      case "entry.erased":
        erasedLines.set(body.data.seq, line);
        break;
      case "checkpoint.made":
        checkpoints.push({ line, by: body.by, ...body.data });
        break;
      case "timestamp.recorded":
        timestamps.push({ line, data: body.data });
        break;
      case "tier.written":
        tierVersions.push({ line, data: body.data });
        break;
      case "finding.signed":
      case "finding.reviewed": {
        const { finding, version, document } = body.data;
        findingActs.push({
          line,
          by: body.by,
          act: body.kind === "finding.signed" ? "signed" : body.data.verdict,
          finding,
          version,
          document,
        });
        break;
      }
      default:
    }
  }

  for await (const part of splitLines(pieces, lineByteLimit)) {
    const line = order.lines + 1;
    if (part.state === "tail") {
      tail = part.length;
      break;
    }
    if (part.state === "too-long") {
      takeBroken(`Line ${line} has ${part.length} bytes; a line has at most ${lineByteLimit}.`, "line-too-long", undefined);
    } else {
      let read: LedgerLine | undefined;
      try {
        read = readLine(sha256, line, part.bytes, platform.decodeUtf8);
      } catch (error) {
        const why = error instanceof CaseError ? error.message : `ledger line ${line}: could not be read (${String(error)})`;
        const unknown = error instanceof CaseError && error.code === "LEDGER_BODY_UNKNOWN";
        const text = unknown
          ? `Line ${line} has its hash, and says something that this version does not know (${why}). A newer one may.`
          : `Line ${line} is not as it was written: ${why}.`;
        takeBroken(text, unknown ? "line-not-understood" : "line-altered", lenientHead(sha256, part.bytes));
      }
      if (read !== undefined) {
        takeHead(read.head, read.headDigest);
        if (read.body === undefined) bare.add(read.head.seq);
        else {
          takeBody(read.head.seq, read.body, read);
          if (opened !== undefined) await keyring.takeEntry(opened.caseId, read.head.seq, read.body, bare.size > 0);
        }
      }
    }
    if (bad >= badLinesAtMost) {
      findings.against("ledger-given-up", `More than ${badLinesAtMost} lines of ledger.jsonl are none; the rest was not read.`);
      break;
    }
  }
  order.end();
  if (opened === undefined && order.lines > 0) {
    findings.against("line-altered", "Line 1 does not open the case; nothing says which case this is.", { line: 1 });
  }
  const values = { sealed, opened: openedValues };
  const facts = { opened, lines: order.lines, tail, last, firstAt, lastAt, clockStepsBack, heads, keyring, held, mentioned, erasedObjects };
  return { ...facts, bare, erasedLines, values, closedValues, checkpoints, timestamps, tierVersions, findingActs, blind };
}

/** The head of a line whose body is wrong, so that one altered body is one finding and not a broken chain too. */
function lenientHead(sha256: VerifyPlatform["sha256"], bytes: Uint8Array): { head: LineHead; digest: Digest } | undefined {
  try {
    const value = JSON.parse(decodeUtf8(bytes) ?? "") as { head?: { body?: unknown; prev?: unknown; seq?: unknown; v?: unknown } } | null;
    const { body, prev, seq, v } = value?.head ?? {};
    const [of, after] = [Digest.safeParse(body), Digest.safeParse(prev)];
    if (!of.success || !after.success || !Number.isSafeInteger(seq) || (seq as number) < 1 || v !== 1) return undefined;
    const head: LineHead = { body: of.data, prev: after.data, seq: seq as number, v: 1 };
    return { head, digest: headDigest(sha256, head) };
  } catch {
    return undefined;
  }
}
