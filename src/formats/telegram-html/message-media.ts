/** Files and other things that a message of a page shows: links to files beside the page, or the exporter's words in their place. */
import type { PostMedia, PostThing } from "../../core/post/post.ts";
import { attribute, attributeWords, elementsBelow, isElement, type PageElement, textOf } from "../article/page-tree.ts";
import type { TelegramHtmlLog } from "./telegram-html-log.ts";

const wraps: Readonly<Record<string, string>> = {
  photo_wrap: "photo",
  video_file_wrap: "video",
  animated_wrap: "animation",
  sticker_wrap: "sticker",
};
const files: ReadonlyMap<string, string> = new Map([
  ["media_voice_message", "voice"],
  ["media_audio_file", "audio"],
  ["media_photo", "photo"],
  ["media_video", "video"],
  ["media_file", "file"],
]);
/** What the title says where the class does not. */
const titled: ReadonlyMap<string, string> = new Map([
  ["video message", "round-video"],
  ["sticker", "sticker"],
  ["animation", "animation"],
]);
const mostMedia = 100;

export interface MessageShows {
  readonly media: PostMedia[];
  readonly things: PostThing[];
}

export function readShown(message: PageElement, where: string, log: TelegramHtmlLog): MessageShows {
  const media: PostMedia[] = [];
  const things: PostThing[] = [];
  for (const element of elementsBelow(message)) {
    if (media.length + things.length >= mostMedia) break;
    const classes = attributeWords(element, "class");
    const wrap = classes.find((name) => Object.hasOwn(wraps, name));
    if (wrap !== undefined) {
      const length = durationOf(element, "video_duration");
      media.push({ ...fileAt(attribute(element, "href"), wraps[wrap] ?? "file", where, log), ...length });
      const thumb = elementsBelow(element).find(({ name }) => name === "img");
      const src = thumb === undefined ? undefined : attribute(thumb, "src");
      if (src !== undefined) media.push(fileAt(src, "thumbnail", where, log));
    } else if (classes.includes("media")) readMedia(element, classes, { media, things }, where, log);
    else if (classes.includes("media_poll")) things.push({ kind: "poll", said: textOf(element).slice(0, 4000) });
    else if (classes.includes("bot_button")) things.push({ kind: "button", said: buttonWords(element) });
  }
  return { media, things };
}

function readMedia(
  element: PageElement,
  classes: readonly string[],
  { media, things }: MessageShows,
  where: string,
  log: TelegramHtmlLog,
): void {
  const part = (name: string) => {
    const found = elementsBelow(element).find((one) => attributeWords(one, "class").includes(name));
    return found === undefined ? undefined : textOf(found);
  };
  const [title, description, status] = [part("title"), part("description"), part("status")];
  const sort = classes.find((name) => name.startsWith("media_")) ?? "media_file";
  const href = attribute(element, "href");
  const words = [title, description, status]
    .filter((one) => one !== undefined && one !== "")
    .join("; ")
    .slice(0, 2000);
  if (!files.has(sort)) {
    const kind = sort.replace(/^media_/, "").replaceAll("_", "-");
    things.push({ kind, said: [words, href].filter((one) => one !== undefined && one !== "").join("; ") });
    return;
  }
  const role = titled.get((title ?? "").toLowerCase()) ?? files.get(sort) ?? "file";
  if (href === undefined) {
    log.trap("media-not-in-export", where);
    media.push({ state: "not-in-export", role, said: words === "" ? "nothing in place of a path" : words });
    return;
  }
  media.push({ ...fileAt(href, role, where, log), ...durationOf(element, "status") });
}

function fileAt(href: string | undefined, role: string, where: string, log: TelegramHtmlLog): PostMedia {
  if (href === undefined) {
    log.trap("media-not-in-export", where);
    return { state: "not-in-export", role, said: "nothing in place of a path" };
  }
  const leaves = href.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(href) || href.includes("\0") || href.split(/[/\\]/).includes("..");
  if (!leaves) return { state: "in-export", role, path: href.slice(0, 2000) };
  log.trap("media-path-leaves-export", where);
  return { state: "not-in-export", role, said: href.slice(0, 2000) };
}

/** "00:32" or "1:02:03", alone or before a size. */
function durationOf(element: PageElement, name: string): { durationSec?: number } {
  const found = elementsBelow(element).find((one) => attributeWords(one, "class").includes(name));
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:,|$)/.exec(found === undefined ? "" : textOf(found));
  return match === null ? {} : { durationSec: Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]) };
}

function buttonWords(element: PageElement): string {
  const link = element.children.find((child) => isElement(child) && child.name === "a");
  const href = link !== undefined && isElement(link) ? attribute(link, "href") : undefined;
  return [textOf(element), href]
    .filter((one) => one !== undefined && one !== "")
    .join("; ")
    .slice(0, 2000);
}
