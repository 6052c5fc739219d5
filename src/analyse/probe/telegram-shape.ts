/**
 * Whether a JSON file is a Telegram Desktop export, by the names at its top and the values behind them. Read as a stream:
 * whole-account exports reach gigabytes, and put contacts and other lists before the chats.
 */
import type { ByteReader } from "./byte-reader.ts";

const chunkLength = 1024 * 1024;
/** Beyond this, an export that has not come to its chats is not looked for any longer. */
const mostBytes = 512 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;

export async function telegramShape(bytes: ByteReader): Promise<"single chat" | "whole account" | undefined> {
  const path: string[] = [];
  const top = new Set<string>();
  let depth = 0;
  let inString = false;
  let escaped = false;
  let word = "";
  let afterColon = false;

  for (let offset = 0; offset < Math.min(bytes.size, mostBytes); offset += chunkLength) {
    const chunk = await bytes.read(offset, chunkLength);
    for (const byte of chunk) {
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        else if (depth <= 2 && word.length < 64) word += String.fromCharCode(byte);
        continue;
      }
      switch (byte) {
        case quote:
          inString = true;
          word = "";
          break;
        case colon:
          path[depth] = word;
          if (depth === 1) top.add(word);
          afterColon = true;
          break;
        case openBrace:
        case openBracket: {
          const name = afterColon ? path[depth] : "";
          if (byte === openBracket && depth === 1 && name === "messages" && (top.has("id") || top.has("name") || top.has("type")))
            return "single chat";
          if (byte === openBracket && depth === 2 && name === "list" && (path[1] === "chats" || path[1] === "left_chats"))
            return "whole account";
          depth++;
          path[depth] = "";
          afterColon = false;
          break;
        }
        case closeBrace:
        case closeBracket:
          depth--;
          if (depth <= 0) return undefined;
          afterColon = false;
          break;
        case 0x2c:
          afterColon = false;
          break;
      }
    }
  }
  return undefined;
}
