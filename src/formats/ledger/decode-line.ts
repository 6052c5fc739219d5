/**
 * Line to entry. Refuses whatever is not exactly what a writer would write: a second spelling, a body whose
 * hash differs, an opened value that does not match its seal, a place that does not follow the one before.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { EntryBody, type Sealed } from "../../core/entry/entry.ts";
import { Digest, noDigest, type Sha256 } from "../../core/hash/digest.ts";
import { canonicalJson, type Json, parseCanonicalJson } from "../../core/json/canonical-json.ts";
import type { HeadRef, LedgerLine } from "../../core/ledger/ledger-line.ts";
import { z } from "zod";
import { bodyDigest, headDigest, sealedDigest } from "./line-hashes.ts";

const Head = z.strictObject({ body: Digest, prev: Digest, seq: z.number().int().min(1), v: z.literal(1) });
const Salt = z.string().regex(/^[0-9a-f]{64}$/);
/** What was parsed as JSON is JSON: `unknown` saves looking at every member of body and values once more. */
const WholeLine = z.strictObject({
  body: z.unknown(),
  head: Head,
  open: z.record(Digest, z.strictObject({ salt: Salt, value: z.unknown() })),
  salt: Salt,
});
const BareLine = z.strictObject({ head: Head });

/**
 * `bytes` is one line without its LF; `previous` the place before it. Throws CaseError
 * LEDGER_LINE_NOT_CANONICAL, LEDGER_CHAIN_BROKEN or LEDGER_BODY_UNKNOWN, naming the line.
 */
export function decodeLine(sha256: Sha256, previous: HeadRef | undefined, bytes: Uint8Array): LedgerLine {
  const seq = (previous?.seq ?? 0) + 1;
  const line = readLine(sha256, seq, bytes);
  if (line.head.seq !== seq || line.head.prev !== (previous?.head ?? noDigest)) {
    throw new CaseError(
      "LEDGER_CHAIN_BROKEN",
      `ledger line ${seq}: expected seq ${seq} after ${previous?.head ?? noDigest}; found seq ${line.head.seq} after ${line.head.prev}`,
    );
  }
  return line;
}

/** Reads a line for itself, without its place in the chain; `seq` only names it in errors. */
export function readLine(sha256: Sha256, seq: number, bytes: Uint8Array): LedgerLine {
  const bad = (found: string) =>
    new CaseError("LEDGER_LINE_NOT_CANONICAL", `ledger line ${seq}: expected one canonical JSON object; found ${found}`);
  const text = decodeUtf8(bytes);
  if (text === undefined) throw bad("bytes that are not UTF-8");
  let value: Json;
  try {
    value = parseCanonicalJson(text);
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  const bare = isBare(value) ? BareLine.safeParse(value) : undefined;
  if (bare?.success === true) {
    return { head: bare.data.head, headDigest: headDigest(sha256, bare.data.head), body: undefined, salt: undefined, open: new Map() };
  }
  const whole = WholeLine.safeParse(value);
  if (!whole.success) throw bad(`${whole.error.issues[0]?.path.join(".")}: ${whole.error.issues[0]?.message}`);
  const { head, salt } = whole.data;
  // The text is canonical, so the body stands in it as it was hashed. A body can hold a copy of its line's head, over what
  // stands before the copy; behind the head itself no copy can stand, since each opened value is part of what it hashes.
  const canonicalBody = text.slice('{"body":'.length, text.lastIndexOf(`,"head":${canonicalJson(head)},"open":`));
  if (bodyDigest(sha256, salt, canonicalBody) !== head.body) {
    throw new CaseError("LEDGER_CHAIN_BROKEN", `ledger line ${seq}: the body does not have the hash that its head names`);
  }
  const body = EntryBody.safeParse(whole.data.body);
  if (!body.success) {
    const issue = body.error.issues[0];
    throw new CaseError("LEDGER_BODY_UNKNOWN", `ledger line ${seq}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const sealed = new Set(sealedIn(body.data.data as Json));
  const open = new Map<Digest, { salt: string; value: Json }>();
  for (const [digest, opened] of Object.entries(whole.data.open) as [Digest, { salt: string; value: Json }][]) {
    if (!sealed.has(digest)) throw bad(`an opened value ${digest} that the body does not name`);
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

/** Asked first: to refuse a whole line as a bare one costs a schema as much as to accept it. */
const isBare = (value: Json) => value !== null && typeof value === "object" && !("body" in value);

/** Every digest that stands for a sealed value in a body's data. */
export function sealedIn(value: Json): Digest[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item) => sealedIn(item as Json));
  const members = Object.entries(value as { [name: string]: Json });
  if (members.length === 1 && members[0]?.[0] === "sealed") {
    const parsed = Digest.safeParse((value as unknown as Sealed).sealed);
    return parsed.success ? [parsed.data] : [];
  }
  return members.flatMap(([, member]) => sealedIn(member));
}
