/** Messages of a page as posts. A joined message takes its sender from the one above; what is missing is said. */
import type { Post } from "../../core/post/post.ts";
import { attribute, attributeWords, closest, elementsBelow, findBelow, isElement, type PageElement, textOf } from "../article/page-tree.ts";
import type { PostSink } from "../reading-log/post-sink.ts";
import { readShown } from "./message-media.ts";
import { claimOfDay, type PageDay, readDayLine, readTitleTime } from "./message-time.ts";
import { wordsOf } from "./message-words.ts";
import type { TelegramHtmlLog } from "./telegram-html-log.ts";

const overrides = /[\u202d\u202e\u2066-\u2068]/;
const idForm = /^message(-?\d{1,20})$/;
/** Beyond so many messages of a page an id used twice is no longer noticed. */
const idsKept = 1_000_000;

export interface MessageReader {
  take(message: PageElement, broken: string | undefined): void;
  /** Messages met, read or not. */
  seen(): number;
}

export function createMessageReader(sink: PostSink, log: TelegramHtmlLog): MessageReader {
  let count = 0;
  let day: PageDay | undefined;
  let author: string | undefined;
  let forwarded: string | undefined;
  let last: bigint | undefined;
  const ids = new Set<bigint>();

  const noteId = (id: string, where: string) => {
    const number = BigInt(id);
    if (ids.has(number))
      log.fault({ where: `${where} id`, expected: "an id that no other message of the page has", found: "one used before" });
    else if (ids.size < idsKept) ids.add(number);
    if (last !== undefined && number < last) log.trap("ids-out-of-order", where);
    last = number;
  };

  const service = (message: PageElement, id: string | undefined, where: string): Post | undefined => {
    const body = findBelow(message, (one) => attributeWords(one, "class").includes("body"));
    const words = body === undefined ? "" : textOf(body);
    const line = readDayLine(words);
    // Lines between days count down from -1; a statement has the id of its message.
    if (line !== undefined && (id === undefined || id.startsWith("-"))) {
      day = line;
      return undefined;
    }
    author = undefined;
    forwarded = undefined;
    log.trap("statement-has-day-only", where);
    return {
      id: id ?? where,
      channelId: "chat",
      posted: day === undefined ? "unknown" : claimOfDay(day, `the day line above ${where}`),
      text: "",
      entities: [],
      media: readShown(message, where, log).media,
      service: words,
    };
  };

  const message = (element: PageElement, id: string | undefined, where: string): Post => {
    const below = elementsBelow(element);
    const forward = below.find(
      (one) => attributeWords(one, "class").includes("forwarded") && attributeWords(one, "class").includes("body"),
    );
    const find = (name: string) => below.find((one) => attributeWords(one, "class").includes(name));
    const own = (name: string) =>
      below.find(
        (one) =>
          attributeWords(one, "class").includes(name) && (forward === undefined || closest(one, (up) => up === forward) === undefined),
      );
    const name = own("from_name");
    const joined = attributeWords(element, "class").includes("joined");
    if (name !== undefined) author = textOf(name);
    else if (!joined) author = undefined;
    else log.trap(author === undefined ? "author-in-earlier-page" : "author-from-message-above", where);
    const signature = find("signature");
    const words = find("text");
    const { text, entities } = words === undefined ? { text: "", entities: [] } : wordsOf(words);
    if (overrides.test(text)) log.trap("hidden-direction-marks", where);
    if (text.includes("\ufffd")) log.trap("bytes-not-in-encoding", where);
    if (entities.some(({ start, end, href }) => showsAnother(text.slice(start, end), href))) log.trap("link-shows-another-address", where);
    const things = readForward(forward, where);
    const shown = readShown(element, where, log);
    if (find("reactions") !== undefined) log.trap("reactions-not-kept", where);
    const carries = [...things, ...shown.things];
    const replyTo = readReply(find("reply_to"), where);
    const writer = signature === undefined ? author : textOf(signature);
    return {
      id: id ?? where,
      channelId: "chat",
      ...(writer === undefined || writer === "" ? {} : { author: writer }),
      posted: readTime(own("date"), where),
      text,
      entities,
      ...(forward === undefined ? {} : { forwardedFrom: { displayName: forwarded ?? "", resolved: false as const } }),
      ...(replyTo === undefined ? {} : { replyTo }),
      media: shown.media,
      ...(carries.length === 0 ? {} : { carries }),
    };
  };

  const readTime = (clock: PageElement | undefined, where: string): Post["posted"] => {
    const words = clock === undefined ? undefined : attribute(clock, "title");
    const read = words === undefined ? undefined : readTitleTime(words, "posted", `${where} date title`);
    if (read === undefined) {
      const found = words === undefined ? "nothing" : "a text that is none";
      log.fault({ where: `${where} date title`, expected: "a date such as 14.09.2024 16:20:00 UTC+03:00", found });
      return "unknown";
    }
    log.trap(read.offsetMinutes === undefined ? "zone-unknown" : "exporter-offset", where);
    return read.claim;
  };

  /** The name and date of the original, where the page repeats them. */
  const readForward = (body: PageElement | undefined, where: string): { kind: string; said: string }[] => {
    if (body === undefined) {
      forwarded = undefined;
      return [];
    }
    const name = findBelow(body, (one) => attributeWords(one, "class").includes("from_name"));
    const date = name === undefined ? undefined : findBelow(name, (one) => attributeWords(one, "class").includes("date"));
    if (name !== undefined)
      forwarded = name.children
        .filter((child) => !isElement(child))
        .join("")
        .trim();
    log.trap(forwarded === undefined || forwarded === "" ? "forward-name-hidden" : "forward-name-only", where);
    const said = date === undefined ? undefined : (attribute(date, "title") ?? textOf(date));
    if (said === undefined || said === "") return [];
    log.trap("forward-date", where);
    return [{ kind: "forwarded-date", said: said.slice(0, 100) }];
  };

  const readReply = (reply: PageElement | undefined, where: string): string | undefined => {
    if (reply === undefined) return undefined;
    const link = findBelow(reply, ({ name }) => name === "a");
    const id = /go_to_message(-?\d{1,20})/.exec(link === undefined ? "" : (attribute(link, "href") ?? ""))?.[1];
    if (id !== undefined) return id;
    log.trap("reply-to-other-chat", where);
    return "a message of another chat";
  };

  return {
    seen: () => count,
    take(element, broken) {
      count++;
      const id = idForm.exec(attribute(element, "id") ?? "")?.[1];
      const where = id === undefined ? `message number ${count}` : `message ${id}`;
      if (broken !== undefined) {
        log.fault({ where, expected: "a whole message", found: broken });
        if (broken.startsWith("the end of the file")) log.trap("file-cut", where);
      }
      const isService = attributeWords(element, "class").includes("service");
      if (id === undefined && !isService) log.fault({ where: `${where} id`, expected: "an id such as message12", found: "none" });
      if (id !== undefined && !id.startsWith("-")) noteId(id, where);
      const post = isService ? service(element, id, where) : message(element, id, where);
      if (post !== undefined && !sink.write(post)) log.trap("answer-full", where);
    },
  };
}

/** Whether the words of a link are themselves an address, of another host than the target. */
function showsAnother(words: string, href: string | undefined): boolean {
  if (href === undefined || words.length > 300 || !/^(?:https?:\/\/)?[^\s/]+\.[^\s/.]{2,}(?:\/\S*)?$/i.test(words.trim())) return false;
  const host = (address: string) =>
    address
      .trim()
      .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, "")
      .replace(/[/?#].*$/s, "")
      .replace(/^www\./i, "")
      .toLowerCase();
  return host(words) !== host(href);
}
