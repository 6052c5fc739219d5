/**
 * The text of a WhatsApp chat (`_chat.txt`, `WhatsApp Chat with ....txt`), read twice as it arrives: once to learn in which
 * form and order its dates are, once for the messages. Never more than one message is held. Every line belongs to a message
 * or to what stands before the first; what cannot be a head is text.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { createPostSink, type PostSink, postBytesAtMost } from "../reading-log/post-sink.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { textLines } from "../text-encoding/text-lines.ts";
import type { FoundEncoding } from "../text-encoding/decoded-text.ts";
import { createChatNamer } from "./chat-name.ts";
import { createChatWriter } from "./chat-writer.ts";
import { type ChatSurvey, createSurvey } from "./chat-survey.ts";
import { createWhatsAppLog, whatsAppCannotTell, type WhatsAppLog } from "./whatsapp-log.ts";

/** `open` gives the bytes from their beginning each time. `write` is given each message, in the order of the file. */
export async function readWhatsAppChat(
  open: () => ByteStream,
  makeDecoder: MakeDecoder,
  write: (post: Post) => void,
  mostBytes = postBytesAtMost,
): Promise<PostsReading> {
  const log = createWhatsAppLog();
  const survey = createSurvey();
  for await (const lines of textLines(open(), makeDecoder, { encoding: (found) => noteEncoding(found, log), open: () => undefined }))
    survey.see(lines);
  const chat = survey.finish();
  noteForms(chat, log);
  const sink = createPostSink(write, mostBytes);
  const namer = createChatNamer();
  const named: PostSink = {
    counts: sink.counts,
    write(post) {
      namer.see(post);
      return sink.write(post);
    },
  };
  const writer = createChatWriter(chat, named, log);
  let last = false;
  for await (const lines of textLines(open(), makeDecoder, { encoding: () => undefined, open: () => (last = true) })) writer.take(lines);
  const lineCount = writer.finish();
  if (last) log.trap("last-line-open", `line ${lineCount}`);
  if (chat.heads === 0) log.fault({ where: "whole file", expected: "lines that begin with a date, a clock and a sender", found: "none" });
  return {
    kind: "posts",
    format: "whatsapp",
    shape: "single-chat",
    channels: chat.heads === 0 ? [] : [{ id: "chat", ...namer.finish(), platform: "whatsapp" }],
    postsFile: postsFileName,
    counts: sink.counts,
    cannotTell: [...whatsAppCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

function noteEncoding({ label, by }: FoundEncoding, log: WhatsAppLog): void {
  if (by === "guess") log.trap("encoding-guessed", label);
  else if (label !== "utf-8" || by === "mark") log.trap("encoding-unexpected", by === "mark" ? `${label} with a mark` : label);
}

function noteForms({ forms }: ChatSurvey, log: WhatsAppLog): void {
  if (forms.size > 1) for (const form of forms.keys()) log.trap("several-forms", form);
  for (const { by, orders, decided } of forms.values()) {
    if (by === "figures" || by === "sequence") log.order(orderWords(orders[0] ?? ""));
    if (by === "figures") {
      for (let n = 0; n < decided.count; n++) log.trap("date-order-by-figures", decided.where[n] ?? "");
    } else if (by === "sequence") log.trap("date-order-by-sequence", orderWords(orders[0] ?? ""));
  }
}

function orderWords(order: string): string {
  return order === "dmy" ? "day, month, year" : order === "mdy" ? "month, day, year" : "year, month, day";
}
