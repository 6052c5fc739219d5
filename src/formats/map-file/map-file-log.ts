/** Traps of map files, in sentences for the analyst. */
import { createReadingLog, type ReadingLog } from "../reading-log/reading-log.ts";

export type MapFileTrap =
  | "no-radius"
  | "network-link"
  | "remote-icon"
  | "ground-overlay"
  | "time-without-zone"
  | "time-open"
  | "altitude-dropped"
  | "doctype"
  | "too-many-places"
  | "markup-in-description"
  | "other-coordinate-system"
  | "bytes-not-in-encoding";

export type MapFileLog = ReadingLog<MapFileTrap>;

const sentences: Readonly<Record<MapFileTrap, string>> = {
  "no-radius":
    "A point or a line without a radius: how far off it may be is not in the file. It is drawn with 100 m, which is assumed and says so.",
  "network-link":
    "The file asks programs to load more from elsewhere. It was not followed: what is there is not in this case, and can change.",
  "remote-icon": "The file shows pictures or signs that lie elsewhere. None was fetched.",
  "ground-overlay": "A picture is laid over the ground. Its outline is read, the picture is not.",
  "time-without-zone": "A time without a zone: it is kept as the interval that all zones allow.",
  "time-open": "A stretch of time with only one end: it is said in words and is no interval.",
  "altitude-dropped": "Heights above the ground or the sea are in the file and are not read.",
  doctype: "The file has a document type declaration. What it declares was not read and nothing it names was opened.",
  "too-many-places": "The file has more places than are read. The rest is in the file only.",
  "markup-in-description": "Descriptions hold markup. It is kept as text and never shown as a page.",
  "other-coordinate-system":
    "The file names a coordinate system of its own (crs). RFC 7946 has only WGS 84, and the figures are read as that.",
  "bytes-not-in-encoding": "Some bytes are not in the encoding that the file has, and are shown as \uFFFD.",
};

export function createMapFileLog(): MapFileLog {
  return createReadingLog((code) => sentences[code]);
}
