/** The traps of X's archives and saved posts, and what they cannot tell. Facts: docs/formats/x-posts.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type XTrap =
  | "id-time-disagrees"
  | "id-without-time"
  | "no-posted-time"
  | "repost-truncated"
  | "text-truncated"
  | "text-unescaped"
  | "owner-not-named"
  | "author-not-in-file"
  | "media-not-in-export"
  | "media-name-derived"
  | "edited-chain"
  | "note-is-not-the-post"
  | "place-tagged"
  | "link-shows-another-address"
  | "hidden-direction-marks"
  | "deleted-post"
  | "bytes-not-in-encoding"
  | "encoding-unexpected"
  | "answer-full"
  | "file-cut";

const sentences: Readonly<Record<XTrap, string>> = {
  "id-time-disagrees":
    "The id of a post carries the moment it was made, and `created_at` states another. One of them was changed, or they are of different posts; an id is harder to invent than a date.",
  "id-without-time": "An id from before 4 November 2010 was counted one by one and carries no time.",
  "no-posted-time": "`created_at` is not in the record. Only the time that the id carries is there, where it carries one.",
  "repost-truncated": "A repost is kept as a shortened text under the name of the one who reposted. The original is not in the file.",
  "text-truncated": "The record says that its text is shortened (`truncated`).",
  "text-unescaped": "X writes &, < and > as &amp;, &lt; and &gt; in the text. They are shown as what is meant.",
  "owner-not-named":
    "The archive's posts do not name their account: it stands in `account.js` beside them. Only the owner of an account can get such an archive.",
  "author-not-in-file": "The author is an id without a name in this file.",
  "media-not-in-export": "The post had a picture or clip, and this file gives an address and not the file.",
  "media-name-derived":
    "The archive does not say under which name a file lies. The name is put together from the post's id and the address of the media, as archives have it.",
  "edited-chain": "The post has more than one version. Each has its own id; what the others say is not in this record.",
  "note-is-not-the-post": "A note is the long text of a post. Its id is its own and not the post's.",
  "place-tagged": "The record holds a place. It is where the author or the device said to be when posting, not where anything was filmed.",
  "link-shows-another-address": "A link is shown shortened or as another address than its target.",
  "hidden-direction-marks": "The text holds invisible marks that turn the direction of writing: words can look other than they are.",
  "deleted-post": "The post was deleted by its author. The archive holds it for a time; the public does not see it.",
  "bytes-not-in-encoding": "Some bytes do not fit the file's encoding, or the text holds replacement characters; they are shown as U+FFFD.",
  "encoding-unexpected": "The file is not UTF-8, or begins with a mark, and X writes neither: another program has written it again.",
  "answer-full": "The file holds more posts than one reading can: those from here on are counted and not read.",
  "file-cut": "The file ends before its list does: later posts are missing, and how many is not known.",
};

export type XLog = ReadingLog<XTrap>;

export function createXLog(): XLog {
  return createReadingLog<XTrap>((code) => sentences[code]);
}

export const xCannotTell: readonly string[] = [
  "Whether the post was ever public, and whether it is still there.",
  "Whether the record was changed: it is plain JSON, and nothing in it is signed. The id is the one thing in it that is hard to invent to a moment.",
  "Who stands behind the account: names are those of the day of saving, and can be changed.",
  "When and where a picture or clip was recorded: times are of posting, and X removes the metadata.",
  "What an edited post said in its other versions.",
  "What a reposted or quoted post says, where it is not in the same file.",
];
