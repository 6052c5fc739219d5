/** Reads a sheet, a list of links or a file of an Atlos export in the child; which of them it is, its beginning says. */
import { basename, dirname } from "node:path/posix";
import { isLinkList } from "../../formats/link-list/link-list-shape.ts";
import { readLinkList } from "../../formats/link-list/read-link-list.ts";
import { looksLikeAtlosJson } from "../../formats/atlos/atlos-json-kind.ts";
import { readAtlosJson } from "../../formats/atlos/read-atlos-json.ts";
import { isSheet } from "../../formats/sheet/sheet-shape.ts";
import { readSheet } from "../../formats/sheet/read-sheet.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { decodedText } from "../../formats/text-encoding/decoded-text.ts";
import type { Made, Making } from "../child-contract.ts";
import { platformDecoder } from "./platform-decoder.ts";
import { madeOfRows } from "./rows-out.ts";

const headUnits = 64 * 1024;
/** An incident's file is some kilobytes; what is far longer is not read as one. */
const longestJson = 64 * 1024 * 1024;

export async function sheet(making: Making): Promise<Made> {
  return madeOfRows(making, async (bytes, write) => {
    const { head, whole, all } = await peeked(bytes);
    const start = head.trimStart();
    if (/^[[{]/.test(start) && looksLikeAtlosJson(start)) {
      return readAtlosJson(await wholeText(all), basename(dirname(making.nameHint)), write);
    }
    const list = !isSheet(start, whole) && isLinkList(start);
    return list ? readLinkList(all, platformDecoder, write) : readSheet(all, platformDecoder, write);
  });
}

/** The first text of a stream, and the stream again from its beginning. */
async function peeked(bytes: ByteStream): Promise<{ head: string; whole: boolean; all: ByteStream }> {
  const pieces = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < headUnits) {
    const next = await pieces.next();
    if (next.done === true) {
      whole = true;
      break;
    }
    seen.push(next.value);
    length += next.value.length;
  }
  let head = "";
  for await (const text of decodedText(streamOf(seen), platformDecoder, () => undefined)) head += text;
  async function* all(): ByteStream {
    yield* seen;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  }
  return { head: head.slice(0, headUnits), whole: whole && head.length <= headUnits, all: all() };
}

async function* streamOf(pieces: readonly Uint8Array[]): ByteStream {
  yield* pieces;
}

async function wholeText(bytes: ByteStream): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of decodedText(bytes, platformDecoder, () => undefined)) {
    parts.push(text);
    length += text.length;
    if (length > longestJson) break;
  }
  return parts.join("");
}
