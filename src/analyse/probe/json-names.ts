/** The names near the top of a JSON file, met one by one without holding it: files of one kind may be gigabytes, with what tells them at the end. */
import type { ByteReader } from "./byte-reader.ts";

const chunkLength = 1024 * 1024;
/** Levels whose names are told. */
const deepestTold = 2;
const longestName = 64;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;

export interface NamesTold<Found> {
  /** A member's name; `path[depth]` is it, `path[1]` is the outermost. What is returned ends the search. */
  name?(path: readonly string[], depth: number): Found | undefined;
  /** A list begins as the value of the member that `path[depth]` names; "" where it is no member's. */
  list?(path: readonly string[], depth: number): Found | undefined;
}

export async function findByNames<Found>(bytes: ByteReader, mostBytes: number, told: NamesTold<Found>): Promise<Found | undefined> {
  const path: string[] = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  let word = "";
  let afterColon = false;

  for (let offset = 0; offset < Math.min(bytes.size, mostBytes); offset += chunkLength) {
    const chunk = await bytes.read(offset, chunkLength);
    for (const byte of chunk) {
      // In UTF-16 every other byte of a name is zero.
      if (byte === 0) continue;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        else if (depth <= deepestTold && word.length < longestName) word += String.fromCharCode(byte);
        continue;
      }
      switch (byte) {
        case quote:
          inString = true;
          word = "";
          break;
        case colon: {
          path[depth] = word;
          afterColon = true;
          const found = depth <= deepestTold ? told.name?.(path, depth) : undefined;
          if (found !== undefined) return found;
          break;
        }
        case openBrace:
        case openBracket: {
          if (!afterColon) path[depth] = "";
          const found = byte === openBracket && depth <= deepestTold ? told.list?.(path, depth) : undefined;
          if (found !== undefined) return found;
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
        case comma:
          afterColon = false;
          break;
      }
    }
  }
  return undefined;
}
