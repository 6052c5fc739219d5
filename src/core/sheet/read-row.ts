/**
 * What a row of a sheet states, cell by cell, under the roles of its columns. Nothing here replaces the cells: they are
 * kept verbatim, and every meaning is one that the row states, never a fact.
 */
import { Digest } from "../hash/digest.ts";
import type { GraphicLevel } from "../item/item.ts";
import type { NormalisedLink } from "../link/link.ts";
import { type CoordinateRemark, type CoordinatesRead, readCoordinates, readLatitudeLongitude } from "../place/read-coordinates.ts";
import type { PlaceClaim } from "../place/region.ts";
import { type DateCellRead, readDateCell } from "../time/read-date-cell.ts";
import type { TimeClaim, TimeMeaning } from "../time/time-claim.ts";
import { isDoubtful, levelOfWords } from "./graphic-words.ts";
import type { ColumnRole } from "./header-meaning.ts";
import { chosenLink, type HiddenLink, type LinkCell, linksOfCell } from "./read-row-links.ts";
import { statedPrecision, withPrecision, wordsForPlace } from "./read-row-place.ts";
import type { SheetColumn } from "./sheet-records.ts";
import type { RowMeaning } from "./sheet-row.ts";

export type CellRead =
  /** Words, kept as they are. */
  | { readonly as: "words" }
  | { readonly as: "links"; readonly links: readonly NormalisedLink[] }
  | { readonly as: "place"; readonly claim: PlaceClaim; readonly remarks: readonly CoordinateRemark[] }
  | { readonly as: "time"; readonly read: Extract<DateCellRead, { state: "read" }> }
  | { readonly as: "level"; readonly level: GraphicLevel; readonly doubt: boolean }
  | { readonly as: "hash"; readonly digest: Digest }
  /** Its meaning stands in another column: a longitude's in its latitude, a clock's in its date. */
  | { readonly as: "with"; readonly column: number }
  | { readonly as: "unreadable"; readonly reason: string };

export interface RowRead {
  readonly row: number;
  readonly cells: readonly string[];
  readonly reads: readonly CellRead[];
  readonly means: RowMeaning;
  /** The link that stands for the row. */
  readonly link: NormalisedLink | undefined;
  /** SHA-256 of files that the row states. */
  readonly digests: readonly Digest[];
  readonly level: GraphicLevel | undefined;
  readonly id: string | undefined;
  /** What its item is called when it has no link. */
  readonly name: string;
  readonly empty: boolean;
}

export interface RowGiven {
  readonly row: number;
  readonly cells: readonly string[];
  readonly hidden?: readonly HiddenLink[];
}

const timeMeanings: Readonly<Partial<Record<ColumnRole, TimeMeaning>>> = {
  date: "stated",
  posted: "posted",
  recorded: "recorded",
  archived: "captured",
};

