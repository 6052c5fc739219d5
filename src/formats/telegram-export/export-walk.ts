/** Where in an export the reader stands: which containers are chats and messages, and which are passed over. */
import type { PostsReading } from "../../core/analysis/reading-result.ts";
import type { Channel, Post } from "../../core/post/post.ts";
import type { ContainerKind, JsonHandler, TextFlaw } from "../json-stream/json-reader.ts";
import { createValueBuilder, isNumber, isObject, type JsonNumber, type ValueBuilder } from "../json-stream/json-value.ts";
import { createChatRecord, type ChatRecord, type PostsOut } from "./chat-record.ts";
import { wholeForm } from "./fields.ts";
import { noteFlaws } from "./record-flaws.ts";
import type { TelegramLog } from "./telegram-log.ts";

export interface ExportWalk {
  readonly handler: JsonHandler;
  finish(): Pick<PostsReading, "shape" | "channels" | "counts">;
}

type Role = "root" | "holder" | "list" | "chat" | "messages" | "skip";

interface Frame {
  readonly role: Role;
  /** The member that a value belongs to. */
  name: string;
}

const kindOfRole: Readonly<Record<Role, ContainerKind>> = {
  root: "object",
  holder: "object",
  list: "array",
  chat: "object",
  messages: "array",
  skip: "object",
};

const holders: ReadonlySet<string> = new Set(["chats", "left_chats"]);
/** Members of an account's export that hold no posts. */
const personal: ReadonlySet<string> = new Set([
  "personal_information",
  "profile_pictures",
  "stories",
  "contacts",
  "frequent_contacts",
  "sessions",
  "web_sessions",
  "other_data",
]);

/** Names of chats stand in the answer, which is one JSON value. */
const channelBytesAtMost = 32_000_000;

