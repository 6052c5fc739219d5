/** Plain text of an article as it grows, with the places of its blocks: each block is followed by one LF, and nothing else stands between. */
import type { Article } from "../../core/article/article.ts";

export type BlockKind = Article["blocks"][number]["kind"];

export interface BodyWriter {
  /** Running text; white space becomes one space, soft hyphens go. */
  write(text: string): void;
  /** As `write`, with its own spaces. For preformatted lines, without line ends. */
  writeAsIs(text: string): void;
  /** Ends the block that is being written, if anything is in it. */
  endBlock(kind: BlockKind): void;
  /** Where the next character would stand. */
  readonly offset: number;
  finish(): Pick<Article, "body" | "blocks">;
}

export function createBodyWriter(): BodyWriter {
  const parts: string[] = [];
  const blocks: Article["blocks"] = [];
  let length = 0;
  let line = "";
  let spaceWaits = false;
  return {
    write(text) {
      for (const word of text.replaceAll("\u00ad", "").split(/([\s\u00a0]+)/)) {
        if (word === "") continue;
        if (/^[\s\u00a0]/.test(word)) spaceWaits = line !== "";
        else {
          line += spaceWaits ? ` ${word}` : word;
          spaceWaits = false;
        }
      }
    },
    writeAsIs(text) {
      line += spaceWaits ? ` ${text}` : text;
      spaceWaits = false;
    },
    endBlock(kind) {
      spaceWaits = false;
      const text = line.trimEnd();
      line = "";
      if (text === "") return;
      blocks.push({ kind, start: length, end: length + text.length });
      parts.push(text, "\n");
      length += text.length + 1;
    },
    get offset() {
      return length + line.length + (spaceWaits ? 1 : 0);
    },
    finish: () => ({ body: parts.join(""), blocks }),
  };
}
