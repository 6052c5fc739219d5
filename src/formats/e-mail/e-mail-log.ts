/** Traps of e-mails, and what no e-mail can tell. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type EMailTrap =
  | "date-by-sender"
  | "date-missing"
  | "date-not-read"
  | "field-doubled"
  | "from-by-sender"
  | "from-name-holds-address"
  | "reply-goes-elsewhere"
  | "received-chain"
  | "received-missing"
  | "signature-not-checked"
  | "results-not-checked"
  | "html-only"
  | "html-remote"
  | "charset-unknown"
  | "bytes-not-in-encoding"
  | "encrypted"
  | "message-in-message"
  | "boundary-missing"
  | "boundary-open"
  | "too-deep"
  | "too-many-parts"
  | "header-broken"
  | "header-cut"
  | "transfer-unknown"
  | "name-hides-type"
  | "hidden-direction-marks"
  | "text-cut"
  | "file-cut"
  | "attachment-time";

const sentences: Readonly<Record<EMailTrap, string>> = {
  "date-by-sender": "`Date` is what the sender's machine said, and anybody can write it. The Received lines are written by others.",
  "date-missing": "The message has no date.",
  "date-not-read": "The date is in no known form. It is kept as written.",
  "field-doubled": "A field that stands once stands twice; programs differ in which they show. The first one is shown.",
  "from-by-sender": "`From` is what the sender wrote. Without a check of the signature (DKIM) by the receiving server it proves nothing.",
  "from-name-holds-address": "The sender's shown name holds an address other than the one it came from.",
  "reply-goes-elsewhere": "Answers go to another address than the one in `From`.",
  "received-chain":
    "Each server puts its Received line on top. The last one that you can trust is that of your own server; whatever stands below it may be made up.",
  "received-missing": "No server has put a Received line on it: it is a draft, a copy of a sent message, or was written by hand.",
  "signature-not-checked": "A DKIM signature stands in it. It was not checked: that needs the key that the domain published then.",
  "results-not-checked":
    "Results of checks (SPF, DKIM, DMARC) stand in it as some server stated them. They were not checked, and anybody can write such a line.",
  "html-only": "The message has no plain text; the words are those of its HTML, without its looks.",
  "html-remote": "Its HTML would fetch pictures from elsewhere, and tell the sender that it was opened. Nothing was fetched.",
  "charset-unknown": "A part is in an encoding that is not known here, or says none; it is read by a guess.",
  "bytes-not-in-encoding": "Some bytes do not fit the encoding that a part says; they are shown as U+FFFD.",
  encrypted: "A part is encrypted (S/MIME or OpenPGP). It is kept as it is.",
  "message-in-message": "Another message lies inside, as it was forwarded. Its fields are what whoever forwarded it hands on.",
  "boundary-missing": "A part with parts does not say what parts them.",
  "boundary-open": "The last part has no end: the message is cut, or parts are missing.",
  "too-deep": "Parts lie deeper in each other than is read.",
  "too-many-parts": "The message has more parts than are read.",
  "header-broken": "The header stops being one before its empty line; what follows is read as the body.",
  "header-cut": "The header is longer than is read.",
  "transfer-unknown": "A part travelled in an encoding that is not known here; it is not taken out.",
  "name-hides-type":
    "The name of an attachment ends in two endings, or has marks that turn the direction of writing: it looks like another sort of file.",
  "hidden-direction-marks": "The text holds invisible marks that change the direction of writing: words can look other than they are.",
  "text-cut": "The text is longer than is kept here; all of it is in the file.",
  "file-cut": "The file is larger than is read as one message.",
  "attachment-time": "Times that an attachment states were given by the sender's program.",
};

export type EMailLog = ReadingLog<EMailTrap>;

export function createEMailLog(): EMailLog {
  return createReadingLog<EMailTrap>((code) => sentences[code]);
}

export const eMailCannotTell: readonly string[] = [
  "Who wrote it: names and addresses are what the sender's program said.",
  "When it was written or sent, beyond what the servers on its way say.",
  "Whether it arrived, was opened, or is one of several versions.",
  "Whether its signature held when it came: the key may be gone from the domain by now.",
  "Whether a copy saved by a mail program is byte for byte what came.",
];
