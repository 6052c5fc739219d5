/** What a row of any sheet means, by the roles of its columns. The cells stay as they are; every doubt is a trap. */
import { type ColumnRole, headerMeaning } from "../../core/sheet/header-meaning.ts";
import type { RowMeaning } from "../../core/sheet/sheet-row.ts";
import { readCoordinates, readLatitudeLongitude } from "../../core/place/read-coordinates.ts";
import type { PlaceClaim } from "../../core/place/region.ts";
import { type DateCellRead, readDateCell } from "../../core/time/read-date-cell.ts";
import type { TimeClaim, TimeMeaning } from "../../core/time/time-claim.ts";
import { isFormula, linksInCell } from "./cell-links.ts";
import type { SheetLog } from "./sheet-log.ts";

export interface Column {
  readonly header: string;
  readonly role: ColumnRole;
}

export interface RowRead {
  readonly id?: string;
  readonly means: RowMeaning;
}

/** Reads one row; `row` is its number. */
export type ReadRow = (cells: readonly string[], row: number) => RowRead;

const timeMeanings: { readonly [role in ColumnRole]?: TimeMeaning } = { posted: "posted", recorded: "recorded", archived: "captured" };
/** Columns in which an address is what the row is about, or may be; in notes it is what somebody thought of beside it. */
const linkRoles: ReadonlySet<ColumnRole> = new Set(["link", "source", "other", "text"]);
/** Columns whose names are understood; further ones are kept like any other. */
const mostNamed = 1000;
/** Text of one meaning; the cell has all of it. */
const longestWords = 20_000;

export function columnsOf(headers: readonly string[]): Column[] {
  return headers.map((header, place) => ({ header, role: place < mostNamed ? headerMeaning(header) : "other" }));
}

export function createRowReader(columns: readonly Column[], log: SheetLog): ReadRow {
  const at = new Map<ColumnRole, number[]>();
  for (const [place, { role }] of columns.entries()) {
    const places = at.get(role);
    if (places === undefined) at.set(role, [place]);
    else places.push(place);
  }

  return (cells, row) => {
    const basis = (place: number) => `row ${row} ${columns[place]?.header ?? `column ${place + 1}`}`;
    const first = (role: ColumnRole) => (at.get(role) ?? []).map((place) => (cells[place] ?? "").trim()).find((cell) => cell !== "");
    const id = first("row-id");
    const words = (role: ColumnRole) => {
      const found = first(role);
      return found === undefined ? {} : { [role]: found.slice(0, longestWords).toWellFormed() };
    };
    const meaning = {
      links: cells.flatMap((cell, place) =>
        linkRoles.has(columns[place]?.role ?? "other") && !isFormula(cell) ? linksInCell(cell, columns[place]?.role === "link") : [],
      ),
      times: times(cells, basis),
      places: places(cells, basis),
      ...words("title"),
      ...words("text"),
      ...words("status"),
      files: [...valuesOf("file"), ...(at.get("archive-link") ?? []).flatMap((place) => linksInCell(cells[place] ?? "", true))],
      hashes: (at.get("hash") ?? []).flatMap((place) => hashesInCell(cells[place] ?? "", columns[place]?.header ?? "")),
    };
    return { ...(id === undefined || id.length > 500 ? {} : { id }), means: meaning };

    function valuesOf(role: ColumnRole): string[] {
      return (at.get(role) ?? []).map((place) => (cells[place] ?? "").trim()).filter((cell) => cell !== "" && cell.length <= 4000);
    }
  };

  function times(cells: readonly string[], basis: (place: number) => string): TimeClaim[] {
    const found: TimeClaim[] = [];
    const clock = (at.get("clock") ?? []).map((place) => (cells[place] ?? "").trim()).find((cell) => cell !== "");
    for (const role of ["date", "posted", "recorded", "archived"] as const) {
      for (const place of at.get(role) ?? []) {
        const cell = (cells[place] ?? "").trim();
        if (cell === "") continue;
        const means = timeMeanings[role] ?? "stated";
        const together =
          role === "date" && clock !== undefined
            ? readDateCell(`${cell} ${clock}`, { means, basis: `${basis(place)} with its time` })
            : undefined;
        const read = together?.state === "read" ? together : readDateCell(cell, { means, basis: basis(place) });
        if (read.state !== "read") {
          if (read.state === "refused") log.trap("date-impossible", `${basis(place)}: ${read.reason}`);
          else log.trap("date-not-read", basis(place));
          continue;
        }
        if (read.remarks.includes("serial-number")) log.trap("date-serial-number", `${basis(place)}: ${readingsOf(read)}`);
        if (read.remarks.includes("both-orders")) log.trap("date-ambiguous", basis(place));
        if (read.claim.zone.state === "unknown") log.trap("zone-unknown", basis(place));
        found.push(read.claim);
      }
    }
    return found;
  }

  function places(cells: readonly string[], basis: (place: number) => string): PlaceClaim[] {
    const found: PlaceClaim[] = [];
    const [lat] = at.get("latitude") ?? [];
    const [lon] = at.get("longitude") ?? [];
    if (lat !== undefined && lon !== undefined) {
      const [north, east] = [unguarded(cells[lat] ?? ""), unguarded(cells[lon] ?? "")];
      const read = readLatitudeLongitude(north, east, { basis: basis(lat) });
      if (read.state === "read") found.push(read.claim);
      else if (read.state === "refused") log.trap("figures-no-place", `${basis(lat)}: ${read.reason}`);
    }
    for (const place of at.get("coordinates") ?? []) {
      const read = readCoordinates(unguarded(cells[place] ?? ""), { basis: basis(place) });
      if (read.state === "read") found.push(read.claim);
      else if (read.state === "refused") log.trap("figures-no-place", `${basis(place)}: ${read.reason}`);
      else if ((cells[place] ?? "").trim() !== "") log.trap("place-not-read", basis(place));
    }
    for (const place of at.get("place") ?? []) {
      const words = (cells[place] ?? "").trim();
      if (words === "" || words.length > 2000) continue;
      const read = readCoordinates(words, { basis: basis(place) });
      if (read.state === "read") found.push(read.claim);
      else {
        if (read.state === "refused") log.trap("figures-no-place", `${basis(place)}: ${read.reason}`);
        found.push({ means: "stated", verbatim: words, region: "unknown", precision: "words only", basis: basis(place) });
      }
    }
    return found;
  }
}

