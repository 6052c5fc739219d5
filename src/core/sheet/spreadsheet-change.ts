/**
 * What spreadsheets do to cells that nobody edited: numbers shortened or rounded to fifteen digits, signs and zeros dropped,
 * dates written in the style of the country. An edit that looks like that is not taken in unasked; it would lose what was there.
 */
import { readDateCell } from "../time/read-date-cell.ts";

/** Why the two are taken to be the same, or undefined for an edit. */
export function spreadsheetChange(before: string, after: string): string | undefined {
  const [was, is] = [before.trim(), after.trim()];
  if (was === is && was !== "") return "only blanks around it differ";
  if (/^(?:true|false)$/i.test(was) && was.toLowerCase() === is.toLowerCase()) return "the same word, as a spreadsheet writes it";
  return numberChange(was, is) ?? dateChange(was, is);
}

const plainNumber = /^[+-]?\d{1,40}(?:[.,]\d{1,40})?$/;
const shortNumber = /^[+-]?\d(?:[.,]\d{1,20})?E[+-]?\d{1,3}$/i;

function numberChange(was: string, is: string): string | undefined {
  if (!plainNumber.test(was)) return undefined;
  const [before, after] = [numberOf(was), numberOf(is)];
  if (shortNumber.test(is) && Math.abs(after - before) <= Math.abs(before) * 1e-3) return "a spreadsheet shortened the number";
  if (!plainNumber.test(is)) return undefined;
  // ECMA-376 numbers are IEEE doubles shown with 15 digits; what is behind them comes back as zeros.
  if (was.length > 15 && is.length === was.length && /^0+$/.test(is.slice(15)) && is.slice(0, 15) === was.slice(0, 15))
    return "a spreadsheet keeps 15 digits of a number";
  return before === after && decimalsOf(is) <= decimalsOf(was) ? "the same number, without its sign or zeros" : undefined;
}

function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}

function decimalsOf(text: string): number {
  return text.split(/[.,]/)[1]?.length ?? 0;
}

/** Only of a date that could be read one way: to make one reading out of two is an edit. */
function dateChange(was: string, is: string): string | undefined {
  const before = readDateCell(was, { basis: "" });
  const after = readDateCell(is, { basis: "" });
  if (before.state !== "read" || after.state !== "read" || before.readings.length !== 1) return undefined;
  const only = before.claim;
  const same = after.readings.some(({ claim }) => claim.earliest === only.earliest && claim.latest === only.latest);
  return same ? "the same date, written another way" : undefined;
}
