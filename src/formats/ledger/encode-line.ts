/** Entry to line: checks the body against the closed union, salts and hashes it, and writes the canonical form plus LF. */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { toHex } from "../../core/bytes/hex.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { EntryBody, type OpenedValue } from "../../core/entry/entry.ts";
import { type Digest, type Sha256, noDigest } from "../../core/hash/digest.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import type { HeadRef, LedgerLine, LineHead } from "../../core/ledger/ledger-line.ts";
import { bodyDigest, canonicalHead, headDigest } from "./line-hashes.ts";
import type { RandomBytes } from "./seal-value.ts";

/** Longest line in bytes, LF included. More goes into an object that the line names. */
export const lineByteLimit = 64 * 1024;

export interface EncodedLine {
  readonly line: LedgerLine;
  /** Canonical text and LF, UTF-8. */
  readonly bytes: Uint8Array;
}

/** Throws CaseError INPUT_INVALID for a body outside the union, LEDGER_LINE_TOO_LONG beyond the limit. */
export function encodeLine(
  platform: { sha256: Sha256; random: RandomBytes },
  previous: HeadRef | undefined,
  body: EntryBody,
  opens: readonly OpenedValue[] = [],
): EncodedLine {
  const checked = EntryBody.safeParse(body);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new CaseError("INPUT_INVALID", `entry ${String(body.kind)}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const canonicalBody = canonicalJson(body as unknown as Json);
  const salt = toHex(platform.random(32));
  const head: LineHead = {
    body: bodyDigest(platform.sha256, salt, canonicalBody),
    prev: previous?.head ?? noDigest,
    seq: (previous?.seq ?? 0) + 1,
    v: 1,
  };
  const open = new Map<Digest, { salt: string; value: Json }>(
    // In the order in which they will be read back, so that a line made and the same line read are told apart by nothing.
    [...opens]
      .sort((a, b) => (a.digest < b.digest ? -1 : 1))
      .map(({ digest, salt: valueSalt, value }) => [digest, { salt: valueSalt, value }]),
  );
  // As checking gives it back, its members in the order of the schema: again so that it is as it will be read.
  const line: LedgerLine = { head, headDigest: headDigest(platform.sha256, head), body: checked.data, salt, open };
  return { line, bytes: bytesOf(head, { body: canonicalBody, salt, open }) };
}

/** The bytes of a line as it stands, withheld parts left out. */
export function writeLine({ head, body, salt, open }: LedgerLine): Uint8Array {
  const inside = body === undefined || salt === undefined ? undefined : { body: canonicalJson(body as unknown as Json), salt, open };
  return bytesOf(head, inside);
}

/** Put together from its parts, each of them canonical, in the order of their names: the body is not written a second time. */
function bytesOf(
  head: LineHead,
  inside: { readonly body: string; readonly salt: string; readonly open: LedgerLine["open"] } | undefined,
): Uint8Array {
  const headText = canonicalHead(head);
  const text =
    inside === undefined
      ? `{"head":${headText}}`
      : `{"body":${inside.body},"head":${headText},"open":${openText(inside.open)},"salt":"${inside.salt}"}`;
  const bytes = encodeUtf8(`${text}\n`);
  if (bytes.length > lineByteLimit) {
    throw new CaseError(
      "LEDGER_LINE_TOO_LONG",
      `line ${head.seq}: expected at most ${lineByteLimit} bytes; found ${bytes.length}. Put the list into an object and name its hash.`,
    );
  }
  return bytes;
}

function openText(open: LedgerLine["open"]): string {
  return canonicalJson(Object.fromEntries([...open].map(([digest, { salt, value }]) => [digest, { salt, value }])));
}
