/**
 * Line to entry. Refuses whatever is not exactly what a writer would write: a second spelling, a body whose
 * hash differs, an opened value that does not match its seal, a place that does not follow the one before.
 */
import { decodeUtf8, type DecodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { EntryBody } from "../../core/entry/entry.ts";
import { type Digest, isDigest, noDigest, type Sha256 } from "../../core/hash/digest.ts";
import { type Json, parseCanonicalJson } from "../../core/json/canonical-json.ts";
import type { HeadRef, LedgerLine, LineHead } from "../../core/ledger/ledger-line.ts";
import { type LineFrame, readFrame } from "./line-frame.ts";
import { bodyDigest, canonicalHead, headDigest, sealedDigest } from "./line-hashes.ts";

/**
 * `bytes` is one line without its LF; `previous` the place before it. Throws CaseError
 * LEDGER_LINE_NOT_CANONICAL, LEDGER_CHAIN_BROKEN or LEDGER_BODY_UNKNOWN, naming the line. `decode` is the platform's own, where it
 * has one: that of the domain takes a tenth of the time of a line.
 */
export function decodeLine(sha256: Sha256, previous: HeadRef | undefined, bytes: Uint8Array, decode: DecodeUtf8 = decodeUtf8): LedgerLine {
  const seq = (previous?.seq ?? 0) + 1;
  const line = readLine(sha256, seq, bytes, decode);
  if (line.head.seq !== seq || line.head.prev !== (previous?.head ?? noDigest)) {
    throw new CaseError(
      "LEDGER_CHAIN_BROKEN",
      `ledger line ${seq}: expected seq ${seq} after ${previous?.head ?? noDigest}; found seq ${line.head.seq} after ${line.head.prev}`,
    );
  }
  return line;
}

/** Reads a line for itself, without its place in the chain; `seq` only names it in errors. */
export function readLine(sha256: Sha256, seq: number, bytes: Uint8Array, decode: DecodeUtf8 = decodeUtf8): LedgerLine {
  const bad = (found: string) =>
    new CaseError("LEDGER_LINE_NOT_CANONICAL", `ledger line ${seq}: expected one canonical JSON object; found ${found}`);
  const text = decode(bytes);
  if (text === undefined) throw bad("bytes that are not UTF-8");
  let frame: LineFrame;
  try {
    frame = readFrame(parseCanonicalJson(text));
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  const { head, inside } = frame;
  if (inside === undefined) return { head, headDigest: headDigest(sha256, head), body: undefined, salt: undefined, open: new Map() };
  const { salt } = inside;
  if (bodyDigest(sha256, salt, bodyAsItStands(text, head)) !== head.body) {
    throw new CaseError("LEDGER_CHAIN_BROKEN", `ledger line ${seq}: the body does not have the hash that its head names`);
  }
  const body = EntryBody.safeParse(inside.body);
  if (!body.success) {
    const issue = body.error.issues[0];
    throw new CaseError("LEDGER_BODY_UNKNOWN", `ledger line ${seq}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const sealed = sealedIn(body.data.data as Json);
  const open = new Map<Digest, { readonly salt: string; readonly value: Json }>();
  for (const [digest, opened] of inside.open) {
    if (!sealed.includes(digest)) throw bad(`an opened value ${digest} that the body does not name`);
    if (sealedDigest(sha256, opened.salt, opened.value) !== digest) {
      throw new CaseError(
        "LEDGER_CHAIN_BROKEN",
        `ledger line ${seq}: an opened value does not have the hash ${digest} that its body names`,
      );
    }
    open.set(digest, opened);
  }
  return { head, headDigest: headDigest(sha256, head), body: body.data, salt, open };
}

/**
 * The line is canonical, so the body stands in it as it was hashed. A body can hold a copy of its line's head, over what
 * stands before the copy; behind the head itself no copy can stand, since each opened value is part of what it hashes.
 */
function bodyAsItStands(text: string, head: LineHead): string {
  return text.slice('{"body":'.length, text.lastIndexOf(`,"head":${canonicalHead(head)},"open":`));
}

/** Every digest that stands for a sealed value in a body's data, once each. */
export function sealedIn(value: Json): Digest[] {
  const found = new Set<Digest>();
  collectSealed(value, found);
  return [...found];
}

function collectSealed(value: Json, found: Set<Digest>): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) collectSealed(item as Json, found);
    return;
  }
  const members = value as { readonly [name: string]: Json };
  const names = Object.keys(members);
  if (names.length === 1 && names[0] === "sealed") {
    if (isDigest(members["sealed"])) found.add(members["sealed"]);
    return;
  }
  for (const name of names) collectSealed(members[name] as Json, found);
}
