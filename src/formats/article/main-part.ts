/** Which part of a page is the article: what the page marks as such, else where its running text is, and then it says so. */
import type { ArticleLog } from "./article-log.ts";
import { leftOut } from "./left-out.ts";
import { attribute, attributeWords, closest, elementsBelow, isElement, type PageElement } from "./page-tree.ts";

export interface MainPart {
  readonly element: PageElement;
  /** Text below an element that is not left out, UTF-16 units. */
  readonly weight: (element: PageElement) => number;
  readonly isLarge: (element: PageElement) => boolean;
}

/** Share of the part's text from which an element cannot be an aside, whatever its name. */
const largeShare = 0.4;
/** Share of the text that a child must hold for the search to go down into it. */
const heavyShare = 0.8;

export function findMainPart(page: PageElement, log: ArticleLog): MainPart {
  const raw = weigh(page, () => true);
  const total = raw.get(page) ?? 0;
  const weights = weigh(page, (one) => (raw.get(one) ?? 0) > total * largeShare);
  const weight = (element: PageElement) => weights.get(element) ?? 0;
  const element = choose(page, weight, log);
  const whole = weight(element);
  if (whole === 0) log.trap("no-article-found", element.name);
  return { element, weight, isLarge: (one) => weight(one) > whole * largeShare };
}

function choose(page: PageElement, weight: (element: PageElement) => number, log: ArticleLog): PageElement {
  const all = elementsBelow(page).filter((one) => weight(one) > 0);
  const heaviest = (candidates: readonly PageElement[]) => candidates.toSorted((a, b) => weight(b) - weight(a));

  const [body] = heaviest(all.filter((one) => attributeWords(one, "itemprop").includes("articlebody")));
  if (body !== undefined) return closest(body, isArticle) ?? body;

  const articles = heaviest(
    all.filter((one) => isArticle(one) && (one.parent === undefined || closest(one.parent, isArticle) === undefined)),
  );
  const [first, second] = articles;
  const [main] = heaviest(all.filter((one) => one.name === "main" || attribute(one, "role")?.toLowerCase() === "main"));
  if (first !== undefined && (main === undefined || weight(first) * 2 >= weight(main))) {
    if (second !== undefined && weight(second) * 2 >= weight(first))
      log.trap("main-part-uncertain", `${articles.length} parts marked article`);
    return first;
  }
  if (main !== undefined) return main;
  const found = descend(page, weight);
  if (weight(found) > 0) log.trap("main-part-uncertain", `no part marked; taken: ${found.name}`);
  return found;
}

function isArticle(element: PageElement): boolean {
  return element.name === "article" || attribute(element, "role")?.toLowerCase() === "article";
}

/** Down to the smallest part that still holds nearly all running text. */
function descend(page: PageElement, weight: (element: PageElement) => number): PageElement {
  let at = page;
  for (;;) {
    const next = at.children.filter(isElement).find((child) => weight(child) > weight(at) * heavyShare);
    if (next === undefined || isBlockOfText(next)) return at;
    at = next;
  }
}

function isBlockOfText({ name }: PageElement): boolean {
  return /^(p|blockquote|pre|ul|ol|li|table|h[1-6])$/.test(name);
}

/** Paragraphs count in full; loose text, which menus and lists are made of, a quarter. `large` as in `leftOut`. */
function weigh(page: PageElement, large: (element: PageElement) => boolean): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  const walk = (element: PageElement, inParagraph: boolean): number => {
    if (leftOut(element, large) !== undefined && element.name !== "html") return 0;
    const running = inParagraph || /^(p|blockquote|pre)$/.test(element.name);
    let sum = 0;
    for (const child of element.children) {
      if (isElement(child)) sum += walk(child, running);
      else sum += child.trim().length * (running ? 1 : 0.25);
    }
    weights.set(element, sum);
    return sum;
  };
  walk(page, false);
  return weights;
}
