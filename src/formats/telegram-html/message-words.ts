/** The words of a message with their looks: markup becomes runs, links stay inert. */
import type { TextEntity } from "../../core/post/post.ts";
import { attribute, isElement, type PageElement } from "../article/page-tree.ts";

export interface MessageWords {
  readonly text: string;
  readonly entities: TextEntity[];
}

const runOf: Readonly<Record<string, string>> = {
  strong: "bold",
  em: "italic",
  u: "underline",
  s: "strikethrough",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const mostEntities = 2_000;

export function wordsOf(element: PageElement): MessageWords {
  let text = "";
  const entities: TextEntity[] = [];
  const walk = ({ children }: PageElement) => {
    for (const child of children) {
      if (!isElement(child)) text += child;
      else if (child.name === "br") text += "\n";
      else if (child.name !== "script" && child.name !== "style") {
        const start = text.length;
        walk(child);
        const run = runIn(child);
        if (run !== undefined && text.length > start && entities.length < mostEntities) entities.push({ ...run, start, end: text.length });
      }
    }
  };
  walk(element);
  return trimmed(text, entities);
}

function runIn(element: PageElement): { type: string; href?: string } | undefined {
  const type = Object.hasOwn(runOf, element.name) ? runOf[element.name] : undefined;
  if (type !== undefined) return { type };
  if (element.name === "span" && (attribute(element, "class") ?? "").includes("spoiler")) return { type: "spoiler" };
  if (element.name !== "a") return undefined;
  const href = attribute(element, "href");
  if (href !== undefined) return { type: "text_link", href };
  const onclick = attribute(element, "onclick") ?? "";
  return {
    type: /Hashtag/.test(onclick) ? "hashtag" : /Mention/.test(onclick) ? "mention_name" : /Bot/.test(onclick) ? "bot_command" : "link",
  };
}

/** The exporter sets words on lines of their own between the tags; those line ends are not the sender's. */
function trimmed(text: string, entities: TextEntity[]): MessageWords {
  const from = /^\s*/.exec(text)?.[0].length ?? 0;
  const to = Math.max(from, text.trimEnd().length);
  const moved = entities
    .map((entity) => ({
      ...entity,
      start: Math.max(0, Math.min(entity.start, to) - from),
      end: Math.max(0, Math.min(entity.end, to) - from),
    }))
    .filter(({ start, end }) => end > start);
  return { text: text.slice(from, to), entities: moved };
}
