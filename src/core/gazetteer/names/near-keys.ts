/**
 * All keys of a sorted list within a bounded number of edits of one, without reading the list: where a beginning is already too far,
 * the list is entered again behind everything that begins so. Finds exactly what comparing with every key would find.
 */
import { distanceRows } from "./edit-distance.ts";

/** The first key of the list that is `from` or comes after it, by code units. */
export type NextKey = (from: string) => string | undefined;

export interface NearKey {
  readonly key: string;
  readonly edits: number;
}

/** `sort`: what the keys begin with; not compared. */
export function nearKeys(next: NextKey, sort: string, asked: string, edits: number): NearKey[] {
  const rows = distanceRows(asked);
  const found: NearKey[] = [];
  let kept: Uint16Array[] = [rows.first];
  let before = "";
  for (let key = next(sort); key?.startsWith(sort) === true;) {
    const word = key.slice(sort.length);
    let at = sharedLength(before, word, kept.length - 1);
    kept = kept.slice(0, at + 1);
    let tooFar = false;
    while (at < word.length) {
      const row = rows.next(kept[at] as Uint16Array, word[at] as string);
      kept.push(row);
      at++;
      tooFar = Math.min(...row) > edits;
      if (tooFar) break;
    }
    before = word;
    if (tooFar) {
      key = next(sort + after(word.slice(0, at)));
    } else {
      const distance = (kept[word.length] as Uint16Array)[asked.length] as number;
      if (distance <= edits) found.push({ key, edits: distance });
      key = next(`${key}\u0000`);
    }
  }
  return found;
}

function sharedLength(a: string, b: string, most: number): number {
  const limit = Math.min(a.length, b.length, most);
  let at = 0;
  while (at < limit && a[at] === b[at]) at++;
  return at;
}

/** What comes right after everything that begins so. */
function after(beginning: string): string {
  return beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
}
