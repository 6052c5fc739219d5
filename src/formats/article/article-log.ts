/** The traps of saved pages and plain text, and what they cannot tell. Facts: docs/formats/saved-article.md. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type ArticleTrap =
  | "published-disagree"
  | "modified-disagree"
  | "modified-before-published"
  | "zone-unknown"
  | "date-ambiguous"
  | "date-only-in-words"
  | "no-date"
  | "titles-disagree"
  | "outlets-disagree"
  | "canonical-disagree"
  | "byline-as-written"
  | "main-part-uncertain"
  | "no-article-found"
  | "parts-left-out"
  | "hidden-text-left-out"
  | "several-articles-described"
  | "caption-says-archive"
  | "picture-inside-page"
  | "picture-elsewhere"
  | "picture-path-leaves-folder"
  | "quote-unclosed"
  | "encoding-guessed"
  | "encoding-disagrees"
  | "bytes-not-in-encoding"
  | "hidden-direction-marks"
  | "nesting-flattened"
  | "page-cut"
  | "saved-by-script-browser"
  | "web-archive-bundle";

const sentences: Readonly<Record<ArticleTrap, string>> = {
  "published-disagree": "The page states more than one time of publishing. One is shown; compare the places.",
  "modified-disagree": "The page states more than one time of change. One is shown; compare the places.",
  "modified-before-published": "The stated time of change lies before the stated time of publishing.",
  "zone-unknown": "A stated time has no zone: it is an interval from UTC+14 to UTC-12.",
  "date-ambiguous": "A date in figures can be read with the day or with the month first: both readings are one interval.",
  "date-only-in-words": "The only date is in the visible words; what it is the date of is not said by any markup.",
  "no-date": "The page states no time of publishing that can be read.",
  "titles-disagree": "Heading, shared title and described headline differ: outlets change titles after publishing.",
  "outlets-disagree": "The page names more than one publisher.",
  "canonical-disagree": "The page names more than one address as its own: it may be a copy of another page.",
  "byline-as-written": "The author line is kept as written; which part is a person and which an outlet is not decided.",
  "main-part-uncertain": "Which part of the page is the article was chosen by where the text is, or among several: check against the page.",
  "no-article-found": "No running text was found. The page may be a list, a player, or filled in by a program when it is shown.",
  "parts-left-out": "Parts that by their kind or name are not the article (menus, asides, footers, notices) were left out.",
  "hidden-text-left-out": "Text that the page hides was left out.",
  "several-articles-described": "The page's own description holds more than one article; the one whose headline fits is used.",
  "caption-says-archive":
    "A caption or credit says archive, file picture or illustration: by the outlet's own words the picture may show something else.",
  "picture-inside-page": "A picture is written into the page itself; it is named by its kind and length only.",
  "picture-elsewhere": "A picture is not beside the page: it is known by its address, which is never fetched.",
  "picture-path-leaves-folder": "A picture's path leads out of the page's folder. It is not followed.",
  "quote-unclosed": "A quotation mark opens and does not close in its paragraph; the quote runs to the paragraph's end.",
  "encoding-guessed": "The file does not say its encoding and is not UTF-8: it was guessed from the letters.",
  "encoding-disagrees": "The file says one encoding and its bytes are another.",
  "bytes-not-in-encoding":
    "Some bytes do not fit the encoding, or the text holds replacement characters; those places are shown as U+FFFD.",
  "hidden-direction-marks": "The text holds invisible marks that change the direction of writing: words can look other than they are.",
  "nesting-flattened": "The page nests deeper than any honest page; what lies deeper was read without its structure.",
  "page-cut": "The page is larger than what is read; the rest was left out.",
  "saved-by-script-browser":
    "A comment says from where, or with what, the page was saved. It was written by the program that saved, not by the outlet.",
  "web-archive-bundle": "The file is a bundle (MHTML): it is read as it stands, without taking it apart.",
};

export type ArticleLog = ReadingLog<ArticleTrap>;

export function createArticleLog(): ArticleLog {
  return createReadingLog<ArticleTrap>((code) => sentences[code]);
}

export const pageCannotTell: readonly string[] = [
  "Whether the page looked like this when it was published, or what it said before: only the saved state is here.",
  "When it was saved, and by whom: no part of a saved page proves that.",
  "Whether stated times are right: they are the outlet's own words, and its systems change them.",
  "What a program would have added or removed when the page was shown: scripts are never run.",
  "When and where its pictures were made: captions and credits are statements of the outlet.",
];

export const plainTextCannotTell: readonly string[] = [
  "Where the text is from: a plain text has no address, no publisher and no date but those in its words.",
  "Which line is a title, an author or a date: lines are taken as such by their place and shape only.",
  "Whether it is whole, or was changed after it was copied.",
];
