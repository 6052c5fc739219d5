/**
 * HTML and SVG out of parts, where every string is text: it is escaped, and what would not be seen or would turn the words around it
 * stands as its code. Markup comes out of a template in the source alone, so no word of a case can become any.
 */
import { textParts } from "../../core/text/visible-text.ts";

/** Markup that a template made. Its text cannot be built elsewhere: the constructor is not exported. */
export type Markup = MarkupText;

class MarkupText {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type MarkupPart = Markup | string | number | null | undefined | false | readonly MarkupPart[];

export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new MarkupText(strings.reduce((sum, text, at) => sum + text + (at < parts.length ? written(parts[at]) : ""), ""));
}

export const nothing: Markup = new MarkupText("");

/** Words of a person, a file or a page: isolated, so that their direction turns nothing else. */
export function foreign(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

/** The same of several paragraphs. */
export function prose(text: string): Markup {
  const paragraphs = text.split(/\n+/u).filter((one) => one.trim() !== "");
  return markup`${paragraphs.map((one) => markup`<p>${foreign(one)}</p>`)}`;
}

function written(part: MarkupPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof MarkupText) return part.toString();
  if (Array.isArray(part)) return part.map((one: MarkupPart) => written(one)).join("");
  return textOf(String(part as string | number));
}

/** Letters that XML does not allow at all stand as their codes too: one file is read by HTML and XML readers alike. */
function textOf(text: string): string {
  return textParts(text.toWellFormed())
    .map((one) => ("text" in one ? one.text : `‹${one.mark}›`))
    .join("")
    .replace(/[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;")
    .replace(/'/gu, "&#39;");
}
