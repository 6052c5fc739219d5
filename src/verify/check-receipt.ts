/** Checks a proof of receipt, and files against it, with nothing but what stands in the file. Says what that does not show. */
import type { Digest } from "../core/hash/digest.ts";
import { type Receipt, readReceipt, receiptKeyId, receiptSignatureHolds } from "../formats/receipt/receipt.ts";
import { pageShows, receiptTextIn } from "../formats/receipt/receipt-page.ts";
import type { VerifyPlatform } from "./verify-options.ts";

export type ReceiptReport =
  | { readonly verdict: "no-receipt" }
  | {
      /** "page-differs": what was signed holds, and the page around it shows something else. */
      readonly verdict: "holds" | "does-not-hold" | "page-differs";
      readonly receipt: Receipt;
      readonly keyId: Digest;
    };

/** `file`: the page or the text that was given. */
export async function checkReceipt(file: string, platform: Pick<VerifyPlatform, "sha256" | "verifyEd25519">): Promise<ReceiptReport> {
  const text = receiptTextIn(file);
  const receipt = text === undefined ? undefined : readReceipt(text);
  if (receipt === undefined) return { verdict: "no-receipt" };
  const holds = await receiptSignatureHolds(platform.verifyEd25519, receipt);
  const verdict = !holds ? "does-not-hold" : pageShows(file, receipt.statement) ? "holds" : "page-differs";
  return { verdict, receipt, keyId: receiptKeyId(platform.sha256, receipt.statement) };
}

/** Names under which a file with this hash stands in the receipt; empty when it is not in it. */
export function namesInReceipt({ statement }: Receipt, sha256: Digest): string[] {
  return statement.items.filter((item) => item.sha256 === sha256).map(({ name }) => name);
}

/** What no check of a receipt alone can show. */
export const notShownByReceipt = [
  "who holds the key: compare its id with one that reached you by another way",
  "that the clock was right: the times are what the receiving machine said",
  "that the case still holds the files: ask for a check of the case, or for a pack",
  "who filmed, made or owned the files",
] as const;
