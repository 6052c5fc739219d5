/** What an e-mail carries as files: attachments, pictures inside its HTML, forwarded messages. Each with a harmless path of its own. */
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import type { EMailLog } from "./e-mail-log.ts";
import { fieldText, parameterText } from "./field-text.ts";
import type { MimePart } from "./mime-part.ts";
import { transferDecode } from "./transfer-decode.ts";

export interface Attachment {
  /** "part 2.1". */
  readonly where: string;
  readonly path: string;
  readonly type: string;
  /** What the sender's program says of when it was written, as it stands. */
  readonly stated?: string;
  /** Undefined when it travelled in an encoding that is not known. */
  readonly bytes: () => Uint8Array | undefined;
}

const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "video/mp4": "mp4",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "application/pdf": "pdf",
  "application/zip": "zip",
  "message/rfc822": "eml",
  "text/html": "html",
  "text/plain": "txt",
  "text/calendar": "ics",
  "text/csv": "csv",
};
const longestName = 200;
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;

export function attachmentsOf(message: MimePart, makeDecoder: MakeDecoder, log: EMailLog): Attachment[] {
  const taken = new Map<string, number>();
  return leaves(message)
    .filter((part) => isFile(part))
    .map((part): Attachment => {
      const name = nameOf(part, makeDecoder);
      const where = part.place === "" ? "the message itself" : `part ${part.place}`;
      if (directionMarks.test(name) || /\.(?:pdf|docx?|xlsx?|jpe?g|png|mp4|txt)\s*\.\w{2,4}$/i.test(name))
        log.trap("name-hides-type", where);
      if (part.type === "message/rfc822") log.trap("message-in-message", where);
      const path = freshPath(harmless(name) || `part ${part.place}.${endings[part.type] ?? "bin"}`, part.place, taken);
      const stated = part.dispositionParameters.get("modification-date") ?? part.dispositionParameters.get("creation-date");
      if (stated !== undefined) log.trap("attachment-time", where);
      return {
        where,
        path,
        type: part.type,
        ...(stated === undefined ? {} : { stated }),
        bytes: () => transferDecode(part.body, part.transfer),
      };
    });
}

/** Parts that hold no parts, in their order. */
export function leaves(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
}

/** A text that is shown is no file, unless the sender says that it is. */
export function isFile(part: MimePart): boolean {
  if (part.type.startsWith("multipart/")) return false;
  const named = part.dispositionParameters.has("filename") || part.typeParameters.has("name");
  if (part.disposition === "attachment" || named) return true;
  return part.place !== "" && part.type !== "text/plain" && part.type !== "text/html";
}

function nameOf(part: MimePart, makeDecoder: MakeDecoder): string {
  const said = part.dispositionParameters.get("filename") ?? part.typeParameters.get("name");
  if (said !== undefined) return parameterText(said, makeDecoder);
  if (part.type !== "message/rfc822") return "";
  const head = String.fromCharCode(...part.body.subarray(0, 16 * 1024));
  const subject = /^subject:([^\r\n]{1,500})/im.exec(head)?.[1]?.trim() ?? "";
  const words = fieldText(subject, makeDecoder).trim();
  return words === "" ? "" : `${words.slice(0, longestName - 10)}.eml`;
}

/** A single name: what would be folders becomes part of it. */
function harmless(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\\/\0\r\n\t]+/g, "_")
    .replace(/^[.\s_]+/, "")
    .trimEnd();
  return plain.length <= longestName ? plain : `${plain.slice(0, longestName - 30)}…${plain.slice(-29)}`.toWellFormed();
}

function freshPath(path: string, place: string, taken: Map<string, number>): string {
  const times = (taken.get(path) ?? 0) + 1;
  taken.set(path, times);
  return times === 1 ? path : `${path} (${place})`;
}

/** For words that are shown in one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
