/**
 * Whether a text is a chat that WhatsApp exported, by the heads of its messages. Logs of programs begin lines in like ways:
 * a form that those have too must come with a sign that only the app leaves.
 */
import { readMessageHead } from "../../formats/whatsapp-chat/message-head.ts";

const linesLookedAt = 300;
/** In a text that begins in the middle of a message. */
const fewHeads = 3;
/** Marks of direction before what the app says; names of files that it gives; its placeholders. */
const signs =
  /[\u200e\u202f]|\bWA\d{4}\b|\d{8}-(?:PHOTO|VIDEO|AUDIO)-|<(?:Media|Medien|Multimedia) |end-to-end encrypted|\((?:file attached|файл добавлен)\)/;

/** `head` is the beginning of the file as text; in an encoding of single bytes, whatever its letters are. */
export function isWhatsAppChat(head: string): boolean {
  const lines = head.split("\n", linesLookedAt).filter((line) => line.trim() !== "");
  const heads = lines.map((line) => readMessageHead(line)).filter((found) => found !== undefined);
  const [first] = heads;
  if (first === undefined || !heads.some(({ rest }) => /\S/.test(rest))) return false;
  const fromTheStart = readMessageHead(lines[0] ?? "") !== undefined;
  if (!fromTheStart && heads.length < fewHeads) return false;
  // Between date and clock most locales have a comma, or a word; logs have a space.
  return /[,،]|\p{L}/u.test(first.words) || signs.test(head);
}
