/** Times that metadata state, each as an interval of instants with what it is the time of. */
import type { MetadataRow } from "../../core/analysis/probe-result.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { type TimeTag, timeTags } from "./metadata-meaning.ts";

const minute = 60_000;
/** A wall clock without a zone lies between UTC+14 and UTC-12. */
const earliestZone = 14 * 60 * minute;
const latestZone = 12 * 60 * minute;

export function timesOf(rows: readonly MetadataRow[]): TimeClaim[] {
  const find = (group: string, tag: string) => rows.find((row) => row.group === group && row.tag === tag)?.value;
  const stated = rows.flatMap((row): TimeClaim[] => {
    const tag = timeTags.get(`${row.group} ${row.tag}`);
    if (tag === undefined) return [];
    const claim = claimOf(row, tag, (name) => (name === undefined ? undefined : find(row.group, name)));
    return claim === undefined ? [] : [claim];
  });
  const gps = gpsTime(find("GPS", "GPSDateStamp"), find("GPS", "GPSTimeStamp"));
  return gps === undefined ? stated : [...stated, gps];
}

/** "2008:10-22 16:28:39", with a fraction and a zone where it has them. */
const spelling = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?/;

function claimOf(row: MetadataRow, tag: TimeTag, beside: (name: string | undefined) => string | undefined): TimeClaim | undefined {
  const parts = spelling.exec(row.value);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minutes, second = "00", fraction, zone] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minutes}:${second}`;
  const wall = Date.parse(`${iso}Z`);
  // Zeros, and days that no calendar has, are no time.
  if (year === "0000" || year === "9999" || Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== iso) return undefined;
  // A sub-second tag may be padded with blanks (EXIF 2.32 4.6.5).
  const digits = fraction ?? /^\d{1,9}/.exec(beside(tag.subSecTag)?.trim() ?? "")?.[0] ?? "";
  const offset = offsetMinutes(zone ?? beside(tag.offsetTag));
  const basis = `${row.group} ${row.tag}`;
  const verbatim = row.value;
  if (offset !== undefined) {
    const instant = utc(wall - offset * minute, digits);
    return { means: tag.means, verbatim, earliest: instant, latest: instant, zone: { state: "stated", offsetMinutes: offset }, basis };
  }
  if (tag.zone === "utc") {
    const instant = utc(wall, digits);
    return { means: tag.means, verbatim, earliest: instant, latest: instant, zone: { state: "utc" }, basis };
  }
  return {
    means: tag.means,
    verbatim,
    earliest: utc(wall - earliestZone, digits),
    latest: utc(wall + latestZone, digits),
    zone: { state: "unknown", reading: utc(wall, digits) },
    basis,
  };
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone?.trim() === "Z") return 0;
  const parts = /^([+-])(\d\d):?(\d\d)/.exec(zone?.trim() ?? "");
  if (parts === null) return undefined;
  const minutes = (Number(parts[2]) * 60 + Number(parts[3])) * (parts[1] === "-" ? -1 : 1);
  return Math.abs(minutes) <= 840 ? minutes : undefined;
}

function gpsTime(date: string | undefined, time: string | undefined): TimeClaim | undefined {
  const verbatim = `${date ?? ""} ${time ?? ""}`;
  if (date === undefined || time === undefined) return undefined;
  const tag: TimeTag = { means: "gps", zone: "utc", meaning: "" };
  return claimOf({ group: "GPS", tag: "GPSDateStamp GPSTimeStamp", value: verbatim }, tag, () => undefined);
}

function utc(ms: number, fraction: string): string {
  const second = new Date(ms).toISOString().slice(0, 19);
  return fraction === "" ? `${second}Z` : `${second}.${fraction}Z`;
}
