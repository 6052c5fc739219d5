/** One chat while it is read: posts go out as they come, its name may come after them. */
import type { Channel, Post } from "../../core/post/post.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-stream/json-value.ts";
import { fieldsOf, wholeForm } from "./fields.ts";
import { continuesAlbum } from "./guess-albums.ts";
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
  finish(): Channel | undefined;
}

/** Where the posts of all chats go. */
export interface PostsOut {
  /** Bytes that may still be written, about. */
  room: number;
  write(post: Post): void;
}

/** The exporter writes a chat's id before its messages. Where it is missing, so many bytes of posts wait for it. */
const waitingAtMost = 64_000_000;
/** Beyond so many messages of one chat, an id used twice is no longer noticed: each one costs memory. */
const idsKept = 10_000_000;

export function createChatRecord(place: string, out: PostsOut, log: TelegramLog): ChatRecord {
  const said: { id?: string; name?: string; type?: string } = {};
  /** The last posts, which may be one album with the next. */
  let run: ReadPost[] = [];
  let waiting: Omit<Post, "channelId">[] = [];
  let waitingBytes = 0;
  /** The id under which posts went out. */
  let settled: string | undefined;
  const ids = new Set<string | number>();
  let index = 0;
  let last: string | undefined;
  let messagesSeen = false;

  const nameOf = (record: JsonValue | undefined) => {
    const digits = isObject(record) ? fieldsOf(record, "", silent).whole("id") : undefined;
    return digits === undefined ? `messages[${index}]` : `message ${digits}`;
  };

  const settle = () => {
    settled = idOf(said.id, place);
    for (const post of waiting) out.write({ ...post, channelId: settled });
    waiting = [];
  };
  const finishRun = () => {
    const album = run.length > 1 ? run[0]?.post.id : undefined;
    for (const { post } of run) {
      if (album !== undefined) log.trap("album-guessed", `${place}message ${post.id}`);
      const whole = album === undefined ? post : { ...post, guessedAlbum: album };
      if (settled === undefined && said.id !== undefined) settle();
      if (settled !== undefined) out.write({ ...whole, channelId: settled });
      else {
        waiting.push(whole);
        waitingBytes += sizeOf(post);
        if (waitingBytes > waitingAtMost) settle();
      }
    }
    run = [];
  };

  return {
    place,
    is(more) {
      const { id, ...others } = more;
      Object.assign(said, others);
      if (id === undefined) return;
      if (settled === undefined) said.id = id;
      else if (settled !== id)
        log.fault({ where: `${place}id`, expected: "the chat's id before its messages", found: "another one behind them" });
    },
    add(record) {
      if (out.room <= 0) {
        const where = `${place}${nameOf(record)}`;
        log.trap("answer-full", where);
        index++;
        return where;
      }
      const message = readMessage(record, { chat: place, index }, log);
      const { post } = message;
      const where = `${place}${nameOf(record)}`;
      const key = Number.isSafeInteger(Number(post.id)) ? Number(post.id) : post.id;
      if (ids.has(key))
        log.fault({ where: `${where} id`, expected: "an id that no other message of the chat has", found: "one used before" });
      else if (ids.size < idsKept) ids.add(key);
      if (last !== undefined && comesBefore(post.id, last)) log.trap("ids-out-of-order", where);
      last = post.id;
      if (!continuesAlbum(run, message)) finishRun();
      run.push(message);
      out.room -= sizeOf(post);
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
      finishRun();
      if (settled === undefined) settle();
      return channelOf(said, place, log);
    },
  };
}

function idOf(id: string | undefined, place: string): string {
  return id ?? (place === "" ? "unknown" : `unknown ${place.trim()}`);
}

function channelOf({ id, name, type }: { id?: string; name?: string; type?: string }, place: string, log: TelegramLog): Channel {
  if (id === undefined) {
    log.fault({ where: `${place}id`, expected: "the chat's id", found: "nothing" });
    log.trap("chat-unknown", place.trim() || "result.json");
  }
  const known = idOf(id, place);
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
