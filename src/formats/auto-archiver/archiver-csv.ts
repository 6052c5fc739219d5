/**
 * Rows of the CSV file that auto-archiver writes (module csv_db): `status`, and `metadata` and `media` as Python prints them.
 * They are read as text and never evaluated; what cannot be read is a fault that names row, field and place.
 */
import type { RowMeaning } from "../../core/sheet/sheet-row.ts";
import type { TimeClaim, TimeMeaning } from "../../core/time/time-claim.ts";
import { isCall, isDict, itemsOf, type PythonValue, textOf, valueOf } from "../python-literal/python-value.ts";
import { readPythonLiteral } from "../python-literal/read-literal.ts";
import { hashesInCell, type ReadRow } from "../sheet/row-meaning.ts";
import type { SheetLog } from "../sheet/sheet-log.ts";
import { saysNothingArchived, statusOfRow } from "./archiver-status.ts";
import { readPythonTime } from "./python-time.ts";

/** Media inside media (thumbnails, screenshots of a video), levels deep, and names taken of one row. */
const deepestMedia = 6;
const mostNames = 500;
const longestWords = 20_000;

export function isArchiverCsv(folded: readonly string[]): boolean {
  return ["status", "metadata", "media"].every((name) => folded.includes(name));
}

export function createArchiverCsvReader(folded: readonly string[], log: SheetLog): ReadRow {
  const [statusAt, metadataAt, mediaAt] = ["status", "metadata", "media"].map((name) => folded.indexOf(name)) as [number, number, number];

  const literal = (cell: string, where: string): PythonValue | undefined => {
    if (cell.trim() === "") return undefined;
    const { value, fault } = readPythonLiteral(cell);
    if (fault !== undefined) {
      log.trap("python-not-literal", where);
      log.fault({ where, expected: fault.expected, found: `${fault.found} at character ${fault.offset + 1}` });
    }
    return value;
  };

  return (cells, row) => {
    const metadata = literal(cells[metadataAt] ?? "", `row ${row} metadata`);
    const media = literal(cells[mediaAt] ?? "", `row ${row} media`);
    const status = (cells[statusAt] ?? "").trim();
    if (saysNothingArchived(status)) log.trap("archiver-nothing-archived", statusOfRow(row, status));
    if (isDict(metadata) || (cells[mediaAt] ?? "").trim() !== "") log.trap("archiver-python-values", `row ${row}`);
    const url = textOf(metadata, "url")?.trim();
    const names = namesOf(media);
    return {
      means: {
        links: url === undefined || url === "" ? [] : [url.slice(0, 8000)],
        times: timesOf(metadata, row, log),
        places: [],
        ...words("title", textOf(metadata, "title")),
        ...words("text", textOf(metadata, "content")),
        ...words("status", status),
        files: names.files,
        hashes: names.hashes,
      },
    };
  };
}

function words(name: "title" | "text" | "status", said: string | undefined): Partial<RowMeaning> {
  const text = said?.trim() ?? "";
  return text === "" ? {} : { [name]: text.slice(0, longestWords).toWellFormed() };
}

function timesOf(metadata: PythonValue | undefined, row: number, log: SheetLog): TimeClaim[] {
  const fields: readonly (readonly [string, TimeMeaning])[] = [
    ["timestamp", "posted"],
    ["_processed_at", "captured"],
  ];
  return fields.flatMap(([name, means]) => {
    const value = valueOf(metadata, name);
    if (value === undefined || value === null || value === "") return [];
    const where = `row ${row} metadata ${name}`;
    const claim = readPythonTime(value, { means, basis: where });
    if (claim === undefined) {
      log.trap("date-not-read", where);
      return [];
    }
    if (name === "_processed_at") log.trap("archiver-time-of-archiving", where);
    if (claim.zone.state === "unknown") log.trap("zone-unknown", where);
    return [claim];
  });
}

/** Names, addresses and hashes of media, and of the media inside them, in the order written. */
function namesOf(media: PythonValue | undefined): { files: string[]; hashes: string[] } {
  const files: string[] = [];
  const hashes: string[] = [];
  const look = (found: PythonValue | undefined, depth: number): void => {
    if (depth > deepestMedia || files.length >= mostNames) return;
    // `Media(filename='a.mp4', ...)`, as some versions print it, says the same as a dict.
    const value: PythonValue | undefined = isCall(found) ? { is: "dict", entries: found.named } : found;
    for (const item of itemsOf(value)) look(item, depth + 1);
    if (!isDict(value)) return;
    const filename = textOf(value, "filename");
    if (filename !== undefined && filename !== "") files.push(filename.slice(0, 4000));
    for (const url of itemsOf(valueOf(value, "urls"))) {
      if (typeof url === "string" && url !== "" && files.length < mostNames) files.push(url.slice(0, 4000));
    }
    const properties = valueOf(value, "properties");
    const hash = textOf(properties, "hash");
    if (hash !== undefined && hashes.length < mostNames) hashes.push(...hashesInCell(hash, ""));
    for (const [, inner] of isDict(properties) ? properties.entries : []) if (typeof inner === "object") look(inner, depth + 1);
  };
  look(media, 0);
  return { files, hashes };
}
