/** Traps of sheets, and what no sheet can tell. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type SheetTrap =
  | "encoding-guessed"
  | "bytes-not-in-encoding"
  | "header-missing"
  | "lines-above-header"
  | "header-doubled"
  | "header-empty"
  | "ragged-row"
  | "quote-open"
  | "quote-inside"
  | "cell-cut"
  | "date-ambiguous"
  | "zone-unknown"
  | "date-not-read"
  | "date-impossible"
  | "date-serial-number"
  | "place-not-read"
  | "figures-no-place"
  | "formula-cell"
  | "formula-like"
  | "formula-escaped"
  | "hidden-direction-marks"
  | "rows-too-many"
  | "python-not-literal"
  | "archiver-python-values"
  | "archiver-nothing-archived"
  | "archiver-time-of-archiving"
  | "archiver-upload-time-as-utc"
  | "archiver-hash-unnamed"
  | "atlos-radius"
  | "atlos-one-place"
  | "atlos-removed-at-source"
  | "atlos-sensitive"
  | "atlos-old-value-lost"
  | "hash-differs"
  | "file-not-held"
  | "link-two-spellings"
  | "links-not-compared"
  | "comment-line"
  | "comment-with-link"
  | "link-without-scheme"
  | "credentials-in-link";

const sentences: Readonly<Record<SheetTrap, string>> = {
  "encoding-guessed": "The file does not say in which encoding it is; letters outside ASCII are read by a guess and may be wrong.",
  "bytes-not-in-encoding": "Some bytes do not fit the file's encoding; they are shown as U+FFFD.",
  "header-missing":
    "The first line holds values and no names: columns have no names here, and what they mean is read from the cells alone.",
  "lines-above-header": "Lines stand above the header. They are kept with the file and are no rows.",
  "header-doubled": "Two columns have the same name. Both are kept; what is read out of a row takes the first that says something.",
  "header-empty": "A column has no name. Its cells are kept.",
  "ragged-row": "A row has another number of cells than the header. Its cells may stand one column off.",
  "quote-open": "A quote opens a cell and none closes it; it is read as a sign of the text.",
  "quote-inside": "Text stands behind the quote that closes a cell; both are kept as one.",
  "cell-cut": "A row holds more than is kept of one; the rest is left out here and kept in the file.",
  "date-ambiguous":
    "A date in figures can be read with the day or with the month first. Both readings stand; the cells of a column together may tell.",
  "zone-unknown": "Times have no zone: each is an interval over all zones. Ask whoever kept the sheet which clock they used.",
  "date-not-read": "A cell under a header that speaks of time is in no known form. It is kept as written.",
  "date-impossible": "A cell holds a date or a clock that there is not. It is kept as written, and no time is read out of it.",
  "date-serial-number":
    "A date is a spreadsheet's day number. Days are counted from 1900 or from 1904, which the cell does not say: both readings stand.",
  "place-not-read":
    "A cell under a header that speaks of coordinates is in no known form, or lies outside the globe. It is kept as written.",
  "figures-no-place": "Figures under a header that speaks of a place are no place, or no single one. They are kept as written.",
  "formula-cell":
    "A cell holds a formula. It is shown as text and never run; a spreadsheet would run it. An address in it is not counted as a link.",
  "formula-like": "A cell begins like a formula (with +, - or @) and may be words. It is shown as text; a spreadsheet would try to run it.",
  "formula-escaped":
    "A cell begins with an apostrophe before a sign such as - or =: a program guarded it against being run as a formula. Numbers are read without it.",
  "hidden-direction-marks": "A cell holds invisible marks that change the direction of writing: it can look other than it is.",
  "rows-too-many": "The sheet holds more rows than one reading can; those from here on are counted and not read.",
  "python-not-literal": "A cell that should hold what Python prints of its data does not; what could be read of it is used.",
  "archiver-python-values":
    "`metadata` and `media` hold what Python prints of its values, not JSON. They are read as text and never evaluated.",
  "archiver-nothing-archived": "The status says that nothing was archived of the link: the row is no copy of anything.",
  "archiver-time-of-archiving":
    "`_processed_at` and the archive date are when auto-archiver ran, never when something was posted or filmed.",
  "archiver-upload-time-as-utc":
    "auto-archiver writes the upload time as UTC without converting it: where a platform gave local time, it is off by that zone.",
  "archiver-hash-unnamed": "A hash stands without the name of its algorithm; it is told by its length.",
  "atlos-radius":
    "The place has the radius that Atlos gives its precision (Exact 10 m, Vicinity 100 m, Locality 1 km). Without a precision the place is taken as a Locality.",
  "atlos-one-place":
    "Atlos holds one place and one date per incident: for something that moved or lasted, both are somebody's choice of one.",
  "atlos-removed-at-source": "Marked “Deleted by Source”: somebody set that by hand. When it was gone, and who looked, is not told.",
  "atlos-sensitive": "Rows are marked as graphic or as showing personal information. Shield what they point to before anybody opens it.",
  "atlos-old-value-lost":
    "The export writes the old and the new value of a change under one name (`new_value`): which of the two stands there cannot be told.",
  "hash-differs": "A hash that the export states is not that of the file held beside it.",
  "file-not-held": "The export names a file that is not beside it.",
  "link-two-spellings":
    "Two rows name one link in two spellings. Both are kept as written; they are one thing at its source, not two that agree.",
  "links-not-compared": "There are more different links than are compared with each other: some may still be one in two spellings.",
  "comment-line": "A line is a comment (it begins with #, ; or //). It is no row and is kept with the file.",
  "comment-with-link": "A comment holds a link, such as one that somebody took out of the list. It is not counted among the links.",
  "link-without-scheme": "A link has no https:// in front; it is kept as written.",
  "credentials-in-link": "A link holds a name and password before its host. It is not shown in full; anybody with the sheet has them.",
};

export type SheetLog = ReadingLog<SheetTrap>;

export function createSheetLog(): SheetLog {
  return createReadingLog<SheetTrap>((code) => sentences[code]);
}

export const sheetCannotTell: readonly string[] = [
  "Who wrote a cell, when, and what stood there before: a sheet saved as text keeps no history.",
  "What was hidden, coloured, merged, filtered or commented in the spreadsheet.",
  "What a formula was: only what it showed when the sheet was saved.",
  "Whether a number, a date or a leading zero was changed by the program that saved it.",
  "On which ground a place, a date or a status stands, unless a cell says so.",
];

export const archiverCannotTell: readonly string[] = [
  "Whether a post had more media than were taken, and what failed quietly: the status names a module and says no more than that it ended well.",
  "Which account was logged in, and what it could see that others could not.",
  "Whether the files named are the ones held here, unless their hashes agree.",
  "Where and when anything was filmed.",
];

export const atlosCannotTell: readonly string[] = [
  "How certain the place and the date are beyond one of three radii.",
  "More than one place or date of an incident; a span of time.",
  "Who says so and on what basis: comments and explanations stand in updates.json of the full export alone.",
  "Whether a link still leads to what was seen, and which archived file it became.",
];

export const linkListCannotTell: readonly string[] = [
  "Why a link was kept, by whom and when.",
  "Whether anything is still there: nothing was asked.",
];
