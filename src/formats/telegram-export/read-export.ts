/**
 * `result.json` of Telegram Desktop, one chat or a whole account, read as it arrives: never more than one message is
 * held as JSON, and posts are handed on as they come. A damaged message costs only itself; everything else about the account is passed over.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { createJsonReader, type JsonReader } from "../json-stream/json-reader.ts";
import { readOpeningBytes } from "../text-encoding/byte-order-mark.ts";
import type { MakeDecoder, StreamDecoder } from "../text-encoding/text-decoder.port.ts";
import { createExportWalk } from "./export-walk.ts";
import { landmarks } from "./landmarks.ts";
import { createTelegramLog, telegramCannotTell, type TelegramLog } from "./telegram-log.ts";

/** A message of Telegram has at most 4096 characters; what is far longer is cut, and said so. */
const longestText = 1024 * 1024;
/** The exporter nests eight deep. */
const deepest = 512;

/** About what the posts of one reading may take on disk: a file made to be read into very much more must not fill it. */
const postBytesAtMost = 8_000_000_000;

/** `write` is given each post, in the order of the export. */
export async function readTelegramExport(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  write: (post: Post) => void,
  mostBytes = postBytesAtMost,
): Promise<PostsReading> {
  const log = createTelegramLog();
  const walk = createExportWalk(log, write, mostBytes);
  const reader = createJsonReader(walk.handler, { landmarks, longestText, deepest });
  await feed(bytes, makeDecoder, reader, log);
  const { shape, channels, counts } = walk.finish();
  return {
    kind: "posts",
    format: "telegram-desktop",
    shape,
    channels,
    postsFile: postsFileName,
    counts,
    cannotTell: [...telegramCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

async function feed(bytes: ByteStream, makeDecoder: MakeDecoder, reader: JsonReader, log: TelegramLog): Promise<void> {
  let head = new Uint8Array();
  let decoder: StreamDecoder | undefined;
  const begin = () => {
    const opening = readOpeningBytes(head);
    decoder = makeDecoder(opening?.encoding ?? "utf-8");
    if (decoder === undefined) throw new RangeError(`expected a decoder for ${opening?.encoding ?? "utf-8"}; found none on this platform`);
    if (opening !== undefined)
      log.trap("encoding-unexpected", opening.markLength > 0 ? `${opening.encoding} with a mark` : opening.encoding);
    reader.push(decoder.decode(head.subarray(opening?.markLength ?? 0), { stream: true }));
  };
  for await (const chunk of bytes) {
    if (decoder !== undefined) reader.push(decoder.decode(chunk, { stream: true }));
    else {
      head = joined(head, chunk);
      if (head.length >= 4) begin();
    }
  }
  if (decoder === undefined) begin();
  reader.push(decoder?.decode(new Uint8Array(), { stream: false }) ?? "");
  reader.end();
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