const epochs = { "from-1900": " from 1900", "from-1904": " from 1904" } as const;

/** "2024-09-15T08:30:00 from 1900, 2028-09-16T08:30:00 from 1904". */
function readingsOf({ readings }: Extract<DateCellRead, { state: "read" }>): string {
  return readings
    .map(
      ({ as, claim }) =>
        `${claim.zone.state === "unknown" ? claim.zone.reading : claim.earliest}${as in epochs ? epochs[as as keyof typeof epochs] : ""}`,
    )
    .join(", ");
}

/** Programs guard cells that a spreadsheet would run by an apostrophe; of a number it is no part. */
export function unguarded(cell: string): string {
  return cell.replace(/^'(?=[-+=@])/, "");
}

const hashLengths: Readonly<Record<number, string>> = { 32: "md5", 40: "sha1", 64: "sha256", 128: "sha512" };

/** `sha256:..` for hashes as programs print them: "SHA-256:ab..", "sha256 ab..", or bare digits under a header that names the algorithm. */
export function hashesInCell(cell: string, header: string): string[] {
  if (cell.length > 20_000) return [];
  const named = /sha3-?512|sha-?(?:512|256|1)|md5/i.exec(header)?.[0];
  return [
    ...cell.matchAll(
      /(?:(sha3-?512|sha-?512|sha-?256|sha-?1|md5)\s{0,4}[:=(]?\s{0,4})?(?<![0-9a-fA-F])([0-9a-fA-F]{32,128})(?![0-9a-fA-F])/gi,
    ),
  ].flatMap((match) => {
    const digits = (match[2] as string).toLowerCase();
    const name = (match[1] ?? named ?? hashLengths[digits.length])?.toLowerCase().replace(/^sha-/, "sha");
    return name === undefined ? [] : [`${name}:${digits}`];
  });
}
