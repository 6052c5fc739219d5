/** The clock and the zone beside a date in a cell: figures, "2:30 pm", offsets, and words for zones. */

export interface CellClock {
  /** Undefined when the cell gives a day and no clock. */
  readonly clock: { readonly hour: number; readonly minute: number; readonly second: number | undefined } | undefined;
  /** Minutes ahead of UTC, "utc", or undefined when the cell gives no zone. */
  readonly zone: number | "utc" | undefined;
  /** A word for a zone is there and means more than one. */
  readonly unclear: boolean;
}

const clockForm = /^(?:(?:at|um|о|об|в|@) )?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(am|pm|a\.m\.|p\.m\.)?[ ,]*(.*)$/iu;
const hourForm = /^(?:(?:at|о|об|в|@) )?(\d{1,2}) ?(am|pm|a\.m\.|p\.m\.)[ ,]*(.*)$/iu;

/** Words that stand for one offset the year round. */
const fixed: Readonly<Record<string, number | "utc">> = {
  z: "utc",
  utc: "utc",
  gmt: "utc",
  ut: "utc",
  eet: 120,
  eest: 180,
  cet: 60,
  cest: 120,
  wet: 0,
  west: 60,
  msk: 180,
  мск: 180,
  "moscow time": 180,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** Central, China or Cuba; British, Bangladesh or Bougainville; Israel, India or Ireland; Arabia or Atlantic; "Eastern" in two seasons. */
const unclearWords = new Set([
  "cst",
  "bst",
  "ist",
  "ast",
  "et",
  "ct",
  "pt",
  "mt",
  "local",
  "local time",
  "місцевий час",
  "местное время",
  "lt",
]);

export function clockIn(words: string, date: { year: number; month: number; day: number }): CellClock | { refused: string } {
  const text = words.trim().replace(/^\((.*)\)$/u, "$1");
  if (text === "") return { clock: undefined, zone: undefined, unclear: false };
  const match = clockForm.exec(text);
  const onlyHour = match === null ? hourForm.exec(text) : null;
  if (match === null && onlyHour === null) {
    const zone = zoneOf(text, date, 12);
    return zone === undefined
      ? { refused: "expected a clock such as 14:30 after the date; found other words" }
      : { clock: undefined, ...zone };
  }
  const half = (match?.[4] ?? onlyHour?.[2])?.toLowerCase();
  const plain = Number(match?.[1] ?? onlyHour?.[1]);
  if (half !== undefined && (plain < 1 || plain > 12)) return { refused: `expected an hour from 1 to 12 before ${half}, found ${plain}` };
  const hour = half === undefined ? plain : (plain % 12) + (half.startsWith("p") ? 12 : 0);
  const minute = Number(match?.[2] ?? 0);
  const second = match?.[3] === undefined ? undefined : Number(match[3]);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return { refused: `expected a clock up to 23:59:59, found ${text.slice(0, 20)}` };
  const zoneWords = (match?.[5] ?? onlyHour?.[3] ?? "").trim();
  const zone = zoneWords === "" ? { zone: undefined, unclear: false } : zoneOf(zoneWords, date, hour);
  if (zone === undefined) return { refused: "expected a time zone or nothing after the clock; found other words" };
  return { clock: { hour, minute, second }, ...zone };
}

function zoneOf(
  words: string,
  date: { year: number; month: number; day: number },
  hour: number,
): Pick<CellClock, "zone" | "unclear"> | undefined {
  const bare = words.replace(/^\((.*)\)$/u, "$1").toLowerCase();
  const offset = /^(?:utc|gmt)? ?([+-])(\d{1,2}):?(\d{2})?$/.exec(bare);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 14 * 60) return undefined;
    return { zone: offset[1] === "-" ? -minutes : minutes, unclear: false };
  }
  // Only its own names: every object also answers to "constructor".
  const known = Object.hasOwn(fixed, bare) ? fixed[bare] : undefined;
  if (known !== undefined) return { zone: known, unclear: false };
  if (
    /^(?:за )?(?:києвом|київ(?:ський час)?|киев(?:у|ское время)?|по киеву|kyiv(?: time)?|kiev(?: time)?|europe\/kyiv|europe\/kiev)$/u.test(
      bare,
    )
  ) {
    return { zone: kyivMinutes(date, hour), unclear: kyivMinutes(date, hour) === undefined };
  }
  if (/^(?:по )?(?:москве|московское время|moscow|europe\/moscow)$/u.test(bare)) return { zone: 180, unclear: false };
  return unclearWords.has(bare) ? { zone: undefined, unclear: true } : undefined;
}

/**
 * Ukraine keeps the European Union's summer time since 1996 (IANA tz database, Europe/Kyiv): from the last Sunday of March
 * 03:00 to the last Sunday of October 04:00 by its own clock. The hour that the autumn night has twice stays unknown.
 */
function kyivMinutes({ year, month, day }: { year: number; month: number; day: number }, hour: number): number | undefined {
  if (year < 1997) return undefined;
  const now = Date.UTC(year, month - 1, day, hour);
  const summer = Date.UTC(year, 2, lastSunday(year, 2), 3);
  const winter = Date.UTC(year, 9, lastSunday(year, 9), 4);
  if (now >= winter - 3_600_000 && now < winter) return undefined;
  return now >= summer && now < winter ? 180 : 120;
}

function lastSunday(year: number, month: number): number {
  return 31 - new Date(Date.UTC(year, month, 31)).getUTCDay();
}