export function readSheetRow(columns: readonly SheetColumn[], given: RowGiven): RowRead {
  const { row } = given;
  // A cell may not hold half a character: the row is kept as JSON.
  const cells = columns.map((_, at) => (given.cells[at] ?? "").toWellFormed());
  const basis = (at: number) => `row ${row} ${columns[at]?.header ?? ""}`.trim();
  const cellOf = (role: ColumnRole) => columns.findIndex((column, at) => column.role === role && cells[at]?.trim() !== "");
  const reads: CellRead[] = cells.map(() => ({ as: "words" }));
  const times: TimeClaim[] = [];
  const places: PlaceClaim[] = [];

  const hiddenAt = (at: number) => given.hidden?.find(({ column }) => column === at)?.href;
  const linkCells = columns.map(({ role }, at): LinkCell => linksOfCell(cells[at] ?? "", hiddenAt(at), role));
  for (const [at, read] of linkCells.entries()) {
    if (read.state === "links") reads[at] = { as: "links", links: read.links };
    else if (read.state === "refused") reads[at] = { as: "unreadable", reason: read.reason };
  }

  const precision = statedPrecision(cells[cellOf("place-precision")] ?? "");
  const takePlace = (at: number, found: CoordinatesRead, beside?: number): void => {
    const read = withPrecision(found, precision);
    if (read.state === "none") return;
    reads[at] =
      read.state === "read" ? { as: "place", claim: read.claim, remarks: read.remarks } : { as: "unreadable", reason: read.reason };
    if (beside !== undefined) reads[beside] = { as: "with", column: at };
    if (read.state === "read") places.push(read.claim);
  };
  const lat = columns.findIndex(({ role }) => role === "latitude");
  const lon = columns.findIndex(({ role }) => role === "longitude");
  if (lat >= 0 && lon >= 0)
    takePlace(
      lat,
      readLatitudeLongitude(cells[lat] ?? "", cells[lon] ?? "", { basis: `row ${row} ${columns[lat]?.header}, ${columns[lon]?.header}` }),
      lon,
    );
  for (const [at, { role }] of columns.entries()) {
    const cell = cells[at] ?? "";
    if (cell.trim() === "") continue;
    if (role === "coordinates") {
      const read = readCoordinates(cell, { basis: basis(at) });
      takePlace(
        at,
        read.state === "none"
          ? { state: "refused", reason: "expected coordinates, a map's address, a plus code or a grid square; found other words" }
          : read,
      );
    } else if (role === "place") {
      const read = readCoordinates(cell, { basis: basis(at) });
      // Figures that are no place are said to be none: words for a place they are not.
      if (read.state !== "none") takePlace(at, read);
      else places.push(wordsForPlace(cell, basis(at)));
    }
  }

  const clock = cellOf("clock");
  const firstDate = cellOf("date");
  for (const [at, { role, dateOrder }] of columns.entries()) {
    const cell = cells[at] ?? "";
    const means = timeMeanings[role] ?? (role === "clock" && firstDate < 0 ? "stated" : undefined);
    if (means === undefined || cell.trim() === "") continue;
    const about = { means, basis: basis(at), ...(dateOrder === "not-said" ? {} : { dayFirst: dateOrder === "day-first" }) };
    const joined =
      role === "date" && at === firstDate && clock >= 0 ? readDateCell(`${cell.trim()} ${(cells[clock] ?? "").trim()}`, about) : undefined;
    const read = joined?.state === "read" ? joined : readDateCell(cell, about);
    if (joined !== undefined && clock >= 0)
      reads[clock] = joined.state === "read" ? { as: "with", column: at } : { as: "unreadable", reason: clockFault(joined) };
    if (read.state === "none") reads[at] = { as: "unreadable", reason: "expected a date; found other words" };
    else if (read.state === "refused") reads[at] = { as: "unreadable", reason: read.reason };
    else {
      reads[at] = { as: "time", read };
      times.push(read.claim);
    }
  }

  const digests: Digest[] = [];
  const levels: GraphicLevel[] = [];
  for (const [at, { role }] of columns.entries()) {
    const cell = cells[at] ?? "";
    if (role === "hash") {
      const digest = digestIn(cell);
      if (digest !== undefined) {
        digests.push(digest);
        reads[at] = { as: "hash", digest };
      }
    }
    const level = role === "graphic" || role === "status" || role === "tags" ? levelOfWords(cell, role === "graphic") : undefined;
    if (level !== undefined) {
      levels.push(level);
      if (role !== "tags") reads[at] = { as: "level", level, doubt: isDoubtful(cell) };
    }
  }

  const words = (role: ColumnRole): string | undefined => {
    const found = columns.flatMap((column, at) => (column.role === role && (cells[at] ?? "").trim() !== "" ? [cells[at] ?? ""] : []));
    return found.length === 0 ? undefined : found.join("\n");
  };
  const link = chosenLink(columns.map(({ role }, at) => ({ role, cell: cells[at] ?? "", read: linkCells[at] ?? { state: "none" } })));
  const optional = Object.fromEntries(
    (["title", "text", "status"] as const).flatMap((role) => {
      const said = words(role);
      return said === undefined ? [] : [[role, said]];
    }),
  );
  return {
    row,
    cells,
    reads,
    link,
    digests,
    level: worst(levels),
    id: words("row-id")?.slice(0, 200),
    name: nameOf(row, [...(["title", "text", "notes", "other", "tags", "place", "status"] as const).map(words), ...cells]),
    empty: cells.every((cell) => cell.trim() === ""),
    means: {
      links: linkCells.flatMap((read) => (read.state === "links" ? read.links.map(({ verbatim }) => verbatim) : [])),
      times,
      places,
      ...optional,
      files: (words("file") ?? "")
        .split(/[\n;|]/u)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      hashes: columns.flatMap(({ role }, at) => (role === "hash" && (cells[at] ?? "").trim() !== "" ? [cells[at] ?? ""] : [])),
    },
  };
}

/** What an item is called that such a row makes and that has no link: the row's title, else the words that tell most. */
function nameOf(row: number, words: readonly (string | undefined)[]): string {
  const first = (words.find((said) => said !== undefined && said.trim() !== "") ?? "").replace(/\s+/gu, " ").trim();
  const short =
    first.length > 120
      ? `${first
          .slice(0, 120)
          .toWellFormed()
          .replace(/\uFFFD$/u, "")}…`
      : first;
  return short === "" ? `row ${row}` : short;
}

function clockFault(read: DateCellRead): string {
  return read.state === "refused" ? read.reason : "expected a clock such as 14:30; found other words";
}

/** Sixty-four hexadecimal figures are SHA-256 unless the cell says SHA3. */
function digestIn(cell: string): Digest | undefined {
  if (/sha-?3/iu.test(cell)) return undefined;
  const hex = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/iu.exec(cell)?.[0]?.toLowerCase();
  const digest = hex === undefined ? undefined : Digest.safeParse(`sha256:${hex}`);
  return digest?.success === true ? digest.data : undefined;
}

function worst(levels: readonly GraphicLevel[]): GraphicLevel | undefined {
  return (["severe", "strong", "mild"] as const).find((level) => levels.includes(level));
}
