/**
 * Two exports of Telegram Desktop, in the shapes its exporter writes: a whole account with four
 * channels (with `date_unixtime`), and one chat by an older version (without). Both give `date` in
 * the wall clock of the computer that exported, and neither says which zone that was.
 */
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { runFfmpeg, REPRODUCIBLE } from "./ffmpeg.ts";
import { CHANNELS, NOT_INCLUDED, type ChannelPost, type PostMedia, type SampleChannel, type TextPart } from "./posts.ts";
import { withJpegComment } from "./jpeg-comment.ts";
import { COMMENT } from "./record.ts";
import { sharpStill, stillById } from "./stills.ts";

export const ACCOUNT_EXPORT = "telegram/DataExport_2024-09-16";
export const CHAT_EXPORT = "telegram/ChatExport_2024-09-14";

/** What the exports do not say: the zone of the computer that wrote each. */
export const EXPORTER_UTC_OFFSET_H = { account: 2, chat: 3 } as const;

/** The older export was made before the later posts and edits of its channel. */
export const CHAT_EXPORT_UTC_MS = Date.UTC(2024, 8, 14, 14, 30, 0);

interface Style {
  readonly utcOffsetH: number;
  readonly unixTime: boolean;
  /** Folder of the chat's media, relative to the export. */
  readonly mediaFolder: string;
  readonly until: number;
}

export interface WrittenPost {
  readonly export: string;
  readonly channelId: number;
  readonly postId: number;
  /** Paths of held media below the sample's folder, and of which sample file they are the same bytes. */
  readonly media: readonly { readonly path: string; readonly sameBytesAs: string | null }[];
}

/** Writes both folders; the files that posts carry must already be there. */
export async function writeTelegram(folder: string): Promise<WrittenPost[]> {
  const written: WrittenPost[] = [];
  const account = { utcOffsetH: EXPORTER_UTC_OFFSET_H.account, unixTime: true, until: Infinity };
  const list: object[] = [];
  for (const [i, channel] of CHANNELS.entries()) {
    list.push(await writeChat(folder, ACCOUNT_EXPORT, channel, { ...account, mediaFolder: `chats/chat_${i + 1}/` }, written));
  }
  const about =
    "Here is the data you requested. SYNTHETIC: made by a script in the form of such an export; no real account, channel or person.";
  await writeJson(join(folder, ACCOUNT_EXPORT, "result.json"), {
    about,
    chats: { about: "This page lists all chats of this export.", list },
  });

  const [first] = CHANNELS;
  if (!first) throw new Error("the sample has no channel");
  const style = { utcOffsetH: EXPORTER_UTC_OFFSET_H.chat, unixTime: false, until: CHAT_EXPORT_UTC_MS, mediaFolder: "" };
  await writeJson(join(folder, CHAT_EXPORT, "result.json"), await writeChat(folder, CHAT_EXPORT, first, style, written));
  return written;
}

const writeJson = (path: string, value: object) => writeFile(path, `${JSON.stringify(value, null, 1)}\n`);

async function writeChat(
  folder: string,
  exportFolder: string,
  channel: SampleChannel,
  style: Style,
  written: WrittenPost[],
): Promise<object> {
  const messages: object[] = [];
  for (const post of channel.posts) {
    if (post.utcMs > style.until) continue;
    const media = post.media ? await writeMedia(folder, exportFolder, style, post.media) : null;
    messages.push(messageOf(channel, post, style, media?.fields ?? {}));
    written.push({ export: exportFolder, channelId: channel.id, postId: post.id, media: media?.files ?? [] });
  }
  return { name: channel.name, type: "public_channel", id: channel.id, messages };
}

