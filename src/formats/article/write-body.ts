/** The article's part of the page as plain text with blocks, quotes and the elements that were left out. */
import type { Article } from "../../core/article/article.ts";
import type { ArticleLog } from "./article-log.ts";
import { type BlockKind, type BodyWriter, createBodyWriter } from "./body-writer.ts";
import { leftOut } from "./left-out.ts";
import type { MainPart } from "./main-part.ts";
import { attributeWords, blockNames, isElement, type PageElement, textOf } from "./page-tree.ts";
import { findQuotes, type Span } from "./typographic-quotes.ts";

export function writeBody({ element, isLarge }: MainPart, log: ArticleLog): Pick<Article, "body" | "blocks" | "quotes"> {
  const writer = createBodyWriter();
  const marked: Span[] = [];
  let breaks = 0;

  const walk = (node: PageElement, kind: BlockKind, pre: boolean) => {
    const own = kindOf(node, kind);
    const block = blockNames.has(node.name) || own !== kind;
    if (block) writer.endBlock(kind);
    const start = writer.offset;
    for (const child of node.children) {
      if (!isElement(child)) {
        if (child.trim() !== "") breaks = 0;
        if (pre) writeLines(writer, child, own);
        else writer.write(child);
      } else if (child.name === "br") {
        writer.write(" ");
        // Two in a row are how pages without paragraphs part them.
        if (++breaks === 2 || pre) writer.endBlock(own);
      } else if (passes(child, node, isLarge, log)) walk(child, own, pre || child.name === "pre");
    }
    if (block) writer.endBlock(own);
    if (node.name === "blockquote" || node.name === "q") marked.push({ start, end: writer.offset });
  };
  walk(element, "paragraph", element.name === "pre");
  writer.endBlock("paragraph");
  const { body, blocks } = writer.finish();
  return { body, blocks, quotes: allQuotes(body, blocks, marked, log) };
}

/** Whether an element belongs to the text; what does not is counted. */
function passes(child: PageElement, parent: PageElement, isLarge: (one: PageElement) => boolean, log: ArticleLog): boolean {
  const reason = leftOut(child, isLarge);
  if (reason === undefined) return true;
  if (reason !== "not-text" && textOf(child) !== "")
    log.trap(reason === "hidden" ? "hidden-text-left-out" : "parts-left-out", `${child.name} in ${parent.name}`);
  return false;
}

function kindOf(node: PageElement, outer: BlockKind): BlockKind {
  if (outer === "caption") return outer;
  if (isCaption(node)) return "caption";
  if (outer === "heading" || /^h[1-6]$/.test(node.name)) return "heading";
  if (outer === "quote" || node.name === "blockquote") return "quote";
  return node.name === "li" || node.name === "dt" || node.name === "dd" ? "list-item" : outer;
}

/** A caption without a figure is known by its class, as WordPress and others write it. */
export function isCaption(node: PageElement): boolean {
  if (node.name === "figcaption") return true;
  return (
    /^(p|div|span|small|em)$/.test(node.name) && attributeWords(node, "class").some((word) => /(?:^|[-_])caption(?:[-_]text)?$/.test(word))
  );
}

function writeLines(writer: BodyWriter, text: string, kind: BlockKind): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    if (i > 0) writer.endBlock(kind);
    if (line.trim() !== "") writer.writeAsIs(line);
  }
}

/** Quotes by element and by mark. Where an element holds nothing but one marked quote, that one stands. */
function allQuotes(body: string, blocks: Article["blocks"], marked: readonly Span[], log: ArticleLog): Span[] {
  const quotes: Span[] = [];
  for (const { start, end } of blocks) {
    const found = findQuotes(body.slice(start, end));
    if (found.unclosed > 0) log.trap("quote-unclosed", `character ${start + 1}`);
    for (const quote of found.quotes) quotes.push({ start: start + quote.start, end: start + quote.end });
  }
  for (const span of marked) {
    const trimmed = trimSpan(body, span);
    if (trimmed === undefined) continue;
    const within = quotes.some(
      ({ start, end }) => start - trimmed.start <= 1 && start >= trimmed.start && trimmed.end - end <= 1 && end <= trimmed.end,
    );
    if (!within) quotes.push(trimmed);
  }
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function trimSpan(body: string, { start, end }: Span): Span | undefined {
  const text = body.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const to = from + text.trim().length;
  return to > from ? { start: from, end: to } : undefined;
}