export function createExportWalk(log: TelegramLog, write: (post: Post) => void, postBytesAtMost: number): ExportWalk {
  let frames: Frame[] = [];
  let record: ValueBuilder | undefined;
  let chat: ChatRecord | undefined;
  let holder = "chats";
  let account = false;
  const listed = new Map<string, number>();
  const channels = new Map<string, Channel>();
  let channelRoom = channelBytesAtMost;
  const counts = { posts: 0, mediaNotInExport: 0 };
  const out: PostsOut = {
    room: postBytesAtMost,
    write(post) {
      counts.posts++;
      for (const { state } of post.media) if (state === "not-in-export") counts.mediaNotInExport++;
      write(post);
    },
  };

  const top = () => frames.at(-1);
  const openChat = (place: string) => (chat = createChatRecord(place, out, log));
  const nextInList = () => {
    const index = listed.get(holder) ?? 0;
    listed.set(holder, index + 1);
    return `${holder}.list[${index}] `;
  };
  const finishChat = () => {
    const place = chat?.place.trim() || "result.json";
    const channel = chat?.finish();
    chat = undefined;
    if (channel === undefined || channels.has(channel.id)) return;
    channelRoom -= 100 + 2 * (channel.name.length + channel.type.length);
    if (channelRoom > 0) channels.set(channel.id, channel);
    else log.fault({ where: place, expected: "fewer chats, with shorter names", found: "more; its name is left out" });
  };
  const where = () =>
    `${chat?.place ?? ""}${chat !== undefined && top()?.role === "messages" ? chat.nextPlace() : top()?.name || "result.json"}`;

  const roleOf = (kind: ContainerKind): Role => {
    const parent = top();
    if (parent === undefined) return kind === "object" ? "root" : wrong("result.json", "an object", "a list");
    const { role, name } = parent;
    if (role === "root" && holders.has(name)) return kind === "object" ? "holder" : wrong(name, "an object with a list of chats", "a list");
    if ((role === "root" || role === "chat") && name === "messages")
      return kind === "array" ? "messages" : wrong(`${chat?.place ?? ""}messages`, "a list", "an object");
    if (role === "holder" && name === "list") return kind === "array" ? "list" : wrong(`${holder}.list`, "a list", "an object");
    if (role === "list") return kind === "object" ? "chat" : wrong(nextInList().trim(), "a chat", "a list");
    if (role === "root" && personal.has(name)) log.trap("personal-data-not-read", name);
    return "skip";
  };
  const wrong = (place: string, expected: string, found: string): Role => {
    log.fault({ where: place, expected, found });
    return "skip";
  };

  const scalar = (value: string | boolean | null | JsonNumber, flaws?: readonly TextFlaw[]) => {
    if (record !== undefined) return record.add(value, flaws);
    const frame = top();
    const found = typeof value === "string" ? "a text" : isNumber(value) ? "a number" : value === null ? "null" : "true or false";
    if (frame === undefined) log.fault({ where: "result.json", expected: "an object", found });
    else if (frame.role === "messages") {
      log.fault({ where: where(), expected: "a message", found });
      chat?.skip();
    } else if (frame.role === "list") log.fault({ where: nextInList().trim(), expected: "a chat", found });
    else if (frame.role === "root" || frame.role === "chat") member(frame.name, value, found);
  };

  const member = (name: string, value: string | boolean | null | JsonNumber, found: string) => {
    if (name === "messages" || (top()?.role === "root" && holders.has(name)))
      log.fault({ where: `${chat?.place ?? ""}${name}`, expected: "a list", found });
    if (name !== "name" && name !== "type" && name !== "id") return;
    const to = chat ?? openChat("");
    if (name === "id") {
      const digits = isNumber(value) ? value.digits : value;
      if (typeof digits === "string" && wholeForm.test(digits)) to.is({ id: digits });
      else log.fault({ where: `${to.place}id`, expected: "a whole number", found });
    } else if (typeof value === "string" && value !== "") to.is({ [name]: value });
    else if (value !== null && value !== "") log.fault({ where: `${to.place}${name}`, expected: "a text", found });
  };

  const handler: JsonHandler = {
    open(kind) {
      if (record !== undefined) return record.open(kind);
      if (top()?.role === "messages" && kind === "object") {
        record = createValueBuilder();
        return record.open(kind);
      }
      if (top()?.role === "messages") {
        log.fault({ where: where(), expected: "a message", found: "a list" });
        chat?.skip();
      }
      const role = top()?.role === "messages" ? "skip" : roleOf(kind);
      if (role === "holder") {
        account = true;
        holder = top()?.name ?? holder;
      } else if (role === "chat") openChat(nextInList());
      else if (role === "messages" && chat === undefined) openChat("");
      frames.push({ role, name: "" });
    },
    close() {
      if (record !== undefined) {
        record.close();
        if (record.value === undefined) return;
        if (isObject(record.value)) {
          const place = chat?.add(record.value);
          if (place !== undefined) noteFlaws(record.flaws, place, log);
        }
        record = undefined;
        return;
      }
      const role = frames.pop()?.role;
      if (role === "chat" || (role === "root" && !account)) finishChat();
    },
    name(text) {
      if (record !== undefined) return record.name(text);
      const frame = top();
      if (frame !== undefined) frame.name = text;
    },
    text: (value, flaws) => scalar(value, flaws),
    word: (value) => scalar(value),
    number: (digits) => scalar({ digits }),
    broken(expected, found) {
      log.fault({ where: record === undefined ? where() : (chat?.broken(record.root) ?? where()), expected, found });
      record = undefined;
    },
    cut() {
      const inside = record === undefined ? where() : (chat?.broken(record.root) ?? where());
      log.fault({ where: inside, expected: "the end of the export", found: "the end of the file before it" });
      log.trap("file-cut", inside);
      record = undefined;
    },
    found(landmark) {
      const inList = account || channels.size > 0;
      if (landmark === "chat") {
        finishChat();
        frames = (inList ? ["root", "holder", "list"] : []).map((role) => ({ role: role as Role, name: "" }));
      } else {
        if (chat === undefined) openChat(inList ? nextInList() : "");
        frames = (inList ? ["root", "holder", "list", "chat", "messages"] : ["root", "messages"]).map((role) => ({
          role: role as Role,
          name: "",
        }));
      }
      return frames.map(({ role }) => kindOfRole[role]);
    },
  };

  return {
    handler,
    finish() {
      finishChat();
      if (channels.size === 0 && log.faultCount() === 0)
        log.fault({ where: "result.json", expected: "a chat with messages, or a list of chats", found: "neither" });
      return { shape: account ? "account" : "single-chat", channels: [...channels.values()], counts };
    },
  };
}
