/** The export does not name its chat: who writes in it does, by the names that the exporting phone had for them. */
import type { Post } from "../../core/post/post.ts";
import { ownCopy } from "../reading-log/own-copy.ts";

export interface ChatName {
  readonly name: string;
  readonly type: "group" | "chat";
}

const mostNames = 20_000;
const longestName = 80;

export function createChatNamer(): { see(post: Post): void; finish(): ChatName } {
  const writers = new Set<string>();
  /** iOS sets the app's first statement under the chat's own name: a group's, or the other person's. */
  let opening: string | undefined;
  let first = true;
  return {
    see({ author, service }) {
      if (first && service !== undefined) opening = author;
      first = false;
      if (author !== undefined && service === undefined && writers.size < mostNames && !writers.has(author)) writers.add(ownCopy(author));
    },
    finish() {
      const names = [...writers].map((name) => name.slice(0, longestName));
      const type = names.length > 2 ? "group" : "chat";
      if (opening !== undefined && !writers.has(opening)) return { name: opening.slice(0, longestName), type };
      const shown = names.slice(0, 3).join(", ");
      if (names.length > 3) return { name: `${shown} and ${names.length - 3} more`, type };
      return { name: shown === "" ? "WhatsApp chat" : shown, type };
    },
  };
}
