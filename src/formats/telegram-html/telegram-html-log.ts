/** The traps of Telegram Desktop's pages, and what the format cannot tell. Facts: docs/formats/telegram-html.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type TelegramHtmlTrap =
  | "zone-unknown"
  | "exporter-offset"
  | "statement-has-day-only"
  | "author-in-earlier-page"
  | "author-from-message-above"
  | "forward-name-only"
  | "forward-name-hidden"
  | "forward-date"
  | "reply-to-other-chat"
  | "media-not-in-export"
  | "media-path-leaves-export"
  | "reactions-not-kept"
  | "hidden-direction-marks"
  | "link-shows-another-address"
  | "ids-out-of-order"
  | "other-pages"
  | "chat-name-missing"
  | "bytes-not-in-encoding"
  | "encoding-unexpected"
  | "answer-full"
  | "file-cut";

const sentences: Readonly<Record<TelegramHtmlTrap, string>> = {
  "zone-unknown":
    "The clock of a message is the local time of the computer that exported, without a zone, as older versions write it: each time is an interval from UTC+14 to UTC-12. Ask who exported, and in which zone.",
  "exporter-offset":
    "The zone beside a time is that of the computer that exported. It says where that computer was set to be, not where the channel, the sender or the event was.",
  "statement-has-day-only":
    "Statements (joined, pinned and the like) carry no time: only the day of the line above them, in the exporting computer's zone.",
  "author-in-earlier-page": "A message is joined to one by the same sender on the page before, and this page does not name the sender.",
  "author-from-message-above": "Messages joined to the one above name no sender; they stand under that one's.",
  "forward-name-only":
    "A forwarded message shows a display name that its owner can change: neither the channel it came from nor the original post is named.",
  "forward-name-hidden": "A forwarded message shows no name: it is hidden, or stands on the page before.",
  "forward-date": "A forwarded message shows the date of the original, which the JSON export leaves out. It is kept in the page's words.",
  "reply-to-other-chat": "A reply names a message of another chat, and not which.",
  "media-not-in-export": "In place of a file stand the exporter's words: the post had this file, and the export does not hold it.",
  "media-path-leaves-export":
    "A link to a file leaves the export's own folder or is an address. It is not followed; the media counts as not in the export.",
  "reactions-not-kept": "Reactions are counted here and not kept: they are those at the time of export, and change.",
  "hidden-direction-marks": "The text holds invisible marks that turn the direction of writing: words can look other than they are.",
  "link-shows-another-address": "A link shows one address and points to another.",
  "ids-out-of-order": "Message ids do not rise: the page was put together or changed after the export.",
  "other-pages": "The chat goes on in other pages of the export, each of which is an item of its own. A page alone is not the chat.",
  "chat-name-missing": "The page does not name its chat.",
  "bytes-not-in-encoding": "Some bytes do not fit the file's encoding, or the text holds replacement characters; they are shown as U+FFFD.",
  "encoding-unexpected":
    "The page is not UTF-8, or begins with a mark, and the exporter writes neither: another program has written it again.",
  "answer-full": "The page holds more messages than one reading can: those from here on are counted and not read.",
  "file-cut": "The page ends inside a message: later messages are missing, and how many is not known.",
};

export type TelegramHtmlLog = ReadingLog<TelegramHtmlTrap>;

export function createTelegramHtmlLog(): TelegramHtmlLog {
  return createReadingLog<TelegramHtmlTrap>((code) => sentences[code]);
}

export const telegramHtmlCannotTell: readonly string[] = [
  "The chat's id and its address (@name), and a sender's id: the pages show display names alone.",
  "That a message was edited, and what it said before: the pages do not show it, the JSON export does.",
  "From which channel and post a forwarded message came: only a display name and a date are shown.",
  "When a statement such as a joining or a pinning was made: only on which day.",
  "Which posts made one album, and how often a post was seen.",
  "Which messages were deleted before the export, or left out by the dates or kinds chosen for it.",
  "When a picture or video was recorded: the time is that of posting, and Telegram removes the metadata of most media.",
  "Whether the page was changed after the export: it is text that any editor changes, and nothing in it is signed.",
];
