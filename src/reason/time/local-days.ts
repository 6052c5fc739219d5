/** Times of day on days of a zone, as moments. A wall clock that a change of the clocks skips or repeats counts with all it can mean. */

const minuteMs = 60_000;
const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Asking the platform takes a hundredth of a millisecond, and statements about one week ask the same again and again. */
const knownOffsets = new Map<string, Map<number, number>>();
const offsetsKept = 20_000;

/** Whether the platform knows the zone: an IANA name such as Europe/Kyiv, or an offset such as +03:00. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds that clocks of the zone are ahead of UTC at a moment. */
export function offsetAt(zone: string, at: number): number {
  let known = knownOffsets.get(zone);
  if (known === undefined || known.size >= offsetsKept) knownOffsets.set(zone, (known = new Map()));
  let offset = known.get(at);
  if (offset === undefined) known.set(at, (offset = askOffset(zone, at)));
  return offset;
}

function askOffset(zone: string, at: number): number {
  const parts: { [type: string]: number } = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) if (type !== "literal") parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/**
 * First and last moment of a span of wall-clock time in a zone, ends included. `day` is 2022-03-30, minutes count from its
 * midnight and may go beyond 1440. Of a repeated hour the first, or the last, moment counts; of a skipped one the jump.
 */
export function localSpan(zone: string, day: string, fromMinute: number, toMinute: number): readonly [from: number, to: number] {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return [momentsAt(zone, midnight + fromMinute * minuteMs)[0], momentsAt(zone, midnight + toMinute * minuteMs)[1]];
}

/** First and last moment at which clocks of the zone show `wall` (milliseconds as if the wall clock were UTC). */
function momentsAt(zone: string, wall: number): readonly [first: number, last: number] {
  const offsets = [offsetAt(zone, wall - dayMs), offsetAt(zone, wall + dayMs)];
  const shown = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(zone, at) === wall);
  if (shown.length > 0) return [Math.min(...shown), Math.max(...shown)];
  // Skipped: clocks jumped over it, at a moment between the two readings.
  const [a, b] = offsets.map((offset) => wall - offset).sort((x, y) => x - y) as [number, number];
  let [low, high] = [a, b];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offsetAt(zone, a)) low = middle;
    else high = middle;
  }
  return [high, high];
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    const numeric = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, calendar: "iso8601", hourCycle: "h23", ...numeric });
    formats.set(zone, format);
  }
  return format;
}
