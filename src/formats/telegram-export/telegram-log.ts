/** The traps of Telegram Desktop's export, and what the format cannot tell. Facts: docs/formats/telegram-desktop.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type TelegramTrap =
  | "zone-unknown"
  | "exporter-offset"
  | "dates-disagree"
  | "edited-at-epoch"
  | "edited-before-posted"
  | "forward-name-only"
  | "forward-name-hidden"
  | "saved-from-name-only"
  | "reply-to-other-chat"
  | "media-not-in-export"
  | "thumbnail-not-in-export"
  | "media-path-leaves-export"
  | "album-guessed"
  | "author-name-missing"
  | "chat-name-missing"
  | "chat-unknown"
  | "reactions-not-kept"
  | "via-bot"
  | "self-destruct"
  | "unsupported-message"
  | "text-fields-disagree"
  | "link-shows-another-address"
  | "hidden-direction-marks"
  | "ids-out-of-order"
  | "personal-data-not-read"
  | "escape-not-json"
  | "bytes-not-in-encoding"
  | "encoding-unexpected"
  | "answer-full"
  | "file-cut";

const sentences: Readonly<Record<TelegramTrap, string>> = {
  "zone-unknown":
    "`date` is the local time of the computer that exported, without a zone, and there is no `date_unixtime` beside it: each time is an interval from UTC+14 to UTC-12. Ask who exported, and in which zone.",
  "exporter-offset":
    "`date` and `date_unixtime` differ by the offset of the exporting computer's clock. It says where that computer was set to be, not where the channel, the sender or the event was.",
  "dates-disagree": "`date` and `date_unixtime` differ by an amount that is no zone's offset: one of them was changed or damaged.",
  "edited-at-epoch":
    "`edited` is the first day of 1970, which old exporters write for a message that was never edited. Read as not edited.",
  "edited-before-posted": "The time of editing lies before the time of posting, which a server would not write.",
  "forward-name-only":
    "`forwarded_from` is a display name that its owner can change. The export names neither the channel it came from, nor the original post, nor its date.",
  "forward-name-hidden":
    "`forwarded_from` is empty: the message was forwarded from somebody whose name is hidden or whose account is gone.",
  "saved-from-name-only": "`saved_from` is a display name; it is counted here and not kept.",
  "reply-to-other-chat": "A reply names a message of another chat (`reply_to_peer_id`). That chat need not be in this export.",
  "media-not-in-export": "Instead of a path the exporter wrote a sentence: the post had this file, and the export does not hold it.",
  "thumbnail-not-in-export": "The preview picture was left out of the export.",
  "media-path-leaves-export":
    "A media path leaves the export's own folder or is an address. It is not followed; the media counts as not in the export.",
  "album-guessed":
    "The export has no album id. Neighbouring posts with media in the same second by the same sender are marked as one album: a guess.",
  "author-name-missing":
    "The sender has no name (a deleted account, or a name the exporter could not see); the sender's id stands instead.",
  "chat-name-missing": "A chat has no name in the export; its id stands instead.",
  "chat-unknown": "Messages were found whose chat is damaged or not named; they stand under a chat called unknown.",
  "reactions-not-kept": "Reactions are counted here and not kept: they are those at the time of export, and change.",
  "via-bot": "A bot made the message (`via_bot`): the sender did not type it.",
  "self-destruct": "The media was set to disappear (`self_destruct_period_seconds`).",
  "unsupported-message": "The exporter did not know this kind of message and wrote only its id: no date, no sender, no content.",
  "text-fields-disagree":
    "`text` and `text_entities` hold different words. `text` is shown; the file was not written by the exporter as it stands.",
  "link-shows-another-address": "A link shows one address and points to another.",
  "hidden-direction-marks": "The text holds invisible marks that change the direction of writing: words can look other than they are.",
  "ids-out-of-order": "Message ids do not rise: the file was put together or changed after the export.",
  "personal-data-not-read":
    "The export also holds data of the account's owner (contacts, sessions and the like). It is kept with the file and not read.",
  "escape-not-json": "Control characters are written as \\xNN, which JSON does not have; the exporter does that. Read as meant.",
  "bytes-not-in-encoding":
    "Some bytes do not fit the file's encoding, or the text holds replacement characters; those places are shown as U+FFFD.",
  "encoding-unexpected":
    "The file is not UTF-8, or begins with a mark, and the exporter writes neither: another program has written it again.",
  "answer-full":
    "The export holds more messages than one reading can: those from here on are counted and not read. Export the chat again in shorter spans of time.",
  "file-cut": "The file ends before its last list does: later messages are missing, and how many is not known.",
};

export type TelegramLog = ReadingLog<TelegramTrap> & {
  offset(minutes: number, where: string): void;
  reactions(count: number, where: string): void;
};

export function createTelegramLog(): TelegramLog {
  const offsets = new Map<number, number>();
  let reactions = 0;
  const log = createReadingLog<TelegramTrap>((code) => {
    if (code === "exporter-offset") return `${sentences[code]} Seen: ${shownOffsets(offsets)}.`;
    if (code === "reactions-not-kept") return `${sentences[code]} Reactions in all: ${reactions}.`;
    if (code === "zone-unknown" && offsets.size > 0)
      return `${sentences[code]} Other messages of this file show ${shownOffsets(offsets)}: a hint, no proof.`;
    return sentences[code];
  });
  return {
    ...log,
    offset(minutes, where) {
      offsets.set(minutes, (offsets.get(minutes) ?? 0) + 1);
      log.trap("exporter-offset", where);
    },
    reactions(count, where) {
      reactions += count;
      log.trap("reactions-not-kept", where);
    },
  };
}

function shownOffsets(offsets: ReadonlyMap<number, number>): string {
  const shown = [...offsets].sort(([a], [b]) => a - b).slice(0, 8);
  return shown.map(([minutes, count]) => `${offsetWords(minutes)} (${count})`).join(", ");
}

function offsetWords(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export const telegramCannotTell: readonly string[] = [
  "From which channel, post and date a forwarded message came: only a display name is written.",
  "Which posts made one album: there is no album id.",
  "How often a post was seen, and what a post said before it was edited.",
  "Which messages were deleted before the export, or left out by the dates or kinds chosen for it.",
  "The channel's address (@name) or a link to a post: only an id and the display name at the time of export.",
  "When a picture or video was recorded: the post's time is the time of posting, and Telegram removes the metadata of most media.",
  "Whether the file was changed after the export: nothing in it is signed.",
];
