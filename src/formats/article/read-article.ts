/** A saved page or a plain text as an article reading. Always answers; what could not be read is said beside it. */
import type { ArticleReading } from "../../core/analysis/reading-result.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { createArticleLog, pageCannotTell, plainTextCannotTell } from "./article-log.ts";
import { decodePage } from "./page-encoding.ts";
import { readHtml } from "./read-html.ts";
import { readPlainText } from "./read-plain-text.ts";

/** Bytes read of one file; a page is rarely a hundredth of it. */
export const mostBytes = 64 * 1024 * 1024;

const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;

/** `nameHint` decides only where the bytes do not. */
export function readArticle(bytes: Uint8Array, nameHint: string, makeDecoder: MakeDecoder): ArticleReading {
  const log = createArticleLog();
  if (bytes.length > mostBytes) log.trap("page-cut", `byte ${mostBytes}`);
  const text = decodePage(bytes.subarray(0, mostBytes), makeDecoder, log);
  const format = isPage(text, nameHint) ? "html" : "plain-text";
  const article = format === "html" ? readHtml(text, log) : readPlainText(text, log);
  if (directionMarks.test(article.body)) log.trap("hidden-direction-marks", "body");
  if (bytes.length === 0) log.fault({ where: "whole file", expected: "a page or a text", found: "an empty file" });
  return {
    kind: "article",
    format,
    article,
    cannotTell: [...(format === "html" ? pageCannotTell : plainTextCannotTell)],
    traps: log.traps(),
    faults: log.faults(),
  };
}

function isPage(text: string, nameHint: string): boolean {
  const head = text.slice(0, 4096);
  if (
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|article|main|div|p|h1|meta|title|section|table)\b/i.test(
      head,
    )
  )
    return true;
  return /\.(?:x?html?|xht)$/i.test(nameHint) || /<(?:html|head|body)\b[^>]{0,500}>/i.test(head);
}
