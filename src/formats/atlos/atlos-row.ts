/** Rows of an Atlos export: one incident each, with the one place and date that Atlos holds of it, and its links in order. */
import type { RowMeaning } from "../../core/sheet/sheet-row.ts";
import { foldedHeader } from "../../core/sheet/header-meaning.ts";
import type { PlaceClaim } from "../../core/place/region.ts";
import { readLatitudeLongitude } from "../../core/place/read-coordinates.ts";
import { readDateCell } from "../../core/time/read-date-cell.ts";
import { linksInCell } from "../sheet/cell-links.ts";
import { type ReadRow, unguarded } from "../sheet/row-meaning.ts";
import type { SheetLog } from "../sheet/sheet-log.ts";
import { atlosRadius } from "./atlos-precision.ts";

const longestWords = 20_000;

export function isAtlosSheet(folded: readonly string[]): boolean {
  return ["slug", "inserted at", "updated at", "latitude", "longitude"].every((name) => folded.includes(name));
}

export function createAtlosReader(columns: readonly string[], log: SheetLog): ReadRow {
  const folded = columns.map(foldedHeader);
  const sources = folded.flatMap((name, place) => (/^source \d+$/.test(name) ? [place] : []));
  return (cells, row) => {
    const cell = (name: string) => {
      const at = folded.indexOf(name);
      return at < 0 ? "" : (cells[at] ?? "").trim();
    };
    const words = (name: "text" | "status", said: string): Partial<RowMeaning> =>
      said === "" ? {} : { [name]: said.slice(0, longestWords).toWellFormed() };
    const sensitive = cell("sensitive");
    if (/deleted by source/i.test(sensitive)) log.trap("atlos-removed-at-source", `row ${row} sensitive`);
    if (/graphic|personal information/i.test(sensitive)) log.trap("atlos-sensitive", `row ${row} sensitive`);
    const id = cell("slug");
    return {
      ...(id === "" || id.length > 500 ? {} : { id }),
      means: {
        links: sources.flatMap((place) => linksInCell(cells[place] ?? "", true)),
        times: times(cell("date"), cell("time"), `row ${row}`),
        places: places(cell, row),
        ...words("text", cell("description")),
        ...words("status", cell("status")),
        files: [],
        hashes: [],
      },
    };
  };

  function times(date: string, time: string, where: string): RowMeaning["times"] {
    if (date === "") return [];
    const whole = time === "" ? undefined : readDateCell(`${date} ${time}`, { basis: `${where} date and time` });
    const read = whole?.state === "read" ? whole : readDateCell(date, { basis: `${where} date` });
    if (read.state !== "read") {
      log.trap("date-not-read", `${where} date`);
      return [];
    }
    if (read.claim.zone.state === "unknown") log.trap("zone-unknown", `${where} date`);
    return [read.claim];
  }

  function places(cell: (name: string) => string, row: number): PlaceClaim[] {
    const found: PlaceClaim[] = [];
    const read = readLatitudeLongitude(unguarded(cell("latitude")), unguarded(cell("longitude")), { basis: `row ${row} latitude` });
    if (read.state === "refused") log.trap("place-not-read", `row ${row} latitude`);
    if (read.state === "read" && read.claim.region !== "unknown" && read.claim.region.shape === "circle") {
      // Atlos keeps a number: how many digits of it stand here says nothing, its word for the precision does.
      const { radiusM, precision } = atlosRadius(cell("geolocation resolution"));
      log.trap("atlos-radius", `row ${row}`);
      log.trap("atlos-one-place", `row ${row}`);
      found.push({
        ...read.claim,
        means: "happened",
        region: { ...read.claim.region, radiusM },
        precision,
      });
    }
    const words = cell("general location");
    if (words !== "")
      found.push({
        means: "happened",
        verbatim: words.slice(0, 2000),
        region: "unknown",
        precision: "words only",
        basis: `row ${row} general_location`,
      });
    return found;
  }
}
