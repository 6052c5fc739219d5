/**
 * A page as a tree of elements and text, made without running anything. Entities are decoded once, by the tokenizer.
 * Depth and size are bounded: hostile pages nest a million deep.
 */
import { Parser } from "htmlparser2";
import type { ArticleLog } from "./article-log.ts";

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | undefined;
  readonly children: PageNode[];
}
export type PageNode = PageElement | string;

export interface Page {
  readonly root: PageElement;
  readonly comments: readonly string[];
}

/** Elements that stand on lines of their own. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const deepest = 300;
/** Where the tokenizer's own bookkeeping grows slow; what comes after is left out. */
const deepestOpen = 5_000;
const mostElements = 500_000;
const mostComments = 50;
const sliceLength = 65_536;

export function parsePage(text: string, log: ArticleLog): Page {
  const root: PageElement = { name: "#page", attributes: {}, parent: undefined, children: [] };
  const open: PageElement[] = [root];
  const comments: string[] = [];
  let count = 0;
  let full = false;
  let flattened = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count++;
        full ||= count >= mostElements || open.length >= deepestOpen;
        flattened ||= open.length >= deepest;
        const parent = open[Math.min(open.length, deepest) - 1] as PageElement;
        const element: PageElement = { name, attributes, parent, children: [] };
        if (!full) parent.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(data) {
        const { children } = open.at(-1) as PageElement;
        const last = children.length - 1;
        if (typeof children[last] === "string") children[last] += data;
        else children.push(data);
      },
      oncomment(data) {
        if (comments.length < mostComments) comments.push(data.slice(0, 2000));
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < text.length && !full; at += sliceLength) parser.write(text.slice(at, at + sliceLength));
  parser.end();
  if (flattened) log.trap("nesting-flattened", `${deepest} deep`);
  if (full) log.trap("page-cut", `element ${count}`);
  return { root, comments };
}

export function isElement(node: PageNode): node is PageElement {
  return typeof node !== "string";
}

/** An attribute's value, trimmed; undefined when it is absent or empty. */
export function attribute(element: PageElement, name: string): string | undefined {
  const value = Object.hasOwn(element.attributes, name) ? element.attributes[name]?.trim() : undefined;
  return value === undefined || value === "" ? undefined : value;
}

export function hasAttribute(element: PageElement, name: string): boolean {
  return Object.hasOwn(element.attributes, name);
}

/** Words of a list attribute such as class or itemprop, lower case. */
export function attributeWords(element: PageElement, name: string): string[] {
  return attribute(element, name)?.toLowerCase().split(/\s+/) ?? [];
}

/** Elements below, in document order. */
export function elementsBelow(element: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const walk = ({ children }: PageElement) => {
    for (const child of children) {
      if (!isElement(child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

export function findBelow(element: PageElement, fits: (one: PageElement) => boolean): PageElement | undefined {
  return elementsBelow(element).find(fits);
}

export function closest(element: PageElement, fits: (one: PageElement) => boolean): PageElement | undefined {
  for (let one: PageElement | undefined = element; one !== undefined; one = one.parent) if (fits(one)) return one;
  return undefined;
}

/** All text below with white space made single; for names and titles, not for the body. */
export function textOf(element: PageElement): string {
  const parts: string[] = [];
  const walk = ({ name, children }: PageElement) => {
    if (name === "script" || name === "style") return;
    for (const child of children) {
      if (!isElement(child)) parts.push(child);
      else {
        const apart = child.name === "br" || blockNames.has(child.name) ? " " : "";
        parts.push(apart);
        walk(child);
        parts.push(apart);
      }
    }
  };
  walk(element);
  return singleSpaced(parts.join(""));
}

export function singleSpaced(text: string): string {
  return text
    .replaceAll("\u00ad", "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
