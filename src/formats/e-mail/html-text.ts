/** Words of an HTML body as inert text: no picture, address or script of it is ever asked for. */
import { Parser } from "htmlparser2";

const blocks: ReadonlySet<string> = new Set([
  "p",
  "div",
  "br",
  "li",
  "tr",
  "table",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "hr",
  "ul",
  "ol",
  "section",
  "article",
]);
const unseen: ReadonlySet<string> = new Set(["script", "style", "head", "template", "noscript", "title"]);
const longest = 1024 * 1024;

export interface HtmlText {
  readonly text: string;
  /** Pictures and the like that opening it would fetch from elsewhere: the sender would see that. */
  readonly remote: number;
}

export function htmlText(html: string): HtmlText {
  const parts: string[] = [];
  let length = 0;
  let hidden = 0;
  let remote = 0;
  const add = (text: string) => {
    if (length > longest) return;
    parts.push(text);
    length += text.length;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unseen.has(name)) hidden++;
      if (blocks.has(name)) add("\n");
      if (/^(?:https?:)?\/\//i.test((attributes["src"] ?? attributes["background"] ?? "").trim())) remote++;
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
      if (blocks.has(name) && name !== "br") add("\n");
    },
    ontext(text) {
      if (hidden === 0) add(text.replace(/[ \t\r\n\f]+/g, " "));
    },
  });
  parser.write(html);
  parser.end();
  const text = parts
    .join("")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text: text.toWellFormed(), remote };
}
