/** Values as a terminal shows them: short, with their uncertainty, and without anything that could move the cursor. */
import type { TimeClaim } from "../core/time/time-claim.ts";

export function formatBytes(bytes: number | "unknown"): string {
  if (bytes === "unknown") return "unknown";
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

export function formatSeconds(seconds: number | "unknown"): string {
  if (seconds === "unknown") return "";
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${String(whole % 60).padStart(2, "0")}.${String(Math.floor((seconds - whole) * 10))}`;
}

/** A time with its zone state: never a bare clock. */
export function formatTime(time: TimeClaim | "unknown"): string {
  if (time === "unknown") return "";
  if (time.zone.state === "unknown") return `${time.zone.reading.replace("T", " ")} (zone not stated)`;
  return time.earliest === time.latest ? time.earliest : `${time.earliest} .. ${time.latest}`;
}

/** Rows with columns lined up; the last column runs free. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
