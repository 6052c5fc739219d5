/** Traps of ZIP archives, and what no archive can tell. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type ZipTrap =
  | "zip-time-no-zone"
  | "name-guessed"
  | "name-leads-out"
  | "name-with-backslash"
  | "name-odd"
  | "name-doubled"
  | "name-cut"
  | "archive-in-archive"
  | "whatsapp-chat-inside"
  | "document-packed-as-zip"
  | "directory-missing"
  | "directory-disagrees"
  | "member-not-in-directory"
  | "bytes-before-archive"
  | "bytes-behind-archive"
  | "members-overlap"
  | "encrypted"
  | "method-unknown"
  | "link-member"
  | "far-larger-than-packed"
  | "too-many-members"
  | "checksum-differs";

const sentences: Readonly<Record<ZipTrap, string>> = {
  "zip-time-no-zone":
    "The archive gives times on the clock of whoever packed it, without a zone, in steps of two seconds. They are when a file was written, and often when it was downloaded or copied.",
  "name-guessed": "A name is not in the encoding that the archive says, or it says none: it is read as UTF-8 or as IBM code page 437.",
  "name-leads-out":
    "A name leads out of the archive (an absolute path, a drive, `..`). Such a name is made to harm; the member is kept under the rest of it.",
  "name-with-backslash": "A name has backslashes for its folders, against the format; they are read as slashes.",
  "name-odd": "A name holds a zero character: programs that stop there show another name.",
  "name-doubled": "Two members have the same name. Which one a program shows differs; both are kept, the later one with its number.",
  "name-cut": "A name is longer than is shown; its middle is left out.",
  "archive-in-archive": "An archive lies in the archive. One is opened by itself; archives deeper than that are kept whole.",
  "whatsapp-chat-inside":
    "A member is named as WhatsApp names an exported chat. It is an item of its own: its messages are read there, not here.",
  "document-packed-as-zip":
    "The file is a document or program that is packed as a ZIP archive (office document, e-book, app, web archive). It is kept whole and not taken apart.",
  "directory-missing":
    "The archive has no directory that can be read: it is cut or damaged. Members were looked for one by one, and the last ones may be missing.",
  "directory-disagrees":
    "The directory says of a member what its own header does not (name or method): programs differ in which they show.",
  "member-not-in-directory":
    "A member lies in the file that its directory does not list: most programs do not show it. It was deleted from the list, or hidden.",
  "bytes-before-archive": "Other bytes stand in front of the archive, such as a program or a picture.",
  "bytes-behind-archive": "Other bytes stand behind the end of the archive.",
  "members-overlap":
    "The bytes of two members lie over each other: so are archives made that unpack into more than any disk holds. The later one is not unpacked.",
  encrypted: "A member is encrypted. Unpack it with the password and collect the result, and say so.",
  "method-unknown": "A member is packed by a method that is not unpacked here.",
  "link-member": "A member is a link to another place, or no plain file. Where it leads is not followed.",
  "far-larger-than-packed": "A member unpacks into so much more than it takes that it looks made to fill the disk. It is not unpacked.",
  "too-many-members": "The archive has more members than are unpacked; the rest is counted.",
  "checksum-differs":
    "A member's bytes do not have the checksum or the length that the archive states. What could be unpacked is not passed off as the whole.",
};

export type ZipLog = ReadingLog<ZipTrap>;

export function createZipLog(): ZipLog {
  return createReadingLog<ZipTrap>((code) => sentences[code]);
}

export const zipCannotTell: readonly string[] = [
  "Who packed the archive, when, and what was left out of it.",
  "Whether its members are as they were: the checksum finds accidents, not changes.",
  "Which zone its clock was in, except where a member says its time in UTC.",
];
