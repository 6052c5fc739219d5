/** What stands behind a message's head: who wrote, what, which files, and what the exporter put in their place. */
import type { PostMedia, PostThing } from "../../core/post/post.ts";
import { attachedWords, comparable, deletedWords, editedWords, omittedKinds, omittedWords } from "./exporter-words.ts";
import type { WhatsAppLog } from "./whatsapp-log.ts";

export interface MessageBody {
  readonly text: string;
  readonly media: PostMedia[];
  readonly things: PostThing[];
  readonly service: string | undefined;
}

const direction = "\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069";
const leadingMark = new RegExp(`^[${direction}]`);
const overrides = /[\u202d\u202e]/;
/** Names that the apps give: Android's own, and iOS with the message's number in front. */
const appName = /^(?:(?:IMG|VID|PTT|AUD|STK|DOC|GIF)-\d{8}-WA\d+|\d{8}-(?:PHOTO|VIDEO|AUDIO|STICKER|GIF|DOC)[-\w]*)\.\w{1,8}$/i;
const androidFile = new RegExp(`^[${direction}]*(?<name>[^\\n/\\\\<>:]{1,255}\\.[A-Za-z0-9]{1,8}) \\((?<words>[^()\\n]{1,60})\\)$`, "u");
const iosFile = new RegExp(`[${direction}]?<(?<label>[^<>:：\\n]{1,40})[:：] ?(?<name>[^<>\\n]{1,255}\\.[A-Za-z0-9]{1,8})>$`, "u");
const bracketed = new RegExp(`^[${direction}]*<(?<words>[^<>\\n]{3,80})>[${direction}]*$`, "u");
const edited = new RegExp(`\\s?[${direction}]?<(?<words>[^<>\\n]{3,60})>[${direction}]?$`, "u");
const place = /https?:\/\/(?:maps\.google\.com|www\.google\.com\/maps)\/?\?q=(-?\d{1,3}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)/;

export function readBody(written: string, where: string, log: WhatsAppLog): MessageBody {
  const things: PostThing[] = [];
  const media: PostMedia[] = [];
  const marked = leadingMark.test(written);
  if (overrides.test(written)) log.trap("hidden-direction-marks", where);
  const said = withoutEdited(written, things, where, log);
  const point = place.exec(said);
  if (point !== null) things.push({ kind: "location", said: `${point[1]}, ${point[2]}` });
  if (deletedWords.has(comparable(said))) {
    log.trap("deleted-message", where);
    return { text: "", media, things, service: said.replace(leadingMark, "").trim() };
  }
  const text = withoutMarkers(said, marked, media, where, log);
  // iOS sets a mark of direction before everything that the app itself says.
  if (marked && media.length === 0 && things.length === 0 && text !== "")
    return { text: "", media, things, service: text.replace(leadingMark, "") };
  return { text, media, things, service: undefined };
}

function withoutEdited(written: string, things: PostThing[], where: string, log: WhatsAppLog): string {
  const found = edited.exec(written);
  const words = found?.groups?.["words"];
  if (found === null || words === undefined || !editedWords.has(comparable(words))) return written;
  log.trap("edited-no-time", where);
  things.push({ kind: "edited", said: `<${words}>` });
  return written.slice(0, found.index);
}

/** Takes out what the exporter put for a file, and leaves what a person wrote beside it. */
function withoutMarkers(said: string, marked: boolean, media: PostMedia[], where: string, log: WhatsAppLog): string {
  const end = said.indexOf("\n");
  const first = end < 0 ? said : said.slice(0, end);
  const rest = end < 0 ? "" : said.slice(end + 1);
  const attached = androidFile.exec(first)?.groups;
  const name = attached?.["name"] ?? "";
  if (attached !== undefined && (marked || appName.test(name) || attachedWords.has(comparable(attached["words"] ?? "")))) {
    media.push(fileNamed(name.replace(leadingMark, ""), where, log));
    return rest;
  }
  const omitted = bracketed.exec(first)?.groups?.["words"];
  if (omitted !== undefined && iosFile.exec(first) === null) {
    if (!omittedWords.has(comparable(omitted))) log.trap("media-words-unknown", where);
    log.trap("media-not-in-export", where);
    media.push({ state: "not-in-export", role: "file", said: `<${omitted}>` });
    return rest;
  }
  const kind = marked ? omittedKinds.get(comparable(first)) : undefined;
  if (kind !== undefined) {
    log.trap("media-not-in-export", where);
    media.push({ state: "not-in-export", role: kind, said: comparable(first) });
    return rest;
  }
  const lines = said.split("\n");
  const kept = lines.map((line) => {
    const file = iosFile.exec(line);
    const named = file?.groups?.["name"] ?? "";
    if (file === null || !(appName.test(named) || /^[\u200e\u200f]/.test(file[0]))) return line;
    media.push(fileNamed(named, where, log));
    return line.slice(0, file.index);
  });
  return media.length === 0 ? said : kept.join("\n").trim();
}

function fileNamed(name: string, where: string, log: WhatsAppLog): PostMedia {
  const role = roleOf(name);
  if (/[/\\\0]/.test(name) || name === ".." || name.startsWith("..")) {
    log.trap("media-path-leaves-export", where);
    return { state: "not-in-export", role, said: name };
  }
  return { state: "in-export", role, path: name };
}

function roleOf(name: string): string {
  if (/^PTT-|^\d{8}-AUDIO/i.test(name) || /\.opus$/i.test(name)) return "voice";
  if (/^STK-|^\d{8}-STICKER|\.webp$/i.test(name)) return "sticker";
  if (/^\d{8}-GIF|^GIF-/i.test(name)) return "animation";
  if (/\.(jpe?g|png|heic)$/i.test(name)) return "photo";
  if (/\.(mp4|mov|3gp|m4v)$/i.test(name)) return "video";
  if (/\.(mp3|m4a|aac|ogg|oga|wav|amr)$/i.test(name)) return "audio";
  return /\.vcf$/i.test(name) ? "contact-card" : "file";
}
