/** The line of a cue that says when: WebVTT, "collect WebVTT cue timings and settings" and "collect a WebVTT timestamp". */

export interface CueTimes {
  readonly startMs: number;
  readonly endMs: number;
  /** Whatever stands behind the times. */
  readonly settings: string;
}

const space = "[\\t\\n\\f\\r ]*";
/** Hours may have any number of digits; minutes have two. Three digits behind the point. */
const stamp = "(?:(\\d{1,10}):)?(\\d{2}):(\\d{2})\\.(\\d{3})(?!\\d)";
const timings = new RegExp(`^${space}${stamp}${space}-->${space}${stamp}(.*)$`, "su");

export function readCueTimes(line: string): CueTimes | undefined {
  const found = timings.exec(line);
  if (found === null) return undefined;
  const startMs = milliseconds(found.slice(1, 5));
  const endMs = milliseconds(found.slice(5, 9));
  return startMs === undefined || endMs === undefined ? undefined : { startMs, endMs, settings: (found[9] ?? "").trim() };
}

function milliseconds([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number | undefined {
  const [h, m, s, ms] = [Number(hours ?? 0), Number(minutes), Number(seconds), Number(thousandths)];
  return m > 59 || s > 59 ? undefined : ((h * 60 + m) * 60 + s) * 1000 + ms;
}

/** As WebVTT writes it; SRT has a comma for the point and always hours. */
export function writeCueTime(ms: number, point: "." | "," = "."): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(h)}:${two(m)}:${two(s)}${point}${String(ms % 1000).padStart(3, "0")}`;
}
