/** One message of an export as a post. Whatever it holds, something is answered: what cannot be read is a fault beside it. */
import type { Post } from "../../core/post/post.ts";
import { isNumber, isObject, type JsonObject } from "../json-stream/json-value.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import { readMessageThings } from "./message-carries.ts";
import { readMessageMedia } from "./message-media.ts";
import { readMessageText } from "./message-text.ts";
import { readMessageTime } from "./message-time.ts";
import type { TelegramLog } from "./telegram-log.ts";

export interface MessagePlace {
  /** "chats.list[2] " in an account, empty in a single chat. */
  readonly chat: string;
  /** Place in the chat's list, from 0. */
  readonly index: number;
}

/** A post whose chat is not settled yet: its id may stand behind its messages. */
export interface ReadPost {
  readonly post: Omit<Post, "channelId">;
  /** Who wrote it, as an id where there is one; for telling neighbours apart. */
  readonly sender: string;
}

export function readMessage(record: JsonObject, place: MessagePlace, log: TelegramLog): ReadPost {
  const unnamed = `messages[${place.index}]`;
  const id = fieldsOf(record, `${place.chat}${unnamed}`, log).whole("id");
  const where = `${place.chat}${id === undefined ? unnamed : `message ${id}`}`;
  const fields = fieldsOf(record, where, log);
  if (id === undefined && !fields.has("id")) fields.fault("id", "a whole number", "nothing");
  const type = fields.text("type");
  if (type === "unsupported") log.trap("unsupported-message", where);
  else if (type !== "message" && type !== "service")
    fields.fault("type", "message, service or unsupported", type === undefined ? "nothing" : "another word");

  const posted = readMessageTime(fields, "date");
  if (posted === undefined && type !== "unsupported" && !fields.has("date") && !fields.has("date_unixtime"))
    fields.fault("date", "a date or date_unixtime", "neither");
  const edited = readMessageTime(fields, "edited");
  if (edited !== undefined && posted !== undefined && edited.latest < posted.earliest) log.trap("edited-before-posted", where);
  const { text, entities } = readMessageText(fields);
  const things = readMessageThings(fields);
  const author = readAuthor(fields);
  const forwardedFrom = readForward(fields);
  const replyTo = readReply(fields);
  const service = type === "unsupported" ? "unsupported: the exporter wrote only the id" : readService(fields);
  countAside(fields);
  const sender = peerId(fields, "from_id") ?? peerId(fields, "actor_id") ?? author ?? "";
  const post: ReadPost["post"] = {
    id: id ?? unnamed,
    posted: posted ?? "unknown",
    text,
    entities,
    media: readMessageMedia(fields),
    ...(author === undefined ? {} : { author }),
    ...(edited === undefined ? {} : { edited }),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(service === undefined ? {} : { service }),
    ...(things.length === 0 ? {} : { carries: things }),
  };
  return { post, sender };
}

/** "channel123", "user123"; bare digits in old exports. */
function peerId(fields: Fields, name: string): string | undefined {
  const id = fields.raw(name);
  return isNumber(id) ? id.digits : fields.text(name);
}

/** A signature under a channel's post is nearer to the writer than the channel's own name. */
function readAuthor(fields: Fields): string | undefined {
  const signed = fields.text("author");
  const name = fields.text("from") ?? fields.text("actor");
  if (signed !== undefined && signed !== "") return signed;
  if (name !== undefined && name !== "") return name;
  const known = peerId(fields, "from_id") ?? peerId(fields, "actor_id");
  if (known !== undefined) fields.log.trap("author-name-missing", fields.where);
  return known;
}

function readForward(fields: Fields): Post["forwardedFrom"] {
  if (fields.raw("saved_from") !== undefined) fields.log.trap("saved-from-name-only", fields.where);
  if (fields.raw("forwarded_from") === undefined) return undefined;
  const displayName = fields.text("forwarded_from") ?? "";
  fields.log.trap(displayName === "" ? "forward-name-hidden" : "forward-name-only", fields.where);
  return { displayName, resolved: false };
}

function readReply(fields: Fields): string | undefined {
  const message = fields.whole("reply_to_message_id");
  if (message === undefined) return undefined;
  const peer = fields.has("reply_to_peer_id") ? (peerId(fields, "reply_to_peer_id") ?? "another chat") : undefined;
  if (peer === undefined) return message;
  fields.log.trap("reply-to-other-chat", fields.where);
  return `${message} in ${peer}`;
}

/** What a service message did, with the few members that say to what. */
function readService(fields: Fields): string | undefined {
  const action = fields.text("action");
  if (action === undefined) return undefined;
  const members = fields.list("members")?.filter((name) => typeof name === "string");
  const details = [
    fields.text("title"),
    fields.text("new_title"),
    messageNamed(fields),
    members === undefined || members.length === 0 ? undefined : members.join(", "),
    fields.text("inviter"),
  ].filter((part) => part !== undefined && part !== "");
  return details.length === 0 ? action : `${action}: ${details.join("; ")}`;
}

function messageNamed(fields: Fields): string | undefined {
  const id = fields.whole("message_id");
  return id === undefined ? undefined : `message ${id}`;
}

function countAside(fields: Fields): void {
  if (fields.has("via_bot")) fields.log.trap("via-bot", fields.where);
  if (fields.has("self_destruct_period_seconds")) fields.log.trap("self-destruct", fields.where);
  const reactions = fields.list("reactions");
  if (reactions === undefined || reactions.length === 0) return;
  const counts = reactions.map((one) => (isObject(one) ? one.get("count") : undefined));
  const sum = counts.reduce<number>((total, count) => total + (isNumber(count) ? Number(count.digits) : 0), 0);
  fields.log.reactions(Number.isSafeInteger(sum) ? sum : 0, fields.where);
}
