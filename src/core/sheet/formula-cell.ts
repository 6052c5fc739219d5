/**
 * Cells that a spreadsheet would run instead of show (OWASP, "CSV Injection"): one that begins with = + - @ a tab, a carriage
 * return or a line feed, or the full-width form of such a sign, gets an apostrophe in front. Plain numbers such as -12.5 or
 * +380 are left as they are: no spreadsheet runs them. A cell that has apostrophes there already gets one more, so that
 * taking one away again gives every cell back as it was.
 */

const running = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/u;
const plainNumber = /^[+-]?\d{1,15}(?:[.,]\d{1,15})?$/;

export function guardedCell(cell: string): string {
  return running.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** Of a cell that `guardedCell` wrote. Another program's apostrophes are nobody's to take away. */
export function unguardedCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
