/** Whether a row of cells holds names or values. */
import { headerMeaning } from "../../core/sheet/header-meaning.ts";
import { readCoordinates } from "../../core/place/read-coordinates.ts";
import { readDateCell } from "../../core/time/read-date-cell.ts";

const longestName = 200;

/** Names are short words; an address, a date, coordinates or a bare number is a value. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (words.length === 0) return false;
  const known = words.filter((word) => headerMeaning(word) !== "other").length;
  const values = words.filter(isValue).length;
  return values === 0 ? known > 0 || words.every((word) => word.length <= longestName && /\p{L}/u.test(word)) : known > values * 2;
}

function isValue(word: string): boolean {
  if (word.length > longestName || word.includes("://") || /^[-+]?[\d.,\s]+$/.test(word)) return true;
  if (!/\d/.test(word)) return false;
  return readDateCell(word, { basis: "" }).state === "read" || readCoordinates(word, { basis: "" }).state === "read";
}
