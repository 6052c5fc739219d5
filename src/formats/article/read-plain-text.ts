/**
 * Plain text as an article: the text as it is, its paragraphs, and the few lines at its head that look like a title, an
 * author line and a date, as written. E-mails, logs and notes stay what they are.
 */
import type { Article } from "../../core/article/article.ts";
import { findDateInWords } from "../stated-time/date-words.ts";
import type { ArticleLog } from "./article-log.ts";
import { noteDoubts } from "./page-dates.ts";
import { findQuotes } from "./typographic-quotes.ts";

const longestTitle = 120;
/** Lines after the title that may hold author, date and address. */
const headLines = 6;
/** A line that is a date has hardly a letter more ("on"). */
const mostLettersBeside = 3;
const authorLine = /^(?:by|von|автор|авторка|текст)\s*:?\s+(\S.{0,200})$/iu;
const publishedLine = /^(?:published|posted|date|опубліковано|опубликовано|дата|veröffentlicht|datum)\b\s*(?:on|at|am)?\s*:?\s*/iu;
const publishedWords = /^(?:published|posted|опубліковано|опубликовано|veröffentlicht)/iu;
const addressLine = /^https?:\/\/\S+$/i;

export function readPlainText(text: string, log: ArticleLog): Article {
  const blocks: Article["blocks"] = [];
  const parts: string[] = [];
  let length = 0;
  for (const paragraph of paragraphsOf(text)) {
    blocks.push({ kind: "paragraph", start: length, end: length + paragraph.length });
    parts.push(paragraph, "\n");
    length += paragraph.length + 1;
  }
  const body = parts.join("");
  const title = titleOf(body, blocks);
  if (title !== undefined && blocks[0] !== undefined) blocks[0].kind = "heading";
  if (body === "") log.trap("no-article-found", "whole file");
  if (/^MIME-Version:/im.test(text.slice(0, 4000)) && /multipart\/related/i.test(text.slice(0, 4000)))
    log.trap("web-archive-bundle", "head of the file");
  const head = headOf(body, title);
  return {
    ...(title === undefined ? {} : { title }),
    authors: authorsOf(head, log),
    ...addressOf(head),
    published: publishedOf(head, log),
    body,
    blocks,
    quotes: quotesOf(body, blocks, log),
    pictures: [],
  };
}

/** Runs of lines without an empty one between; line ends become LF, and only spaces at line ends go. */
function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trimEnd());
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      paragraphs.push(open.join("\n"));
      open = [];
    }
  }
  return paragraphs;
}

/** A short first line that stands alone. */
function titleOf(body: string, blocks: Article["blocks"]): string | undefined {
  const first = blocks[0] === undefined ? "" : body.slice(blocks[0].start, blocks[0].end);
  return first !== "" && first.length <= longestTitle && !first.includes("\n") ? first.trim() : undefined;
}

function headOf(body: string, title: string | undefined): string[] {
  const lines = body.slice(0, 4000).split("\n", headLines + 1);
  return title === undefined ? lines.slice(0, headLines) : lines.slice(1);
}

function authorsOf(head: readonly string[], log: ArticleLog): string[] {
  const words = head.flatMap((line) => authorLine.exec(line.trim())?.[1] ?? [])[0];
  if (words === undefined) return [];
  if (/[,;|]/.test(words)) log.trap("byline-as-written", "head of the file");
  return [words];
}

function addressOf(head: readonly string[]): { canonicalUrl?: string } {
  const address = head.find((line) => addressLine.test(line.trim()));
  return address === undefined ? {} : { canonicalUrl: address.trim() };
}

function publishedOf(head: readonly string[], log: ArticleLog): Article["published"] {
  for (const line of head) {
    const words = line.trim();
    const named = publishedWords.test(words);
    const basis = "a line at the head of the text";
    // A date in the middle of a sentence is the date of what the sentence tells.
    const label = publishedLine.exec(words)?.[0].length ?? 0;
    const reading =
      words.length <= longestTitle ? findDateInWords(words.slice(label), { means: named ? "published" : "stated", basis }) : undefined;
    if (reading === undefined || (label === 0 && lettersBeside(words, reading.claim.verbatim) > mostLettersBeside)) continue;
    if (!named) log.trap("date-only-in-words", basis);
    noteDoubts(reading, log);
    return reading.claim;
  }
  log.trap("no-date", "whole file");
  return "unknown";
}

function lettersBeside(line: string, date: string): number {
  return line.replace(date, "").replace(/[^\p{L}\p{N}]/gu, "").length;
}

function quotesOf(body: string, blocks: Article["blocks"], log: ArticleLog): Article["quotes"] {
  return blocks.flatMap(({ start, end }) => {
    const { quotes, unclosed } = findQuotes(body.slice(start, end));
    if (unclosed > 0) log.trap("quote-unclosed", `character ${start + 1}`);
    return quotes.map((quote) => ({ start: start + quote.start, end: start + quote.end }));
  });
}
