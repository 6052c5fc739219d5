/**
 * A page of Telegram Desktop's HTML export (`messages.html`, `messages2.html`, ...), read as it arrives: one message at a
 * time, nothing run, nothing fetched. Other pages of the chat are other items.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { createPostSink, postBytesAtMost } from "../reading-log/post-sink.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { decodedText } from "../text-encoding/decoded-text.ts";
import { createMessageReader } from "./message-reader.ts";
import { createMessageWalk } from "./message-walk.ts";
import { createTelegramHtmlLog, telegramHtmlCannotTell } from "./telegram-html-log.ts";

export async function readTelegramPage(
  bytes: ByteStream,
  makeDecoder: MakeDecoder,
  write: (post: Post) => void,
  mostBytes = postBytesAtMost,
): Promise<PostsReading> {
  const log = createTelegramHtmlLog();
  const sink = createPostSink(write, mostBytes);
  const messages = createMessageReader(sink, log);
  let name: string | undefined;
  const walk = createMessageWalk({
    message: (element, broken) => messages.take(element, broken),
    title: (text) => (name ??= text === "" ? undefined : text),
    page: (href) => log.trap("other-pages", href),
  });
  for await (const piece of decodedText(bytes, makeDecoder, ({ label, by }) => {
    if (label !== "utf-8" || by === "mark" || by === "guess") log.trap("encoding-unexpected", `${label} by ${by}`);
  }))
    walk.push(piece);
  walk.end();
  const { seen } = messages;
  if (seen() === 0) log.fault({ where: "whole page", expected: "messages of a chat", found: "none" });
  if (name === undefined) log.trap("chat-name-missing", "page header");
  return {
    kind: "posts",
    format: "telegram-html",
    shape: "single-chat",
    channels: seen() === 0 ? [] : [{ id: "chat", name: name ?? "unknown chat", platform: "telegram", type: "unknown" }],
    postsFile: postsFileName,
    counts: sink.counts,
    cannotTell: [...telegramHtmlCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}
