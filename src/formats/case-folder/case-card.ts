/** `witnessmark.json`: what a case folder says of itself before its ledger is read. Must agree with line 1. */
import { z } from "zod";
import { decodeUtf8, encodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { CaseId } from "../../core/entry/entry.ts";
import { canonicalJson } from "../../core/json/canonical-json.ts";

const CaseCard = z.strictObject({ caseId: CaseId, formatVersion: z.literal(1), title: z.string().max(500) });
export type CaseCard = z.infer<typeof CaseCard>;

export function writeCaseCard(card: CaseCard): Uint8Array {
  return encodeUtf8(`${canonicalJson(card)}\n`);
}

/** Throws CaseError CASE_FORMAT_UNKNOWN. */
export function readCaseCard(bytes: Uint8Array): CaseCard {
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    throw new CaseError("CASE_FORMAT_UNKNOWN", "witnessmark.json: expected one JSON object; found something else");
  }
  const card = CaseCard.safeParse(value);
  if (!card.success) {
    const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
    throw new CaseError(
      "CASE_FORMAT_UNKNOWN",
      `witnessmark.json: expected format version 1 with a case id and a title; found version ${JSON.stringify(version)}`,
    );
  }
  return card.data;
}
