/**
 * A proof of receipt: what somebody gave, when the case took it in, and where the ledger stood. Three lines of text that
 * verify alone: a name of the format, the statement as canonical JSON, an Ed25519 signature over the first two lines with
 * their line ends. It says nothing of who gave it unless that was asked for.
 */
import { z } from "zod";
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import { ByteCount, CaseId } from "../../core/entry/entry.ts";
import { ReceiptId } from "../../core/entry/kinds/receipts.ts";
import { Digest, digestOf, type Sha256 } from "../../core/hash/digest.ts";
import { ItemId } from "../../core/item/item.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import { PersonId, PublicKey, type Signer, type VerifyEd25519 } from "../../core/key/key.ts";
import { UtcInstant } from "../../core/time/time-claim.ts";

export const ClockSource = z.enum(["system", "system-synchronised", "unknown"]);

export const ReceiptStatement = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  receipt: ReceiptId,
  /** The last line of the ledger when this was signed; everything below is at or before it. */
  head: z.strictObject({ seq: z.number().int().min(1), head: Digest }),
  madeAt: UtcInstant,
  /** What the machine said of its own clock, of this moment. */
  clockSource: ClockSource,
  program: z.string(),
  person: PersonId,
  key: PublicKey,
  items: z
    .array(
      z.strictObject({
        item: ItemId,
        /** As it was given. */
        name: z.string(),
        size: ByteCount,
        sha256: Digest,
        /** By the clock of the machine that took it in. */
        receivedAt: UtcInstant,
        clockSource: ClockSource,
        /** Line of the ledger that says so. */
        line: z.number().int().min(1),
      }),
    )
    .min(1)
    .max(4000),
  /** Only where the giver wished to be named. */
  to: z.string().max(500).or(z.null()),
});
export type ReceiptStatement = z.infer<typeof ReceiptStatement>;

export interface Receipt {
  readonly statement: ReceiptStatement;
  /** The lines that are signed, with their line ends. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

const firstLine = "witnessmark-receipt-v1";
/** A receipt of 4,000 items with long names stays below. */
const longest = 8 * 1024 * 1024;

export async function signReceipt(signer: Signer, statement: ReceiptStatement): Promise<string> {
  const signed = `${firstLine}\n${canonicalJson(statement as unknown as Json)}\n`;
  return `${signed}${toBase64(await signer.sign(encodeUtf8(signed)))}\n`;
}

/** Strict: one spelling, so that no byte can be changed unseen. Undefined for anything else. */
export function readReceipt(text: string): Receipt | undefined {
  if (text.length > longest || !text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  const [first, json = "", signature = ""] = lines;
  if (lines.length !== 3 || first !== firstLine) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    const bytes = fromBase64(signature);
    const statement = ReceiptStatement.safeParse(value);
    if (!statement.success || bytes.length !== 64 || canonicalJson(statement.data as unknown as Json) !== json) return undefined;
    return { statement: statement.data, signed: `${first}\n${json}\n`, signature: bytes };
  } catch {
    // No JSON, or no base64: no receipt.
    return undefined;
  }
}

/** Whether the key that stands in the statement signed it. */
export function receiptSignatureHolds(verify: VerifyEd25519, { statement, signed, signature }: Receipt): Promise<boolean> {
  return verify(fromBase64(statement.key.base64), encodeUtf8(signed), signature);
}

export function receiptKeyId(sha256: Sha256, { key }: ReceiptStatement): Digest {
  return digestOf(sha256(fromBase64(key.base64)));
}
