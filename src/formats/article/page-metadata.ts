/** What a page's head and markup say of it: names, addresses and languages, in the order in which they are trusted. */
import type { ArticleLog } from "./article-log.ts";
import type { DescribedArticle } from "./linked-data.ts";
import { attribute, attributeWords, elementsBelow, findBelow, type Page, type PageElement, singleSpaced, textOf } from "./page-tree.ts";

export interface PageMetadata {
  readonly title?: string;
  readonly authors: string[];
  readonly outlet?: string;
  readonly canonicalUrl?: string;
  readonly language?: string;
}

export interface MetaTag {
  /** Value of property, name or itemprop, lower case. */
  readonly name: string;
  readonly content: string;
}

const mostTags = 2000;
const longestName = 300;

export function readMetaTags(page: PageElement): MetaTag[] {
  return elementsBelow(page)
    .filter(({ name }) => name === "meta")
    .slice(0, mostTags)
    .flatMap((meta) => {
      const content = attribute(meta, "content");
      const names = ["property", "name", "itemprop", "http-equiv"].flatMap((one) => attributeWords(meta, one));
      return content === undefined ? [] : names.map((name) => ({ name, content: content.toWellFormed() }));
    });
}

export function readMetadata(
  page: Page,
  part: PageElement,
  described: DescribedArticle | undefined,
  tags: readonly MetaTag[],
  log: ArticleLog,
): PageMetadata {
  const tag = (...names: string[]) =>
    names.flatMap((name) => tags.filter((one) => one.name === name).map(({ content }) => singleSpaced(content)));
  const title = firstOf(
    "titles-disagree",
    log,
    headings(page.root, part),
    described?.headline,
    ...tag("og:title", "twitter:title"),
    documentTitle(page.root),
  );
  const outlet = firstOf("outlets-disagree", log, described?.publisher, ...tag("og:site_name", "application-name"));
  const link = elementsBelow(page.root).find((one) => one.name === "link" && attributeWords(one, "rel").includes("canonical"));
  const canonicalUrl = firstOf(
    "canonical-disagree",
    log,
    link === undefined ? undefined : attribute(link, "href"),
    ...tag("og:url"),
    described?.url,
    savedFrom(page, log),
  );
  const html = findBelow(page.root, ({ name }) => name === "html");
  const language = [
    html === undefined ? undefined : (attribute(html, "lang") ?? attribute(html, "xml:lang")),
    described?.language,
    ...tag("content-language", "og:locale"),
  ].find((one) => one !== undefined && one !== "");
  return {
    authors: readAuthors(
      part,
      described,
      tag("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author"),
      log,
    ),
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The first that is stated. Others that say something else are a trap; the page's own title may go on after it. */
function firstOf(
  code: "titles-disagree" | "outlets-disagree" | "canonical-disagree",
  log: ArticleLog,
  ...stated: readonly (string | undefined)[]
): string | undefined {
  const said = stated.filter((one): one is string => one !== undefined && one !== "");
  const [first] = said;
  if (first === undefined) return undefined;
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/^https?:\/\/(www\.)?/, "")
      .replace(/[\s\p{P}]+/gu, "");
  const other = said.find((one) => !plain(one).includes(plain(first)) && !plain(first).includes(plain(one)));
  if (other !== undefined) log.trap(code, other.slice(0, longestName));
  return first;
}

function headings(page: PageElement, part: PageElement): string | undefined {
  const inPart = elementsBelow(part).find(({ name }) => name === "h1");
  const inPage = elementsBelow(page).filter(({ name }) => name === "h1");
  const chosen = inPart ?? (inPage.length === 1 ? inPage[0] : undefined);
  return chosen === undefined ? undefined : textOf(chosen);
}

function documentTitle(page: PageElement): string | undefined {
  const title = findBelow(page, ({ name, parent }) => name === "title" && parent?.name !== "svg");
  return title === undefined ? undefined : textOf(title);
}

function readAuthors(part: PageElement, described: DescribedArticle | undefined, tagged: readonly string[], log: ArticleLog): string[] {
  const stated = [...(described?.authors ?? []), ...tagged].filter((name) => !/^https?:/i.test(name));
  const visible = stated.length > 0 ? [] : bylines(part, log);
  const names = new Map<string, string>();
  for (const name of [...stated, ...visible])
    if (name !== "" && name.length <= longestName) names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
  return [...names.values()];
}

function bylines(part: PageElement, log: ArticleLog): string[] {
  const isByline = (one: PageElement) =>
    attributeWords(one, "rel").includes("author") ||
    attributeWords(one, "itemprop").includes("author") ||
    attributeWords(one, "class").some((word) => /(?:^|[-_])(?:byline|author|author-name)$/.test(word));
  const found = elementsBelow(part).find(isByline);
  if (found === undefined) return [];
  const words = textOf(found).replace(/^(?:by|von|автор|авторка|текст)\s*:?\s+/iu, "");
  if (/[,.;|]|\d/.test(words)) log.trap("byline-as-written", `${found.name}`);
  return [words];
}

/** Comments that browsers and savers write: "saved from url=(0031)https://…", "Page saved with SingleFile url: …". */
function savedFrom({ comments }: Page, log: ArticleLog): string | undefined {
  for (const comment of comments) {
    const browser = /^\s*saved from url=\(\d{4}\)(\S+)/i.exec(comment);
    const saver = /Page saved with SingleFile[\s\S]{0,100}?url:\s*(\S+)/i.exec(comment);
    const url = browser?.[1] ?? saver?.[1];
    if (url === undefined) continue;
    log.trap("saved-by-script-browser", singleSpaced(comment).slice(0, longestName));
    if (/^https?:/i.test(url)) return url;
  }
  return undefined;
}
