/**
 * The JSON files of an Atlos full export as a sheet: an incident (`metadata.json`), what is archived of a link (`metadata.json`
 * one folder deeper), who changed what (`updates.json`), the project. Unknown fields are columns like any other.
 */
import type { SheetReading } from "../../core/analysis/reading-result.ts";
import { rowsFileName, type RowMeaning, type SheetRow } from "../../core/sheet/sheet-row.ts";
import { readLatitudeLongitude } from "../../core/place/read-coordinates.ts";
import { readDateCell } from "../../core/time/read-date-cell.ts";
import type { TimeMeaning } from "../../core/time/time-claim.ts";
import { linksInCell } from "../sheet/cell-links.ts";
import { atlosCannotTell, createSheetLog, type SheetLog } from "../sheet/sheet-log.ts";
import { atlosRadius } from "./atlos-precision.ts";
import { atlosJsonKind } from "./atlos-json-kind.ts";

type Members = Readonly<Record<string, unknown>>;
const mostRecords = 200_000;
const longestCell = 100_000;
const empty: RowMeaning = { links: [], times: [], places: [], files: [], hashes: [] };

/** `text`: the whole file. `folder`: name of the folder that it lies in, by which Atlos names the files beside it. */
export function readAtlosJson(text: string, folder: string, write: (row: SheetRow) => void): SheetReading {
  const log = createSheetLog();
  const records = recordsOf(text, log);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record.members)))].slice(0, 500);
  let links = 0;
  for (const [i, { members, means }] of records.entries()) {
    const read = means(members, i + 1, folder, log);
    links += read.links.length;
    const id = text1(members["slug"]) ?? text1(members["id"]);
    write({
      row: i + 1,
      ...(id === undefined ? {} : { id: id.slice(0, 500) }),
      cells: columns.map((name) => cellOf(members[name])),
      means: read,
    });
  }
  return {
    kind: "sheet",
    format: "atlos",
    columns: columns.map((name) => name.toWellFormed()),
    rowsFile: rowsFileName,
    counts: { rows: records.length, links },
    cannotTell: [...atlosCannotTell],
    traps: log.traps(),
    faults: log.faults(),
  };
}

type Means = (members: Members, row: number, folder: string, log: SheetLog) => RowMeaning;
interface Recorded {
  readonly members: Members;
  readonly means: Means;
}

function recordsOf(text: string, log: SheetLog): Recorded[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    log.fault({ where: "whole file", expected: "JSON", found: "text that is none" });
    return [];
  }
  const kind = atlosJsonKind(value);
  if (kind === "updates") {
    const changes = (value as unknown[]).slice(0, mostRecords);
    if (changes.some((one) => isMembers(one) && "new_value" in one && !("old_value" in one))) log.trap("atlos-old-value-lost", "new_value");
    return changes.flatMap((one, i) => {
      if (isMembers(one)) return [{ members: one, means: changeMeans }];
      log.fault({ where: `record ${i + 1}`, expected: "an object", found: "something else" });
      return [];
    });
  }
  const members = isMembers(value) ? value : {};
  if (kind === "source-material") {
    const artifacts = listOf(members["artifacts"]).filter(isMembers);
    const { artifacts: _, ...own } = members;
    return [{ members: own, means: sourceMeans }, ...artifacts.map((artifact) => ({ members: artifact, means: artifactMeans }))];
  }
  if (kind === undefined) log.fault({ where: "whole file", expected: "a file of an Atlos export", found: "other JSON" });
  return [{ members, means: kind === "incident" ? incidentMeans : () => empty }];
}

const incidentMeans: Means = (members, row, _folder, log) => {
  const sources = listOf(members["source_material"] ?? members["versions"]).filter(isMembers);
  const sensitive = listOf(members["attr_sensitive"]).filter((one) => typeof one === "string");
  if (sensitive.includes("Deleted by Source")) log.trap("atlos-removed-at-source", `row ${row} attr_sensitive`);
  if (sensitive.some((one) => /graphic|personal information/i.test(one))) log.trap("atlos-sensitive", `row ${row} attr_sensitive`);
  return {
    ...empty,
    links: sources.flatMap((source) => linksInCell(text1(source["source_url"]) ?? "", true)),
    times: timeIn(members, "attr_date", "stated", row, log),
    places: placeIn(members, row, log),
    ...words("text", members["attr_description"]),
    ...words("status", members["attr_status"]),
    hashes: sources.flatMap((source) => listOf(source["artifacts"]).filter(isMembers).flatMap(hashIn)),
  };
};

const sourceMeans: Means = (members, row, _folder, log) => ({
  ...empty,
  links: linksInCell(text1(members["source_url"]) ?? "", true),
  times: timeIn(members, "inserted_at", "captured", row, log),
  ...words("status", members["status"]),
});

/** Atlos names an archived file by its sort and its folder: `media_ABC-12-1.mp4`. */
const artifactMeans: Means = (members, _row, folder) => {
  const type = text1(members["type"]);
  return {
    ...empty,
    ...words("title", members["title"]),
    files: type === undefined || folder === "" ? [] : [`${type}_${folder}`],
    hashes: hashIn(members),
  };
};

const changeMeans: Means = (members, row, _folder, log) => ({
  ...empty,
  times: timeIn(members, "inserted_at", "modified", row, log),
  ...words("title", members["modified_attribute"] ?? members["type"]),
  ...words("text", members["explanation"]),
});

function placeIn(members: Members, row: number, log: SheetLog): RowMeaning["places"] {
  const place = members["attr_geolocation"];
  if (place === null || place === undefined) return [];
  // GeoJSON order, longitude first; an older export wrote the two as text.
  const coordinates = isMembers(place) ? listOf(place["coordinates"]) : [];
  const [lon, lat] = coordinates.map((one) => (typeof one === "number" || typeof one === "string" ? String(one) : ""));
  const basis = `row ${row} attr_geolocation`;
  const read = readLatitudeLongitude(lat ?? "", lon ?? "", { means: "happened", basis });
  if (read.state !== "read" || read.claim.region === "unknown" || read.claim.region.shape !== "circle") {
    log.trap("place-not-read", basis);
    return [];
  }
  const { radiusM, precision } = atlosRadius(text1(members["attr_geolocation_resolution"]) ?? "");
  log.trap("atlos-radius", basis);
  log.trap("atlos-one-place", basis);
  return [{ ...read.claim, region: { ...read.claim.region, radiusM }, precision }];
}

function timeIn(members: Members, name: string, means: TimeMeaning, row: number, log: SheetLog): RowMeaning["times"] {
  const said = text1(members[name]);
  if (said === undefined) return [];
  const basis = `row ${row} ${name}`;
  const read = readDateCell(said, { means, basis });
  if (read.state !== "read") {
    log.trap("date-not-read", basis);
    return [];
  }
  if (read.claim.zone.state === "unknown") log.trap("zone-unknown", basis);
  return [read.claim];
}

function hashIn(artifact: Members): string[] {
  const digits = text1(artifact["file_hash_sha256"])?.toLowerCase() ?? "";
  return /^[0-9a-f]{64}$/.test(digits) ? [`sha256:${digits}`] : [];
}

function words(name: "title" | "text" | "status", value: unknown): Partial<RowMeaning> {
  const said = text1(value);
  return said === undefined ? {} : { [name]: said.slice(0, 20_000).toWellFormed() };
}

function text1(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.slice(0, longestCell).toWellFormed();
}
