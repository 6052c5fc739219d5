/** Addresses in a cell, as written. */

const longestCell = 200_000;
const mostLinks = 200;
const address = /(?:https?|ftp):\/\/[^\s\p{Cc}<>"'|]{1,4000}/giu;
/** Addresses without a scheme, where a column says that it holds addresses. */
const bare = /^(?:www\.|t\.me\/|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/)[^\s<>"']{0,4000}$/iu;

/** A spreadsheet would run it: an address in it is what it works with, and not what the row is about. */
export function isFormula(cell: string): boolean {
  return /^\s*[=＝]/u.test(cell);
}

/** `linkColumn`: the header says that the cell is an address. */
export function linksInCell(cell: string, linkColumn: boolean): string[] {
  if (cell.length < 4 || cell.length > longestCell) return [];
  if (!cell.includes("://")) {
    const trimmed = cell.trim();
    return linkColumn && bare.test(trimmed) ? [trimmed] : [];
  }
  const found: string[] = [];
  for (const [match] of cell.matchAll(address)) {
    if (found.length >= mostLinks) break;
    for (const one of apart(match)) found.push(one);
  }
  return found;
}

/** Neighbours joined by a comma or semicolon, and signs of the sentence or formula around an address. */
function apart(match: string): string[] {
  return match
    .split(/[,;](?=(?:https?|ftp):\/\/)/i)
    .map(trimmedEnd)
    .filter((one) => !/^\w+:\/\/$/.test(one));
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0) {
    const sign = text.charAt(end - 1);
    if (".,;:!?…»”’".includes(sign)) end--;
    // A bracket belongs to the address only when it was opened in it.
    else if (")]}".includes(sign) && !text.slice(0, end).includes("([{".charAt(")]}".indexOf(sign)))) end--;
    else break;
  }
  return text.slice(0, end);
}
