/** One chat while it is read: its name and id may come after its messages. */
import type { Channel, Post } from "../../core/post/post.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-stream/json-value.ts";
import { fieldsOf, wholeForm } from "./fields.ts";
import { guessAlbums } from "./guess-albums.ts";
import { readMessage, type ReadPost } from "./read-message.ts";
import type { TelegramLog } from "./telegram-log.ts";

export interface ChatRecord {
  /** "chats.list[2] " or empty: goes before what is named. */
  readonly place: string;
  is(said: { readonly id?: string; readonly name?: string; readonly type?: string }): void;
  /** Reads a message; returns how a person finds it. */
  add(record: JsonObject): string;
  /** A place in the list that holds no message. */
  skip(): void;
  /** Names a message of which only a part could be read, and counts it. */
  broken(part: JsonValue | undefined): string;
  nextPlace(): string;
  /** Undefined when nothing of a chat was seen. */
  finish(): { channel: Channel; posts: Post[] } | undefined;
}

/** Room left in the answer, bytes; shared by all chats of an export. */
export interface AnswerRoom {
  left: number;
}

export function createChatRecord(place: string, room: AnswerRoom, log: TelegramLog): ChatRecord {
  const said: { id?: string; name?: string; type?: string } = {};
  const read: ReadPost[] = [];
  const ids = new Set<string>();
  let index = 0;
  let last: string | undefined;
  let messagesSeen = false;

  const nameOf = (record: JsonValue | undefined) => {
    const digits = isObject(record) ? fieldsOf(record, "", silent).whole("id") : undefined;
    return digits === undefined ? `messages[${index}]` : `message ${digits}`;
  };

  return {
    place,
    is: (more) => Object.assign(said, more),
    add(record) {
      if (room.left <= 0) {
        const where = `${place}${nameOf(record)}`;
        log.trap("answer-full", where);
        index++;
        return where;
      }
      const message = readMessage(record, { chat: place, index }, log);
      const { post } = message;
      const where = `${place}${nameOf(record)}`;
      if (ids.has(post.id))
        log.fault({ where: `${where} id`, expected: "an id that no other message of the chat has", found: "one used before" });
      ids.add(post.id);
      if (last !== undefined && comesBefore(post.id, last)) log.trap("ids-out-of-order", where);
      last = post.id;
      read.push(message);
      room.left -= sizeOf(post);
      messagesSeen = true;
      index++;
      return where;
    },
    skip: () => index++,
    broken(part) {
      const where = `${place}${nameOf(part)}`;
      index++;
      messagesSeen = true;
      return where;
    },
    nextPlace: () => `messages[${index}]`,
    finish() {
      if (!messagesSeen && said.id === undefined && said.type === undefined) return undefined;
      const channel = channelOf(said, place, log);
      const albums = guessAlbums(read);
      const posts = read.map(({ post }, i): Post => {
        const guessedAlbum = albums[i];
        if (guessedAlbum !== undefined) log.trap("album-guessed", `${place}message ${post.id}`);
        return { ...post, channelId: channel.id, ...(guessedAlbum === undefined ? {} : { guessedAlbum }) };
      });
      return { channel, posts };
    },
  };
}

function channelOf({ id, name, type }: { id?: string; name?: string; type?: string }, place: string, log: TelegramLog): Channel {
  if (id === undefined) {
    log.fault({ where: `${place}id`, expected: "the chat's id", found: "nothing" });
    log.trap("chat-unknown", place.trim() || "result.json");
  }
  const known = id ?? (place === "" ? "unknown" : `unknown ${place.trim()}`);
  // The exporter writes no name for the account's own notes and for replies; their type names them.
  const ownName = type === "saved_messages" || type === "replies" ? type : undefined;
  if (name === undefined && ownName === undefined) log.trap("chat-name-missing", place.trim() || "result.json");
  return { id: known, name: name ?? ownName ?? known, platform: "telegram", type: type ?? "unknown" };
}

/** About what a post takes in the answer. */
function sizeOf({ text, entities, media, carries = [] }: ReadPost["post"]): number {
  return 500 + 2 * text.length + 80 * entities.length + 120 * media.length + carries.reduce((sum, { said }) => sum + 2 * said.length, 0);
}

function comesBefore(a: string, b: string): boolean {
  return wholeForm.test(a) && wholeForm.test(b) && BigInt(a) < BigInt(b);
}

/** For asking a part of a record for its id without saying again what is wrong with it. */
const silent = { fault: () => undefined } as unknown as TelegramLog;
