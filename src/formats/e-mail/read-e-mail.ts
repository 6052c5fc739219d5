/**
 * One e-mail as a post: sender and time as its own fields state them, the servers' lines beside it, words as inert text. What
 * was checked by others on the way is shown as stated; nothing is checked, fetched or run here.
 */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Post, PostThing } from "../../core/post/post.ts";
import { postsFileName } from "../../core/post/posts-file.ts";
import { mailSender } from "../../core/source/mail-sender.ts";
import { counted } from "../../core/text/counted.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { readDateField } from "../stated-time/date-words.ts";
import { encodingOf } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { attachmentsOf, isFile, leaves, oneLine } from "./attachments.ts";
import { createEMailLog, eMailCannotTell, type EMailLog } from "./e-mail-log.ts";
import { fieldText } from "./field-text.ts";
import { htmlText } from "./html-text.ts";
import { type MimePart, readMime } from "./mime-part.ts";
import { transferDecode } from "./transfer-decode.ts";

/** Bytes read of one message. */
export const mostMessageBytes = 256 * 1024 * 1024;
const longestText = 1024 * 1024;
const longestSaid = 2000;
const mostThings = 200;
const onceOnly = ["from", "date", "subject", "message-id", "to"] as const;
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;

/** `fileName`: name of the file without its folder; its attachments lie under it once they are unpacked. */
export function readEMail(bytes: Uint8Array, fileName: string, makeDecoder: MakeDecoder): { reading: PostsReading; post: Post } {
  const log = createEMailLog();
  if (bytes.length > mostMessageBytes) log.trap("file-cut", "whole file");
  const message = readMime(bytes.subarray(0, mostMessageBytes), (flaw, place) =>
    log.trap(flaw, place === "" ? "the message" : `part ${place}`),
  );
  const said = (name: string) => message.fields.filter((field) => field.name === name).map(({ value }) => fieldText(value, makeDecoder));
  for (const name of onceOnly) if (said(name).length > 1) log.trap("field-doubled", name);
  const from = oneLine(said("from")[0] ?? "").slice(0, longestSaid);
  noteSender(from, said("reply-to")[0]?.slice(0, longestSaid), log);
  const text = textOf(message, makeDecoder, log);
  const title = oneLine(said("subject")[0] ?? "").slice(0, longestSaid);
  const posted = postedAt(said("date")[0], log);
  const files = attachmentsOf(message, makeDecoder, log);
  const id = oneLine(said("message-id")[0] ?? "").slice(0, 500) || "1";
  const post: Post = {
    id,
    channelId: "e-mail",
    ...(from === "" ? {} : { author: from }),
    ...(title === "" ? {} : { title }),
    posted,
    text: text.slice(0, longestText).toWellFormed(),
    entities: [],
    ...replyOf(said("in-reply-to")[0]),
    media: files.map(({ path, type }) => ({ state: "in-export", role: "attachment", path: `${fileName}/${path}`, mimeType: type })),
    carries: thingsOf(said, log),
  };
  if (text.length > longestText) log.trap("text-cut", "the text");
  if (directionMarks.test(`${text}${title}${from}`)) log.trap("hidden-direction-marks", "text, subject or sender");
  if (message.fields.length === 0) log.fault({ where: "header", expected: "fields such as From and Date", found: "none" });
  const reading: PostsReading = {
    kind: "posts",
    format: "e-mail",
    shape: "single-post",
    channels: [
      {
        id: "e-mail",
        // Who sent it may have to be protected: lists and filters name the item, and the post alone has the sender.
        name: "an e-mail",
        platform: "e-mail",
        type: "message",
      },
    ],
    postsFile: postsFileName,
    counts: { posts: 1, mediaNotInExport: 0 },
    cannotTell: [...eMailCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
  return { reading, post };
}

function noteSender(from: string, replyTo: string | undefined, log: EMailLog): void {
  if (from !== "") log.trap("from-by-sender", "From");
  const address = mailSender(from)?.address;
  const shown = from.replace(/<[^>]*>\s*$/, "");
  const inName = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(shown)?.[0]?.toLowerCase();
  if (from.includes("<") && inName !== undefined && inName !== address) log.trap("from-name-holds-address", "From");
  const reply = replyTo === undefined ? undefined : mailSender(replyTo)?.address;
  if (reply !== undefined && address !== undefined && reply !== address) log.trap("reply-goes-elsewhere", "Reply-To");
}

function postedAt(date: string | undefined, log: EMailLog): TimeClaim | "unknown" {
  if (date === undefined || date.trim() === "") {
    log.trap("date-missing", "Date");
    return "unknown";
  }
  const read = readDateField(date.slice(0, 200), { means: "sent", basis: "Date, as the sender's machine states it" });
  if (read === undefined) {
    log.trap("date-not-read", "Date");
    return "unknown";
  }
  log.trap("date-by-sender", "Date");
  return read.claim;
}

function replyOf(said: string | undefined): { replyTo?: string } {
  const id = oneLine(said ?? "").slice(0, 500);
  return id === "" ? {} : { replyTo: id };
}

/** Who else it names, the servers' lines from the last to the first, and what was stated of signatures. */
function thingsOf(said: (name: string) => string[], log: EMailLog): PostThing[] {
  const things: PostThing[] = [];
  const add = (kind: string, name: string, words = (value: string) => value) => {
    for (const value of said(name))
      if (things.length < mostThings) things.push({ kind, said: oneLine(words(value)).slice(0, longestSaid) });
  };
  add("to", "to");
  add("copy to", "cc");
  add("blind copy to", "bcc");
  add("answers to", "reply-to");
  const received = said("received");
  if (received.length === 0) log.trap("received-missing", "Received");
  else log.trap("received-chain", counted(received.length, "line"));
  add("received, last first", "received");
  if (said("dkim-signature").length > 0) log.trap("signature-not-checked", "DKIM-Signature");
  add("DKIM signature, not checked", "dkim-signature", (value) => value.replace(/\bb=[^;]*/, "b=…").replace(/\bbh=[^;]*/, "bh=…"));
  if (said("authentication-results").length + said("received-spf").length > 0) log.trap("results-not-checked", "Authentication-Results");
  add("check by a server, as stated", "authentication-results");
  add("check by a server, as stated", "received-spf");
  add("written with", "x-mailer");
  add("written with", "user-agent");
  add("sender's address, as stated", "x-originating-ip");
  return things;
}

function textOf(message: MimePart, makeDecoder: MakeDecoder, log: EMailLog): string {
  const shown = leaves(message).filter((part) => !isFile(part));
  if (leaves(message).some(({ type }) => /pkcs7-mime|pgp-encrypted/.test(type)) || message.type === "multipart/encrypted")
    log.trap("encrypted", message.type);
  const plain = shown.filter(({ type }) => type === "text/plain").map((part) => decoded(part, makeDecoder, log));
  const pages = shown.filter(({ type }) => type === "text/html").map((part) => htmlText(decoded(part, makeDecoder, log)));
  if (pages.some(({ remote }) => remote > 0)) log.trap("html-remote", "HTML");
  const words = plain.join("\n").trim();
  if (words !== "" || pages.length === 0) return words.replaceAll("\r\n", "\n");
  log.trap("html-only", "HTML");
  return pages.map(({ text }) => text).join("\n\n");
}

function decoded(part: MimePart, makeDecoder: MakeDecoder, log: EMailLog): string {
  const where = part.place === "" ? "the text" : `part ${part.place}`;
  const bytes = transferDecode(part.body, part.transfer);
  if (bytes === undefined) {
    log.trap("transfer-unknown", where);
    log.fault({ where, expected: "a transfer encoding of RFC 2045", found: "another one" });
    return "";
  }
  const stated = part.typeParameters.get("charset")?.toLowerCase();
  const decoder = stated === undefined ? undefined : makeDecoder(stated);
  // Plain ASCII is what a part is in that says nothing.
  if (decoder === undefined && bytes.some((byte) => byte >= 0x80)) log.trap("charset-unknown", where);
  const text = (decoder ?? makeDecoder(encodingOf(bytes).label))?.decode(bytes, { stream: false }) ?? "";
  if (text.includes("\ufffd")) log.trap("bytes-not-in-encoding", where);
  return text.replace(/^\ufeff/, "").toWellFormed();
}
