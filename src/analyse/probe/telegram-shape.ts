/**
 * Whether a JSON file is a Telegram Desktop export, by the names at its top and the values behind them. Read as a stream:
 * whole-account exports reach gigabytes, and put contacts and other lists before the chats.
 */
import type { ByteReader } from "./byte-reader.ts";
import { findByNames } from "./json-names.ts";

/** Beyond this, an export that has not come to its chats is not looked for any longer. */
const mostBytes = 512 * 1024 * 1024;

export function telegramShape(bytes: ByteReader): Promise<"single chat" | "whole account" | undefined> {
  const top = new Set<string>();
  return findByNames<"single chat" | "whole account">(bytes, mostBytes, {
    name(path, depth) {
      if (depth === 1) top.add(path[1] ?? "");
      return undefined;
    },
    list(path, depth) {
      const name = path[depth];
      if (depth === 1 && name === "messages" && (top.has("id") || top.has("name") || top.has("type"))) return "single chat";
      if (depth === 2 && name === "list" && (path[1] === "chats" || path[1] === "left_chats")) return "whole account";
      return undefined;
    },
  });
}
