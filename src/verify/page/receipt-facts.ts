/** The statement of a receipt as people read it, made from what was signed and from text only. */
import { digitsOf } from "../../core/hash/digest.ts";
import type { ReceiptStatement } from "../../formats/receipt/receipt.ts";
import { clockWords, receiptColumns, receiptFacts } from "../../formats/receipt/receipt-page.ts";
import { element, foreign } from "./element.ts";

export function showReceipt(statement: ReceiptStatement): HTMLElement[] {
  const facts = receiptFacts(statement).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, foreign(value))]);
  const rows = statement.items.map(({ name, size, sha256, receivedAt, clockSource, line }) =>
    element(
      "tr",
      {},
      element("td", {}, foreign(name)),
      element("td", {}, String(size)),
      element("td", {}, element("code", {}, digitsOf(sha256))),
      element("td", {}, receivedAt, element("br"), clockWords[clockSource], element("br"), `line ${line}`),
    ),
  );
  const head = element("tr", {}, ...receiptColumns.map((name) => element("th", { scope: "col" }, name)));
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  return [
    element("dl", {}, ...facts),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "What was given" }, table),
  ];
}
