/** Links into the Wayback Machine and archive.today: another link, as it was at a time. Never folded into the link they are copies of. */
import type { TimeClaim } from "../time/time-claim.ts";
import type { ArchiveCopy, LinkRule } from "./link.ts";
import { saidIf } from "./platforms/platform-rule.ts";
import type { UrlParts } from "./url-parts.ts";

/** One service under seven names. */
const archiveToday = /^(www\.)?archive\.(today|ph|is|li|vn|fo|md)$/;
const wayback = /^\/web\/([0-9]{1,14})([a-z]{2}_)?\/(.+)$/;
const todayCopy = /^\/([0-9]{4}(?:[0-9]{10}|\.[0-9]{2}\.[0-9]{2}-[0-9]{6}))\/(.+)$/;
const todayCode = /^\/[A-Za-z0-9]{4,6}$/;

export interface ArchiveReading {
  readonly parts: UrlParts;
  readonly service: ArchiveCopy["service"];
  /** The archived link as it stands in this one. */
  readonly of: string | undefined;
  readonly capturedAt: TimeClaim | "unknown";
  readonly rules: readonly LinkRule[];
}

/** Undefined when the link is no copy in an archive; a list of copies ("/web/2024*\/...") is none. */
export function readArchiveCopy(parts: UrlParts): ArchiveReading | undefined {
  if (parts.port !== "") return undefined;
  const rest = `${parts.query === undefined ? "" : `?${parts.query.join("&")}`}${parts.fragment === undefined ? "" : `#${parts.fragment}`}`;
  if (parts.host === "web.archive.org") {
    const [, digits = "", , of] = wayback.exec(parts.path) ?? [];
    if (of === undefined) return undefined;
    return {
      parts: { ...parts, scheme: "https" },
      service: "wayback",
      of: `${of}${rest}`,
      capturedAt: timeOf(digits, "the Wayback Machine"),
      rules: [],
    };
  }
  if (!archiveToday.test(parts.host)) return undefined;
  const found = todayCopy.exec(parts.path);
  if (found === null && !todayCode.test(parts.path)) return undefined;
  const digits = found?.[1]?.replace(/[.-]/g, "");
  return {
    parts: { ...parts, scheme: "https", host: "archive.today" },
    service: "archive-today",
    of: found === null ? undefined : `${found[2] as string}${rest}`,
    capturedAt: digits === undefined ? "unknown" : timeOf(digits, "archive.today"),
    rules: saidIf(parts.host !== "archive.today", "archive-today-host", `${parts.host} and archive.today are one place`),
  };
}

/** Digits name a moment, or as much of one as there are: 2024 is a whole year. Both services count in UTC. */
function timeOf(digits: string, service: string): TimeClaim | "unknown" {
  const part = (from: number, length: number) => (digits.length >= from + length ? Number(digits.slice(from, from + length)) : undefined);
  const [year, month, day, hour, minute, second] = [part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), part(12, 2)];
  if (year === undefined) return "unknown";
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  if (!sameDigits(new Date(from), digits)) return "unknown";
  const next =
    second !== undefined
      ? from + 1000
      : minute !== undefined
        ? from + 60_000
        : hour !== undefined
          ? from + 3_600_000
          : day !== undefined
            ? from + 86_400_000
            : month !== undefined
              ? Date.UTC(year, month, 1)
              : Date.UTC(year + 1, 0, 1);
  return {
    means: "captured",
    verbatim: digits,
    earliest: new Date(from).toISOString(),
    latest: new Date(next - 1).toISOString(),
    zone: { state: "utc" },
    basis: `the digits in the link to the copy in ${service}`,
  };
}

/** Month 13 would silently be next January. */
function sameDigits(date: Date, digits: string): boolean {
  if (Number.isNaN(date.getTime())) return false;
  const written = date.toISOString().replace(/\D/g, "");
  const whole = digits.length - (digits.length % 2);
  return written.slice(0, whole) === digits.slice(0, whole);
}
