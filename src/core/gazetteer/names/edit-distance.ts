/** Letters by which two words differ (V. Levenshtein, 1966: one put in, left out or changed), as far as that matters. */

/** How far apart a near spelling may be: none in short names, one letter from five on, two from nine on. */
export function editsAllowed(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Rows of the table for one word that is asked for, letter by letter of another. */
export interface DistanceRows {
  /** The row before any letter. */
  readonly first: Uint16Array;
  /** The row after one letter more. */
  next(row: Uint16Array, letter: string): Uint16Array;
}

export function distanceRows(asked: string): DistanceRows {
  return {
    first: Uint16Array.from({ length: asked.length + 1 }, (_, at) => at),
    next(row, letter) {
      const made = new Uint16Array(row.length);
      made[0] = (row[0] as number) + 1;
      for (let at = 1; at < row.length; at++) {
        const changed = (row[at - 1] as number) + (asked[at - 1] === letter ? 0 : 1);
        made[at] = Math.min(changed, (row[at] as number) + 1, (made[at - 1] as number) + 1);
      }
      return made;
    },
  };
}

export function editDistance(a: string, b: string): number {
  const rows = distanceRows(a);
  let row = rows.first;
  for (let at = 0; at < b.length; at++) row = rows.next(row, b[at] as string);
  return row[a.length] as number;
}
