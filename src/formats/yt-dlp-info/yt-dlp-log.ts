/** The traps of yt-dlp's description files, and what the format cannot tell. Facts: docs/formats/yt-dlp.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type YtDlpTrap =
  | "posted-day-only"
  | "no-posted-time"
  | "timestamp-by-extractor"
  | "upload-date-disagrees"
  | "epoch-is-fetching"
  | "fetched-before-posted"
  | "modified-later"
  | "released-later"
  | "keys-left-out"
  | "address-shortened"
  | "counts-at-fetching"
  | "location-by-uploader"
  | "comments-not-read"
  | "not-public"
  | "playlist-only"
  | "time-out-of-reach"
  | "hidden-direction-marks"
  | "bytes-not-in-encoding"
  | "encoding-unexpected"
  | "answer-full"
  | "file-cut";

const sentences: Readonly<Record<YtDlpTrap, string>> = {
  "posted-day-only":
    "`upload_date` is a day, not a moment: in UTC by yt-dlp's description. A site that shows only a day may mean its own zone's; the post can then lie some hours outside.",
  "no-posted-time": "Neither `timestamp` nor `upload_date` is there: when it was posted is not in this file.",
  "timestamp-by-extractor":
    "`timestamp` is what the site gave yt-dlp: for one site the posting, for another the becoming visible. It is not the time of filming.",
  "upload-date-disagrees": "`upload_date` is not the UTC day of `timestamp`: one is of another zone, was changed, or means another event.",
  "epoch-is-fetching": "`epoch` is when yt-dlp read the page, by the clock of the computer that ran it. It says nothing of posting.",
  "fetched-before-posted":
    "`epoch` lies before the time of posting: the clock of the computer that fetched was wrong, or a time was changed.",
  "modified-later": "The site says that the post was changed after it was posted. What it said before is not here.",
  "released-later": "A release time is given apart from the upload: a premiere or a stream planned ahead. It is kept in the file's words.",
  "keys-left-out":
    "The file holds addresses of formats, headers or cookies, which may let their bearer in. They stay in the original and are in no view; give the file to nobody without a look.",
  "address-shortened": "Parts of an address that look like keys or names of accounts were left out of the view. The original has them.",
  "counts-at-fetching": "Views and likes are those at the time of fetching.",
  "location-by-uploader": "`location` is what the uploader or the site wrote. It is no place of filming.",
  "comments-not-read": "The file holds comments. They are kept with the file and not read.",
  "not-public": "The post was not public when it was fetched (`availability`): who may see it is a condition of its use.",
  "playlist-only": "The file describes a list (a channel, a playlist) and not one post.",
  "time-out-of-reach": "A time lies outside what the field can mean.",
  "hidden-direction-marks": "The words hold invisible marks that turn the direction of writing: they can look other than they are.",
  "bytes-not-in-encoding": "The text holds replacement characters: something did not fit its encoding before it came here.",
  "encoding-unexpected": "The file is not UTF-8, or begins with a mark, and yt-dlp writes neither: another program has written it again.",
  "answer-full": "The list holds more posts than one reading can: those from here on are counted and not read.",
  "file-cut": "The file ends before its object does: members after that place are missing.",
};

export type YtDlpLog = ReadingLog<YtDlpTrap>;

export function createYtDlpLog(): YtDlpLog {
  return createReadingLog<YtDlpTrap>((code) => sentences[code]);
}

export const ytDlpCannotTell: readonly string[] = [
  "The moment of posting, where only `upload_date` is given: it is a day.",
  "When the clip was filmed, and where: dates are of the post, and `location` is what somebody wrote.",
  "Whether the clip beside it is what the site served: the file states neither size nor hash of what was downloaded.",
  "Who stands behind the account: names are those shown on the day of fetching, and can be changed.",
  "What the post said before it was changed, and whether it is still there.",
  "Whether the computer that fetched had its clock right: `epoch` is that clock's word.",
  "Whether the file was changed: it is plain JSON, and nothing in it is signed.",
];