function messageOf(channel: SampleChannel, post: ChannelPost, style: Style, media: object): object {
  const clock = (key: string, utcMs: number) => ({
    [key]: new Date(utcMs + style.utcOffsetH * 3_600_000).toISOString().slice(0, 19),
    ...(style.unixTime ? { [`${key}_unixtime`]: String(utcMs / 1000) } : {}),
  });
  const edited = post.editedUtcMs !== undefined && post.editedUtcMs <= style.until ? clock("edited", post.editedUtcMs) : {};
  const who = { name: channel.name, id: `channel${channel.id}` };
  return {
    id: post.id,
    type: post.service ? "service" : "message",
    ...clock("date", post.utcMs),
    ...edited,
    ...(post.service ? { actor: who.name, actor_id: who.id, ...post.service } : { from: who.name, from_id: who.id }),
    ...(post.author ? { author: post.author } : {}),
    ...(post.forwardedFrom !== undefined ? { forwarded_from: post.forwardedFrom } : {}),
    ...(post.replyTo !== undefined ? { reply_to_message_id: post.replyTo } : {}),
    ...media,
    ...(post.location ? { location_information: post.location } : {}),
    text: compactText(post.text),
    text_entities: post.text.map((part) => (typeof part === "string" ? { type: "plain", text: part } : part)),
  };
}

/** The exporter writes a bare string when there is nothing but plain text. */
function compactText(parts: readonly TextPart[]): string | readonly TextPart[] {
  if (parts.length === 0) return "";
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : parts;
}

interface WrittenMedia {
  readonly fields: object;
  readonly files: { path: string; sameBytesAs: string | null }[];
}

async function writeMedia(folder: string, exportFolder: string, style: Style, media: PostMedia): Promise<WrittenMedia> {
  if (media.kind === "photo") return writePhoto(folder, exportFolder, style, media.still, media.name);
  const shape = {
    ...(media.mediaType ? { media_type: media.mediaType } : {}),
    mime_type: media.mimeType,
    ...(media.durationS ? { duration_seconds: media.durationS } : {}),
    ...(media.size ? { width: media.size[0], height: media.size[1] } : {}),
  };
  if (media.kind === "not-included") {
    return { fields: { file: NOT_INCLUDED, file_name: media.name, file_size: media.bytes, ...shape }, files: [] };
  }
  const path = `${style.mediaFolder}${media.folder}/${media.name}`;
  const full = join(folder, exportFolder, path);
  await mkdir(dirname(full), { recursive: true });
  await copyFile(join(folder, media.from), full);
  const files = [{ path: `${exportFolder}/${path}`, sameBytesAs: media.from }];
  let thumbnail = {};
  if (media.mimeType.startsWith("video/")) {
    await runFfmpeg(["-i", full, "-frames:v", "1", "-vf", "scale=320:-2", "-q:v", "6", ...REPRODUCIBLE, `${full}_thumb.jpg`]);
    await writeFile(`${full}_thumb.jpg`, withJpegComment(await readFile(`${full}_thumb.jpg`), COMMENT));
    thumbnail = { thumbnail: `${path}_thumb.jpg`, thumbnail_file_size: (await stat(`${full}_thumb.jpg`)).size };
    files.push({ path: `${exportFolder}/${path}_thumb.jpg`, sameBytesAs: "" });
  }
  const size = (await stat(full)).size;
  const fields = { file: path, file_name: basename(media.from), file_size: size, ...thumbnail, ...shape };
  return { fields, files: files.map((f) => ({ ...f, sameBytesAs: f.sameBytesAs || null })) };
}

/** Photos lose their metadata on the way through the platform: nothing is written but what they are. */
async function writePhoto(folder: string, exportFolder: string, style: Style, stillId: string, name: string): Promise<WrittenMedia> {
  const still = stillById(stillId);
  const path = `${style.mediaFolder}photos/${name}`;
  const full = join(folder, exportFolder, path);
  await mkdir(dirname(full), { recursive: true });
  const bytes = withJpegComment(await sharpStill(still).jpeg({ quality: 78 }).toBuffer(), COMMENT);
  await writeFile(full, bytes);
  const { width, height } = still.view;
  return {
    fields: { photo: path, photo_file_size: bytes.length, width, height },
    files: [{ path: `${exportFolder}/${path}`, sameBytesAs: null }],
  };
}
