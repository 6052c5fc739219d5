/** When a page says it was published and changed. Every place that says so is compared; the first known one is shown. */
import type { Article } from "../../core/article/article.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { type DateReading, findDateInWords, readDateField } from "../stated-time/date-words.ts";
import type { ArticleLog } from "./article-log.ts";
import type { DescribedArticle } from "./linked-data.ts";
import type { MetaTag } from "./page-metadata.ts";
import { attribute, attributeWords, elementsBelow, isElement, type PageElement, textOf } from "./page-tree.ts";

type Dates = Pick<Article, "published" | "modified">;
type Meaning = "published" | "modified";

interface Statement {
  readonly words: string;
  readonly basis: string;
}

const tagNames: Readonly<Record<Meaning, readonly string[]>> = {
  published: [
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
  ],
  modified: [
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
  ],
};
const updateWords = /updated|modified|changed|оновлено|змінено|обновлено|изменено|aktualisiert|geändert/i;
/** Elements that are looked at; an article has a handful. */
const mostTimes = 20;
/** How far into the text a date may stand and still belong to the head of the article, UTF-16 units. */
const headReach = 600;

export function readDates(
  part: PageElement,
  body: string,
  described: DescribedArticle | undefined,
  tags: readonly MetaTag[],
  log: ArticleLog,
): Dates {
  const published = choose("published", statements("published", part, described?.published, tags), log);
  const modified = choose("modified", statements("modified", part, described?.modified, tags), log);
  if (published !== undefined && modified !== undefined && modified.latest < published.earliest)
    log.trap("modified-before-published", modified.basis);
  return {
    published: published ?? inWords(part, body, log) ?? "unknown",
    ...(modified === undefined ? {} : { modified }),
  };
}

function statements(meaning: Meaning, part: PageElement, described: string | undefined, tags: readonly MetaTag[]): Statement[] {
  const inTags = tagNames[meaning].flatMap((name) =>
    tags.filter((tag) => tag.name === name).map(({ content }) => ({ words: content, basis: `meta ${name}` })),
  );
  return [
    ...(described === undefined ? [] : [{ words: described, basis: `JSON-LD date${meaning === "published" ? "Published" : "Modified"}` }]),
    ...inTags,
    ...timeElements(meaning, part),
  ];
}

/** `time` elements that say what they are; of the others, the first counts as the publishing time unless words before it say "updated". */
function timeElements(meaning: Meaning, part: PageElement): Statement[] {
  const property = meaning === "published" ? "datepublished" : "datemodified";
  const named = elementsBelow(part).filter((one) => attributeWords(one, "itemprop").includes(property));
  const unnamed = elementsBelow(part)
    .filter((one) => one.name === "time" && attributeWords(one, "itemprop").length === 0 && attribute(one, "datetime") !== undefined)
    .slice(0, mostTimes);
  const isUpdate = (one: PageElement) =>
    updateWords.test(textBefore(one)) || attributeWords(one, "class").some((word) => updateWords.test(word));
  const first = unnamed.find((one) => isUpdate(one) === (meaning === "modified"));
  const chosen = [...named.slice(0, mostTimes), ...(first === undefined ? [] : [first])];
  return chosen.map((one) => ({
    words: attribute(one, "datetime") ?? attribute(one, "content") ?? textOf(one),
    basis: `${one.name} element${attribute(one, "datetime") === undefined ? "" : " datetime"}`,
  }));
}

/** The few words before an element within its parent. */
function textBefore(element: PageElement): string {
  const siblings = element.parent?.children ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before === undefined ? "" : (isElement(before) ? textOf(before) : before).slice(-40);
}

function choose(means: Meaning, stated: readonly Statement[], log: ArticleLog): TimeClaim | undefined {
  const read = stated.flatMap(({ words, basis }) => {
    const reading = readDateField(words, { means, basis });
    if (reading === undefined) log.fault({ where: basis, expected: "a date", found: "words in no known form" });
    return reading ?? [];
  });
  const [first, ...others] = read;
  if (first === undefined) return undefined;
  for (const other of others)
    if (!overlap(first.claim, other.claim))
      log.trap(
        `${means}-disagree`,
        `${first.claim.basis}: ${first.claim.verbatim}; ${other.claim.basis}: ${other.claim.verbatim}`.slice(0, 300),
      );
  // A statement with a zone says more than one without, wherever it stands.
  const chosen = [first, ...others].find((one) => one.claim.zone.state !== "unknown" && overlap(first.claim, one.claim)) ?? first;
  noteDoubts(chosen, log);
  return chosen.claim;
}

function overlap(a: TimeClaim, b: TimeClaim): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

export function noteDoubts({ claim, ambiguous }: DateReading, log: ArticleLog): void {
  if (claim.zone.state === "unknown") log.trap("zone-unknown", claim.basis);
  if (ambiguous) log.trap("date-ambiguous", claim.basis);
}

/** With no markup that says so: the first date of the article's head, as its words stand. */
function inWords(part: PageElement, body: string, log: ArticleLog): TimeClaim | undefined {
  const shown = elementsBelow(part).find(
    (one) =>
      one.name === "time" ||
      attributeWords(one, "class").some((word) => /(?:^|[-_])(?:date|published|pubdate|timestamp|dateline)$/.test(word)),
  );
  const places = [
    ...(shown === undefined ? [] : [{ words: textOf(shown), basis: `visible words of a ${shown.name} element` }]),
    { words: body.slice(0, headReach), basis: "visible words at the head of the text" },
  ];
  for (const { words, basis } of places) {
    const reading = findDateInWords(words, { means: "stated", basis });
    if (reading === undefined) continue;
    log.trap("date-only-in-words", basis);
    noteDoubts(reading, log);
    return reading.claim;
  }
  log.trap("no-date", "whole page");
  return undefined;
}
