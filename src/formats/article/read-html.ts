/** A saved page as an article. Scripts are never run; what the page points at is never fetched. */
import type { Article } from "../../core/article/article.ts";
import type { ArticleLog } from "./article-log.ts";
import { type DescribedArticle, readLinkedData } from "./linked-data.ts";
import { findMainPart } from "./main-part.ts";
import { readDates } from "./page-dates.ts";
import { readMetadata, readMetaTags } from "./page-metadata.ts";
import { elementsBelow, parsePage, textOf } from "./page-tree.ts";
import { readPictures } from "./read-pictures.ts";
import { writeBody } from "./write-body.ts";

export function readHtml(text: string, log: ArticleLog): Article {
  const page = parsePage(text, log);
  const part = findMainPart(page.root, log);
  const described = fitting(readLinkedData(page.root, log), page.root, log);
  const tags = readMetaTags(page.root);
  const written = writeBody(part, log);
  return {
    ...readMetadata(page, part.element, described, tags, log),
    ...readDates(part.element, written.body, described, tags, log),
    ...written,
    pictures: readPictures(page.root, part, log),
  };
}

/** Of several described articles, the one whose headline the page shows. */
function fitting(
  described: readonly DescribedArticle[],
  page: Parameters<typeof textOf>[0],
  log: ArticleLog,
): DescribedArticle | undefined {
  if (described.length <= 1) return described[0];
  log.trap("several-articles-described", `${described.length} in JSON-LD`);
  const headings = elementsBelow(page)
    .filter(({ name }) => name === "h1" || name === "title")
    .map((one) => textOf(one).toLowerCase());
  return (
    described.find(({ headline }) => headline !== undefined && headings.some((one) => one.includes(headline.toLowerCase()))) ?? described[0]
  );
}
