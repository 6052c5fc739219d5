/** What a text is: an export, a saved page, plain words, or something that we keep and cannot read. */
import { looksLikeAtlosJson } from "../../formats/atlos/atlos-json-kind.ts";
import { isEMail } from "../../formats/e-mail/e-mail-shape.ts";
import { isLinkList } from "../../formats/link-list/link-list-shape.ts";
import { isSheet } from "../../formats/sheet/sheet-shape.ts";
import { looksLikeGeoJson } from "../../formats/geojson/geojson-kind.ts";
import { isKml } from "../../formats/kml/kml-kind.ts";
import { readOpeningBytes } from "../../formats/text-encoding/byte-order-mark.ts";
import type { ByteReader } from "./byte-reader.ts";
import { archiveAssignment, holdsPosts } from "../../formats/x-posts/archive-assignment.ts";
import { savedPostShape } from "./saved-post-shape.ts";
import { telegramShape } from "./telegram-shape.ts";
import { isWhatsAppChat } from "./whatsapp-shape.ts";

export interface TextKind {
  readonly kind: "document" | "unknown";
  readonly container: string;
  readonly says: string;
  /** False for what no reader takes. */
  readonly readable: boolean;
}

/** Undefined when the bytes are not text. `head` is the beginning of the file. */
export async function textKind(bytes: ByteReader, head: Buffer): Promise<TextKind | undefined> {
  const text = decodeText(head, head.length === bytes.size);
  if (text === undefined)
    return head.includes(0) ? undefined : inOlderEncoding(bytes, head.toString("latin1").trimStart(), head.length === bytes.size);
  const start = text.trimStart();
  if (isWhatsAppChat(start)) return whatsAppChat;
  const archive = archiveOf(start);
  if (archive !== undefined) return archive;
  if (/^[[{]/.test(start) && looksLikeAtlosJson(start)) return atlosJson;
  if (start.startsWith("{")) {
    const posts = await postsInJson(bytes);
    if (posts !== undefined) return posts;
    // Last: a post may hold a point as GeoJSON has it.
    if (looksLikeGeoJson(start)) return geoJson;
    return unreadable("json", "JSON data of a kind that no reader here knows");
  }
  if (start.startsWith("[")) return looksLikeJson(start) ? unreadable("json", "JSON data of a kind that no reader here knows") : plain;
  if (/^(#EXTM3U|ffconcat version|\[playlist\])/i.test(start) || /^v=0\r?\no=/.test(start))
    return unreadable("playlist", "a playlist: it names other files and holds no pictures or sound itself");
  if (isHtml(start)) return pageOf(start);
  // A sheet may have its links first: only what is no sheet is a list of them.
  const asSheet = isSheet(start, head.length === bytes.size);
  if (!asSheet && isLinkList(start)) return linkList;
  if (isKml(start)) return kml;
  if (/^(<\?|<svg|<MPD|<rss|<feed|<kml|<gpx|<x:)/i.test(start)) return unreadable("xml", "XML data of a kind that no reader here knows");
  if (isEMail(start)) return eMail;
  if (/^(From:|MIME-Version:|Snapshot-Content-Location:)/i.test(start) && /multipart\/related/i.test(start.slice(0, 4000)))
    return unreadable("mhtml", "a page saved as MHTML, which no reader here takes: save it as HTML or as text");
  if (/^WEBVTT\b/.test(start) || /^1\r?\n\d\d:\d\d:\d\d,\d{3} --> /.test(start)) return unreadable("subtitles", "subtitles");
  return asSheet ? sheet : plain;
}

const readable = (container: string, says: string): TextKind => ({ kind: "document", container, says, readable: true });
const unreadable = (container: string, says: string): TextKind => ({ kind: "document", container, says, readable: false });
const plain = readable("plain-text", "plain text");
const sheet = readable("sheet", "a sheet saved as text");
const eMail = readable("e-mail", "an e-mail");
const linkList = readable("link-list", "a list of links");
const atlosJson = readable("atlos-json", "a file of an Atlos export");
const savedPage = readable("html", "a saved web page");
const telegramPage = readable("telegram-html", "a page of a Telegram Desktop export");
const xArchive = readable("x-archive-js", "posts of an X archive");
const kml = readable("kml", "places for Google Earth and the like (KML)");
const geoJson = readable("geojson", "places as GeoJSON");
const whatsAppChat = readable("whatsapp-text", "the text of a WhatsApp chat");

/** By the classes that the exporter gives; nobody's saved page of an article has them. */
function pageOf(start: string): TextKind {
  const exported = /class="page_(?:wrap|header|body)/.test(start) && /class="message (?:default|service)[ "]/.test(start);
  return exported ? telegramPage : savedPage;
}

function archiveOf(start: string): TextKind | undefined {
  const assignment = archiveAssignment(start);
  if (assignment === undefined) return undefined;
  return holdsPosts(assignment) ? xArchive : unreadable("x-archive-data", "a list of an X archive that holds no posts");
}

async function postsInJson(bytes: ByteReader): Promise<TextKind | undefined> {
  const shape = await telegramShape(bytes);
  if (shape !== undefined) return readable("telegram-desktop-json", `a Telegram Desktop export (${shape})`);
  const saved = await savedPostShape(bytes);
  if (saved === undefined) return undefined;
  return readable(saved, saved === "yt-dlp-json" ? "a description that yt-dlp wrote" : "saved posts of X");
}

/**
 * Tags, names and figures are readable in any encoding of single bytes, such as windows-1251, and in a file that was cut
 * off inside a character; pages say inside which encoding it is.
 */
async function inOlderEncoding(bytes: ByteReader, start: string, whole: boolean): Promise<TextKind | undefined> {
  if (isHtml(start)) return pageOf(start);
  if (start.startsWith("{")) return postsInJson(bytes);
  const archive = archiveOf(start);
  if (archive !== undefined) return archive;
  if (isWhatsAppChat(start)) return whatsAppChat;
  if (controlCode.test(start)) return undefined;
  if (isEMail(start)) return eMail;
  return isSheet(start, whole) ? sheet : undefined;
}

/** Codes that text does not hold. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controlCode = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** Text, when every byte is: UTF-8 without control codes, or UTF-16 that says so by its mark or by its zeros. */
function decodeText(head: Buffer, whole: boolean): string | undefined {
  if (head.length === 0) return undefined;
  const encoding = readOpeningBytes(head)?.encoding ?? "utf-8";
  try {
    // The beginning of a longer file may end inside a character: `stream` lets that pass.
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
    return controlCode.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The first tag decides, after comments and declarations; a text that speaks of HTML further down stays text. */
function isHtml(start: string): boolean {
  const bare = start.replace(/^(\s*(<!--[\s\S]*?-->|<\?xml[^>]*\?>))+\s*/, "").slice(0, 2000);
  return /^<!doctype\s+html|^<(html|head|body|title|meta|article|main|div|p|h1)[\s>]/i.test(bare);
}

function looksLikeJson(start: string): boolean {
  return /^\[\s*(\{|\[|"|\]|-?\d[\d.eE+-]*\s*[,\]]|true|false|null)/.test(start);
}
