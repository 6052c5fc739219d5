/**
 * Lists of links: one per line with words beside it, a browser's bookmarks, a shortcut to a page. Every line that is not
 * empty is a row, but for comments: they are counted and their words are shown among the traps, since why a link was kept
 * often stands in the line above.
 */
import type { SheetReading } from "../../core/analysis/reading-result.ts";
import { rowsFileName, type SheetRow } from "../../core/sheet/sheet-row.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { claimOfInstant, inReach } from "../../core/time/wall-clock.ts";
import type { ByteStream } from "../../core/vault/vault.port.ts";
import { linksInCell } from "../sheet/cell-links.ts";
import { createLinkSpellings } from "../sheet/link-spellings.ts";
import { createSheetLog, linkListCannotTell } from "../sheet/sheet-log.ts";
import { decodedText } from "../text-encoding/decoded-text.ts";
import type { MakeDecoder } from "../text-encoding/text-decoder.port.ts";
import { isCommentLine } from "./link-list-shape.ts";

const longestLine = 64 * 1024;
/** Words of a comment that are shown. */
const longestComment = 200;
const mostRows = 1_000_000;
/** One entry of a bookmark file, as every browser writes it. A tag that opens another one is none: that keeps the search linear. */
const bookmark = /<a\s([^<>]{1,8000})>([^<]{0,4000})/gi;
const hrefOf = /href\s{0,8}=\s{0,8}"([^"]{1,4000})"/i;
const addedOf = /add_date\s{0,8}=\s{0,8}"(\d{9,13})"/i;

export async function readLinkList(bytes: ByteStream, makeDecoder: MakeDecoder, write: (row: SheetRow) => void): Promise<SheetReading> {
  const log = createSheetLog();
  const noteLinks = createLinkSpellings(log);
  let rest = "";
  let lines = 0;
  let rows = 0;
  let links = 0;
  let passing = false;

  const take = (line: string) => {
    lines++;
    if (line.trim() === "") return;
    if (rows >= mostRows) return log.trap("rows-too-many", `line ${lines}`);
    if (line.length > longestLine) log.trap("cell-cut", `line ${lines}`);
    if (isCommentLine(line)) {
      log.trap("comment-line", `line ${lines}: ${commentShown(line)}`);
      if (linksInCell(line.slice(0, longestLine), false).length > 0) log.trap("comment-with-link", `line ${lines}`);
      return;
    }
    const cell = line.slice(0, longestLine).toWellFormed();
    const means = meaningOf(cell, lines);
    if (/^\w+:\/\/[^/\s]*@/.test(cell.trim())) log.trap("credentials-in-link", `line ${lines}`);
    rows++;
    links += means.links.length;
    noteLinks(means.links, `line ${lines}`);
    write({ row: lines, cells: [cell], means });
  };

  for await (const piece of decodedText(bytes, makeDecoder, ({ label, by }) => {
    if (by === "guess") log.trap("encoding-guessed", label);
  })) {
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? "";
    for (const line of parts) {
      if (!passing) take(line);
      passing = false;
    }
    if (rest.length > longestLine) {
      // A line without end: its beginning counts, the rest is passed over until it ends.
      if (!passing) take(rest);
      passing = true;
      rest = "";
    }
  }
  if (!passing && rest !== "") take(rest.replace(/\r$/, ""));
  if (rows === 0) log.fault({ where: "whole file", expected: "lines with links", found: "none" });
  return {
    kind: "sheet",
    format: "link-list",
    columns: [""],
    rowsFile: rowsFileName,
    counts: { rows, links },
    cannotTell: [...linkListCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

/** Without a name and password before a host: traps are shown to more people than the file is. */
function commentShown(line: string): string {
  return line
    .trim()
    .slice(0, longestComment)
    .replace(/:\/\/[^/\s]*@/g, "://")
    .toWellFormed();
}

function meaningOf(line: string, number: number): SheetRow["means"] {
  const marks = [...line.matchAll(bookmark)];
  if (marks.length > 0) {
    const added = marks.flatMap(([, attributes]) => addedOf.exec(attributes ?? "")?.[1] ?? []);
    const title = plainText(marks[0]?.[2] ?? "").trim();
    return {
      links: marks
        .map(([, attributes]) => plainText(hrefOf.exec(attributes ?? "")?.[1] ?? ""))
        .filter((href) => /^(?:https?|ftp):/i.test(href)),
      times: added.flatMap((digits) => addedAt(digits, number)),
      places: [],
      ...(title === "" ? {} : { title }),
      files: [],
      hashes: [],
    };
  }
  const links = linksInCell(line, true);
  const [first] = links;
  const words = (first === undefined ? line : line.replace(first, " ")).replace(/^\s*(?:-|\*|\d{1,6}[.)])\s*/, "").trim();
  return { links, times: [], places: [], ...(words === "" ? {} : { text: words }), files: [], hashes: [] };
}

/** When a browser's user kept the page: of the page itself it says only that it was there. */
function addedAt(digits: string, line: number): TimeClaim[] {
  const ms = Number(digits) * (digits.length > 11 ? 1 : 1000);
  return inReach(ms) ? [claimOfInstant({ means: "captured", verbatim: digits, basis: `line ${line} ADD_DATE` }, ms)] : [];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function plainText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] as string);
}
