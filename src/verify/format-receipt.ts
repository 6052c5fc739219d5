/** The check of a receipt as plain text. */
import type { Digest } from "../core/hash/digest.ts";
import { shortCode } from "../core/ledger/ledger-line.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { clockWords } from "../formats/receipt/receipt-page.ts";
import { namesInReceipt, notShownByReceipt, type ReceiptReport } from "./check-receipt.ts";

interface GivenFile {
  readonly path: string;
  readonly sha256: Digest;
}

export interface CheckedReceipt {
  readonly report: ReceiptReport;
  readonly files: readonly (GivenFile & { readonly inReceipt: boolean })[];
  /** For people. */
  readonly text: string;
}

export function formatReceipt(report: ReceiptReport, given: readonly GivenFile[]): string {
  if (report.verdict === "no-receipt") return "NO RECEIPT: this file holds no proof of receipt that can be read.";
  const { statement } = report.receipt;
  const { receipt, caseId, head, madeAt, clockSource, items, to } = statement;
  return [
    verdictWords[report.verdict],
    "",
    `Receipt ${receipt} of case ${caseId}, signed ${madeAt} by that machine's clock (${clockWords[clockSource]})`,
    `Ledger at line ${head.seq}, short code ${shortCode(head.head)}, ${head.head}`,
    `Key ${report.keyId}`,
    ...(to === null ? [] : [`Given by ${visibleText(to)}`]),
    "",
    ...items.map(
      ({ name, size, sha256, receivedAt, line }) => `${sha256}  ${size} bytes  ${receivedAt}  line ${line}  ${visibleText(name)}`,
    ),
    ...(given.length === 0 ? [] : ["", ...given.map((file) => givenLine(report, file))]),
    "",
    "Not shown by this check:",
    ...notShownByReceipt.map((one) => `  ${one}`),
  ].join("\n");
}

const verdictWords = {
  holds: "HOLDS: whoever has the key below signed this statement, and not a byte of it was changed since.",
  "does-not-hold": "DOES NOT HOLD: the signature does not fit the statement. Nothing below is proved.",
  "page-differs": "THE PAGE SHOWS SOMETHING ELSE: what was signed stands below and holds; what the page shows to its reader is not that.",
} as const;

function givenLine(report: Exclude<ReceiptReport, { verdict: "no-receipt" }>, { path, sha256 }: GivenFile): string {
  const names = namesInReceipt(report.receipt, sha256);
  return names.length === 0
    ? `${visibleText(path)}: NOT in the receipt (${sha256})`
    : `${visibleText(path)}: in the receipt, given as ${names.map(visibleText).join(", ")}`;
}
