/** Lengths, sizes and times as people read them; nothing is rounded into a claim the data does not make. */
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { t } from "../words/t.ts";

/** "0:41", "12:05", "1:02:03"; under ten seconds with tenths: "4.2 s". */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** Powers of 1024, as file managers on most systems count. */
export function formatSize(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}

const dayAndTime = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** "30 Mar 2022, 05:40" of the instant as UTC, moved by the offset first. Undefined for what is not a date. */
export function formatInstant(instant: string, offsetMinutes = 0): string | undefined {
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(instant) ? instant : `${instant}Z`);
  return Number.isNaN(time) ? undefined : dayAndTime.format(time + offsetMinutes * 60_000);
}

export interface ShownTime {
  /** The wall clock the material states. */
  readonly clock: string;
  /** "UTC", "UTC+03:00", "zone not stated". */
  readonly zone: string;
  /** Without a zone the time is an interval, and is never shown without saying so. */
  readonly zoneKnown: boolean;
  /** What the words allow, in UTC, when that is more than one instant. */
  readonly interval: string | undefined;
}

export function shownTime(claim: TimeClaim): ShownTime {
  const from = formatInstant(claim.earliest) ?? claim.earliest;
  const to = formatInstant(claim.latest) ?? claim.latest;
  const interval = claim.earliest === claim.latest ? undefined : t("time.interval", { from, to });
  const { zone } = claim;
  if (zone.state === "unknown")
    return { clock: formatInstant(zone.reading) ?? claim.verbatim, zone: t("time.zone-unknown"), zoneKnown: false, interval };
  const minutes = zone.state === "utc" ? 0 : zone.offsetMinutes;
  const earliest = formatInstant(claim.earliest, minutes) ?? claim.earliest;
  const latest = formatInstant(claim.latest, minutes) ?? claim.latest;
  return {
    clock: earliest === latest ? earliest : t("time.range", { from: earliest, to: latest }),
    zone: zone.state === "utc" ? t("time.zone-utc") : t("time.zone-offset", { offset: formatOffset(minutes) }),
    zoneKnown: true,
    interval,
  };
}

/** "+03:00", "-04:30". */
function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "−" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}
