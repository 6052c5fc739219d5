/**
 * The receipt as one page that reads without scripts and checks itself with them, offline. The page is only a wrapping:
 * what is proved is the text inside it.
 */
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { decodeUtf8, encodeUtf8 } from "../../core/bytes/utf8.ts";
import { digitsOf } from "../../core/hash/digest.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import type { ReceiptStatement } from "./receipt.ts";

const dataPlace = "<!-- receipt -->";
const factsPlace = "<!-- facts -->";
const dataForm = /<script type="text\/plain" id="receipt">([A-Za-z0-9+/=]+)<\/script>/;

/** `template`: the built page, with a place for the text and one for what people read. Throws RangeError when it has them not once. */
export function writeReceiptPage(template: string, text: string, statement: ReceiptStatement): string {
  const data = `<script type="text/plain" id="receipt">${toBase64(encodeUtf8(text))}</script>`;
  return [
    [dataPlace, data],
    [factsPlace, writeFacts(statement)],
  ].reduce((page, [place = "", filling = ""]) => {
    const parts = page.split(place);
    if (parts.length !== 2) throw new RangeError(`receipt page: expected one ${place}; found ${parts.length - 1}`);
    return parts.join(filling);
  }, template);
}

/** The text of a receipt out of a page, or the text itself; undefined when there is neither. */
export function receiptTextIn(file: string): string | undefined {
  if (!isPage(file)) return file;
  const found = file.match(new RegExp(dataForm, "g")) ?? [];
  const data = dataForm.exec(file)?.[1];
  // Two would let a page show one and prove the other.
  if (found.length !== 1 || data === undefined) return undefined;
  try {
    return decodeUtf8(fromBase64(data));
  } catch {
    return undefined;
  }
}

/** Names and values above the table, in the order in which people read them. */
export function receiptFacts({
  caseId,
  receipt,
  head,
  madeAt,
  clockSource,
  program,
  key,
  to,
}: ReceiptStatement): readonly (readonly [name: string, value: string])[] {
  return [
    ["Receipt", `${receipt} of case ${caseId}`],
    ["Signed at", `${madeAt} by this machine's clock (${clockWords[clockSource]})`],
    ["Ledger", `line ${head.seq}, short code ${shortCode(head.head)}`],
    ["Head", head.head],
    ["Public key", `${key.algorithm} ${key.base64}`],
    ["Program", program],
    ...(to === null ? [] : [["Given by", to] as const]),
  ];
}

export const receiptColumns = ["Name as given", "Bytes", "SHA-256", "Taken in"] as const;

/** Whether a page shows to people what stands in the statement, byte for byte; text alone shows nothing else. */
export function pageShows(file: string, statement: ReceiptStatement): boolean {
  return !isPage(file) || file.includes(`<section id="facts" aria-label="The statement">${writeFacts(statement)}</section>`);
}

function isPage(file: string): boolean {
  return /^\s*<!doctype html>/i.test(file);
}

function writeFacts(statement: ReceiptStatement): string {
  const { items } = statement;
  const list = receiptFacts(statement)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join("");
  const given = items.map(
    ({ name, size, sha256, receivedAt, clockSource: clock, line }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(String(size))}</td><td><code>${digitsOf(sha256)}</code></td><td>${receivedAt}<br>${escaped(clockWords[clock])}<br>line ${line}</td></tr>`,
  );
  return `<dl>${list}</dl><div class="scroll" tabindex="0" role="region" aria-label="What was given"><table><thead><tr>${receiptColumns.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>${given.join("")}</tbody></table></div>`;
}

export const clockWords: Readonly<Record<ReceiptStatement["clockSource"], string>> = {
  system: "its own clock, not known to be set by a time server",
  "system-synchronised": "its own clock, which it says a time server set",
  unknown: "source of the clock not known",
};

/** Names are foreign: marks that are not seen stand as codes, and nothing is markup. */
function escaped(text: string): string {
  return visibleText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
