/** Days of the calendar as whole numbers from 1 January 1970, so that they can be counted. */

const dayMs = 86_400_000;

export function dayNumber(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  const isReal = year >= 1900 && year <= 2200 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return isReal ? ms / dayMs : undefined;
}

const names = new Map<number, string>();
const namesKept = 4000;

/** "2031-05-06". */
export function dayName(day: number): string {
  let name = names.get(day);
  if (name === undefined) {
    if (names.size >= namesKept) names.clear();
    names.set(day, (name = new Date(day * dayMs).toISOString().slice(0, 10)));
  }
  return name;
}

export function partsOfDay(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const at = new Date(day * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** 1: Monday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
