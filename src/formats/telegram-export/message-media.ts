/** Files that a message names. A sentence in brackets instead of a path means: the post had it, the export does not hold it. */
import type { PostMedia } from "../../core/post/post.ts";
import type { Fields } from "./fields.ts";

const roles: Readonly<Record<string, string>> = {
  sticker: "sticker",
  video_message: "round-video",
  voice_message: "voice",
  animation: "animation",
  video_file: "video",
  audio_file: "audio",
};

/** The exporter's sentences, alone or after a file name; any other text in brackets as a whole is taken for one too. */
const sentence = /^\(.*\)$|\((?:File|Photo|Video|Media) (?:not included|exceeds maximum size|unavailable)[^()]*\)$/s;

export function readMessageMedia(fields: Fields): PostMedia[] {
  const media: PostMedia[] = [];
  const photo = readPath(fields, "photo", "photo");
  if (photo !== undefined) media.push(photo);
  const file = readPath(fields, "file", fileRole(fields));
  if (file !== undefined) media.push({ ...file, ...details(fields) });
  const thumbnail = readPath(fields, "thumbnail", "thumbnail");
  if (thumbnail?.state === "in-export") media.push(thumbnail);
  const card = readPath(fields, "contact_vcard", "contact-card");
  if (card !== undefined) media.push(card);
  return media;
}

function fileRole(fields: Fields): string {
  const type = fields.text("media_type");
  return type === undefined ? "file" : (roles[type] ?? type);
}

function details(fields: Fields): { mimeType?: string; durationSec?: number } {
  const mimeType = fields.text("mime_type");
  const durationSec = fields.number("duration_seconds");
  return { ...(mimeType === undefined ? {} : { mimeType }), ...(durationSec === undefined ? {} : { durationSec }) };
}

function readPath(fields: Fields, name: string, role: string): PostMedia | undefined {
  const said = fields.text(name);
  if (said === undefined) return undefined;
  if (said === "") {
    fields.fault(name, "a path or a sentence", "an empty text");
    return undefined;
  }
  if (sentence.test(said)) {
    fields.log.trap(name === "thumbnail" ? "thumbnail-not-in-export" : "media-not-in-export", `${fields.where} ${name}`);
    return { state: "not-in-export", role, said };
  }
  if (leavesExport(said)) {
    fields.log.trap("media-path-leaves-export", `${fields.where} ${name}`);
    return { state: "not-in-export", role, said };
  }
  return { state: "in-export", role, path: said };
}

function leavesExport(path: string): boolean {
  return path.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes("\0") || path.split(/[/\\]/).includes("..");
}
