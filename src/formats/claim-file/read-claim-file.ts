/**
 * A file that claims are proposed from: a saved page, or plain text in UTF-8 or UTF-16. Refuses what is empty, too long or no
 * text, and says what was found. Of plain text nothing is guessed: no title, no date, no author.
 */
import { articleParts } from "../../core/article/article-parts.ts";
import type { SourceText, SourceTextPart } from "../../core/claim/source-text.ts";
import { readArticle } from "../article/read-article.ts";
import { readOpeningBytes } from "../text-encoding/byte-order-mark.ts";
import { shapeOf } from "../text-encoding/guess-encoding.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { ClaimFileRefused } from "./claim-file-refused.ts";

/** A newspaper's whole day is under 5 MB; beyond this it is something else. */
const mostBytes = 20 * 1024 * 1024;
const megabyte = 1024 * 1024;

export interface ClaimFile {
  readonly sort: "text" | "page";
  readonly parts: readonly SourceTextPart[];
  /** As the page states it; plain text states nothing. */
  readonly published: SourceText["published"];
  readonly publisher: string | null;
}

/** Throws ClaimFileRefused. `name` decides only where the bytes do not. */
export function readClaimFile(bytes: Uint8Array, name: string, makeDecoder: MakeDecoder): ClaimFile {
  if (bytes.length === 0) throw new ClaimFileRefused("empty", "no text: expected a text or a saved page; found an empty file");
  if (bytes.length > mostBytes) {
    const found = `${Math.ceil(bytes.length / megabyte)} MB`;
    throw new ClaimFileRefused("too-long", `expected at most ${mostBytes / megabyte} MB of text; found ${found}: cut it into parts`);
  }
  const binary = binarySort(bytes);
  if (binary !== undefined) throw new ClaimFileRefused("not-text", `expected a text or a saved page; found ${binary}`);
  const opening = readOpeningBytes(bytes);
  if (opening === undefined && bytes.includes(0))
    throw new ClaimFileRefused("not-text", "expected a text or a saved page; found zero bytes, as in programs and media");
  if (isPage(bytes, name)) return pageIn(bytes, name, makeDecoder);
  if (opening === undefined && shapeOf(bytes) === "other")
    throw new ClaimFileRefused(
      "encoding",
      "expected UTF-8, or UTF-16 with its mark; found bytes of another encoding: save the text as UTF-8",
    );
  const decoder = makeDecoder(opening?.encoding ?? "utf-8");
  if (decoder === undefined) throw new RangeError(`expected a decoder for ${opening?.encoding ?? "utf-8"}; found none on this platform`);
  const decoded = decoder.decode(bytes.subarray(opening?.markLength ?? 0), { stream: false });
  const text = decoded.replaceAll(/\r\n?/g, "\n");
  if (text.trim() === "") throw new ClaimFileRefused("empty", "no text: expected words; found white space alone");
  return { sort: "text", parts: [{ part: { sort: "file" }, role: "body", text }], published: "unknown", publisher: null };
}

function pageIn(bytes: Uint8Array, name: string, makeDecoder: MakeDecoder): ClaimFile {
  const { article } = readArticle(bytes, name, makeDecoder);
  const parts = articleParts(article);
  if (parts.length === 0) throw new ClaimFileRefused("empty", "no text: expected words in the page; found none that a reader would see");
  const { published, outlet } = article;
  const interval = published === "unknown" ? published : { earliest: published.earliest, latest: published.latest };
  return { sort: "page", parts, published: interval, publisher: outlet ?? null };
}

/** The first tag decides; a text that speaks of tags further down stays text. */
function isPage(bytes: Uint8Array, name: string): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4096)).replaceAll("\0", "");
  return (
    /^\W{0,8}(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|article|main|div|p|h1|meta|title|section|table)\b/i.test(
      head,
    ) || /\.x?html?$/i.test(name)
  );
}

/** What the first bytes of files that people hand in by mistake say. */
function binarySort(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith("%PDF-")) return "a PDF: save its text as UTF-8";
  if (head.startsWith("PK\u0003\u0004")) return "an archive or an office document: save its text as UTF-8";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "an older office document: save its text as UTF-8";
  if (head.startsWith("{\\rtf")) return "rich text (RTF): save its text as UTF-8";
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "a picture (JPEG)";
  if (head.startsWith("\u0089PNG")) return "a picture (PNG)";
  if (head.slice(4, 8) === "ftyp") return "a video or a picture (ISO media)";
  if (head.startsWith("\u001f\u008b")) return "compressed bytes (gzip)";
  return undefined;
}
