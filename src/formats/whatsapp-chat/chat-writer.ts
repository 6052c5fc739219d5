/** The second pass over a chat: lines become messages, one held at a time. */
import type { Post } from "../../core/post/post.ts";
import type { PostSink } from "../reading-log/post-sink.ts";
import type { TextLine } from "../text-encoding/text-lines.ts";
import type { ChatSurvey } from "./chat-survey.ts";
import { claimOfReadings, readingsOf } from "./head-time.ts";
import { readBody } from "./message-body.ts";
import { type MessageHead, readMessageHead } from "./message-head.ts";
import { quotes, senderOf } from "./sender.ts";
import type { WhatsAppLog } from "./whatsapp-log.ts";

interface OpenMessage {
  readonly head: MessageHead;
  readonly readings: readonly number[];
  readonly line: number;
  readonly text: string[];
  length: number;
}

/** A message of the app has at most 65,536 characters; what is far longer is cut, and said so. */
const longestText = 1024 * 1024;
const dayMs = 86_400_000;

export function createChatWriter(chat: ChatSurvey, sink: PostSink, log: WhatsAppLog) {
  let number = 0;
  let message: OpenMessage | undefined;
  let before = Number.NEGATIVE_INFINITY;

  const finishMessage = () => {
    if (message === undefined) return;
    const post = postOf(message);
    if (!sink.write(post)) log.trap("answer-full", `line ${message.line}`);
    message = undefined;
  };

  const postOf = ({ head, readings, line, text }: OpenMessage): Post => {
    const where = `line ${line}`;
    const rest = text.join("\n");
    const sender = senderOf(rest);
    const stated = sender !== undefined && quotes(sender.name) && chat.senders.get(sender.name) === 1;
    if (stated) log.trap("sender-uncertain", where);
    const writer = stated ? undefined : sender;
    const body = writer === undefined ? { text: "", media: [], things: [], service: rest } : readBody(writer.said, where, log);
    log.trap("zone-unknown", where);
    if (readings.length > 1) log.trap(head.half === "unknown" && head.hour <= 12 ? "half-of-day-unknown" : "date-order-unknown", where);
    if ((readings.at(-1) as number) < before - dayMs) log.trap("time-goes-back", where);
    before = readings[0] as number;
    if (rest.includes("\ufffd")) log.trap("bytes-not-in-encoding", where);
    return {
      id: `line-${line}`,
      channelId: "chat",
      ...(writer === undefined ? {} : { author: writer.name }),
      posted: claimOfReadings(head, readings, `chat text ${where}`),
      text: body.text,
      entities: [],
      media: body.media,
      ...(body.things.length === 0 ? {} : { carries: body.things }),
      ...(body.service === undefined ? {} : { service: body.service }),
    };
  };

  const takeHead = (text: string): boolean => {
    const head = readMessageHead(text);
    if (head === undefined) return false;
    const readings = readingsOf(head, chat.forms.get(head.form)?.orders ?? []);
    if (readings.length === 0) {
      log.trap("head-in-text", `line ${number}`);
      return false;
    }
    finishMessage();
    message = { head, readings, line: number, text: [head.rest], length: head.rest.length };
    return true;
  };

  return {
    take(lines: readonly TextLine[]): void {
      for (const { text, cut } of lines) {
        number++;
        if (cut) log.trap("line-cut", `line ${number}`);
        if (takeHead(text)) continue;
        if (message === undefined) {
          if (text.trim() === "") continue;
          if (log.count("begins-mid-message") === 0)
            log.fault({ where: `line ${number}`, expected: "the head of a message", found: "words of one that began before the file" });
          log.trap("begins-mid-message", `line ${number}`);
        } else if (message.length + text.length <= longestText) {
          message.text.push(text);
          message.length += text.length + 1;
        } else if (message.length < longestText) {
          message.text.push(text.slice(0, longestText - message.length));
          message.length = longestText;
          log.fault({
            where: `line ${number}`,
            expected: `a message of at most ${longestText} units`,
            found: "a longer one; the rest is left out",
          });
        }
      }
    },
    /** The number of lines read. */
    finish(): number {
      finishMessage();
      return number;
    },
  };
}
