/** The traps of WhatsApp's chat text, and what the format cannot tell. Facts: docs/formats/whatsapp.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type WhatsAppTrap =
  | "zone-unknown"
  | "date-order-by-figures"
  | "date-order-by-sequence"
  | "date-order-unknown"
  | "half-of-day-unknown"
  | "several-forms"
  | "head-in-text"
  | "begins-mid-message"
  | "time-goes-back"
  | "sender-uncertain"
  | "media-not-in-export"
  | "media-words-unknown"
  | "media-path-leaves-export"
  | "edited-no-time"
  | "deleted-message"
  | "hidden-direction-marks"
  | "line-cut"
  | "bytes-not-in-encoding"
  | "encoding-unexpected"
  | "encoding-guessed"
  | "last-line-open"
  | "answer-full";

const sentences: Readonly<Record<WhatsAppTrap, string>> = {
  "zone-unknown":
    "The heads of messages carry no zone: date and clock are those of the phone that exported, as it was set then. Each time is an interval from UTC+14 to UTC-12, to the minute where no seconds are written. Ask who exported, and in which zone.",
  "date-order-by-figures":
    "Dates are bare figures. The order of day and month was settled by messages of this file with a figure over 12; it holds for all others as far as the file is one export.",
  "date-order-by-sequence":
    "Dates are bare figures and no figure over 12 settles which is the day. Only one order lets the messages stand in order of time, and that one was taken: strong, and no proof.",
  "date-order-unknown":
    "Dates are bare figures, and nothing in this file settles which is the day and which the month. Both readings stand in every such time; ask which language and region the phone was set to.",
  "half-of-day-unknown":
    "The clock counts to twelve, and the word for the half of the day is in no list here. Both halves stand in every such time.",
  "several-forms":
    "Heads of messages are written in more than one form. One export writes one: the file was put together, or text in it was made to look like messages.",
  "head-in-text":
    "A line looks like the head of a message and is not written as this export writes them, or names no day. It was read as part of the message before it. Anybody can type such a line.",
  "begins-mid-message": "The file begins in the middle of a message: what came before is missing.",
  "time-goes-back":
    "A message is dated a day or more before the one above it. The app orders by arrival, so a phone that was off explains some; a file that was put together or changed explains others.",
  "sender-uncertain":
    "A statement of the app holds a colon, and what stands before it could be taken for a sender. It was read as a statement.",
  "media-not-in-export": "In place of a file the exporter wrote words: the message had one, and the export does not hold it.",
  "media-words-unknown":
    "Words in angle brackets stand where other exports say that media is left out, in a language that is in no list here. They were read so; a person can have typed them.",
  "media-path-leaves-export": "A file's name is a path. It is not followed; the media counts as not in the export.",
  "edited-no-time": "The message was edited. When, and what it said before, is not in the export.",
  "deleted-message": "A message was deleted before the export: only that it was there, when and whose, is left.",
  "hidden-direction-marks": "The text holds invisible marks that turn the direction of writing: words can look other than they are.",
  "line-cut": "A line is longer than a million characters; the rest of it is left out.",
  "bytes-not-in-encoding": "Some bytes do not fit the file's encoding, or the text holds replacement characters; they are shown as U+FFFD.",
  "encoding-unexpected": "The file is not UTF-8, or begins with a mark, and the app writes neither: another program has written it again.",
  "encoding-guessed": "The file is not UTF-8 and names no encoding. It was read in the one that its letters look like: a guess.",
  "last-line-open": "The last line does not end, and the app ends every line: the file was cut off or changed.",
  "answer-full": "The chat holds more messages than one reading can: those from here on are counted and not read.",
};

export type WhatsAppLog = ReadingLog<WhatsAppTrap> & {
  /** How the dates of the file are read, for the sentences that say so. */
  order(words: string): void;
};

export function createWhatsAppLog(): WhatsAppLog {
  const orders = new Set<string>();
  const log = createReadingLog<WhatsAppTrap>((code) =>
    code === "date-order-by-figures" || code === "date-order-by-sequence"
      ? `${sentences[code]} Read here: ${[...orders].join("; ")}.`
      : sentences[code],
  );
  return { ...log, order: (words) => void orders.add(words) };
}

export const whatsAppCannotTell: readonly string[] = [
  "In which zone its clock is: neither the sender's nor the exporter's zone is written anywhere.",
  "Who a sender is: a name is what the exporting phone's contacts call a number, or a name that its owner chose.",
  "Whether a line that looks like the head of a message was written by the app or typed inside a message.",
  "What was deleted, what an edited message said before, and who read what: the export holds what that phone showed that day.",
  "Which message an answer answers, and where a forwarded message came from: neither is written.",
  "When a picture or video was recorded: the time is that of the message, and the app removes most metadata.",
  "Whether all messages are there: an export with media stops at a number of messages, and does not say so.",
  "Whether the file was changed after the export: it is plain text, and nothing in it is signed.",
];
