/** What a page says of itself in JSON-LD (schema.org). Read as a statement of the outlet; damaged blocks are faults. */
import type { Json } from "../../core/json/canonical-json.ts";
import type { ArticleLog } from "./article-log.ts";
import { attribute, elementsBelow, isElement, type PageElement, singleSpaced } from "./page-tree.ts";

export interface DescribedArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly url?: string;
}

type Members = { readonly [name: string]: Json };

const articleType = /(?:Article|BlogPosting|NewsReport|Reportage|Report|LiveBlogPosting|SocialMediaPosting)$/;
const mostBlocks = 50;
const longestBlock = 1_000_000;
const deepest = 12;
const longestName = 300;

/** Articles that the page describes, in its order. */
export function readLinkedData(page: PageElement, log: ArticleLog): DescribedArticle[] {
  const blocks = elementsBelow(page).filter(
    (one) => one.name === "script" && /^application\/ld\+json\b/i.test(attribute(one, "type") ?? ""),
  );
  return blocks.slice(0, mostBlocks).flatMap((block, i) => {
    const text = block.children.filter((child) => !isElement(child)).join("");
    const where = `JSON-LD block ${i + 1}`;
    if (text.length > longestBlock) {
      log.fault({ where, expected: `at most ${longestBlock} characters`, found: "more" });
      return [];
    }
    const value = parsed(text);
    if (value === undefined) log.fault({ where, expected: "JSON", found: "text that is not JSON" });
    return value === undefined ? [] : articlesIn(value, 0);
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function articlesIn(value: Json, depth: number): DescribedArticle[] {
  if (depth > deepest || typeof value !== "object" || value === null) return [];
  if (isList(value)) return value.flatMap((one) => articlesIn(one, depth + 1));
  const types = listOf(value["@type"]).filter((type) => typeof type === "string");
  if (types.some((type) => articleType.test(type))) return [described(value)];
  return ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"].flatMap((name) =>
    value[name] === undefined ? [] : articlesIn(value[name], depth + 1),
  );
}

function described(node: Members): DescribedArticle {
  const url = textMember(node, "url") ?? nameOf(node["mainEntityOfPage"], "@id");
  const fields = {
    headline: textMember(node, "headline") ?? textMember(node, "name"),
    publisher: listOf(node["publisher"]).flatMap((one) => nameOf(one) ?? [])[0],
    published: textMember(node, "datePublished") ?? textMember(node, "dateCreated"),
    modified: textMember(node, "dateModified"),
    language: textMember(node, "inLanguage") ?? nameOf(node["inLanguage"]),
    url,
  };
  return {
    authors: listOf(node["author"]).flatMap((one) => nameOf(one) ?? []),
    ...Object.fromEntries(Object.entries(fields).filter(([, words]) => words !== undefined)),
  };
}

function textMember(node: Members, name: string): string | undefined {
  const value = node[name];
  return typeof value === "string" ? cleaned(value) : undefined;
}

function nameOf(value: Json | undefined, member = "name"): string | undefined {
  if (typeof value === "string") return cleaned(value);
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  const name = value[member];
  return typeof name === "string" ? cleaned(name) : undefined;
}

function cleaned(words: string): string | undefined {
  const single = singleSpaced(words.slice(0, 10 * longestName).toWellFormed());
  return single === "" ? undefined : single;
}

function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
