/** What the last check of all bytes found of one object, and no more than its line says: bytes that came later were not in it. */
import type { Digest } from "../../core/hash/digest.ts";
import type { CustodyAnswer } from "../../core/report/report-item.ts";
import { stampWords } from "../../core/report/report-words.ts";
import { type LineRow, readLineRow } from "./entry-lines.ts";

/** `row`: of the last such line; undefined where there is none. */
export function lastCheck(row: LineRow | undefined, object: Digest): CustodyAnswer {
  if (row === undefined)
    return {
      text: "Nobody recorded a check of all bytes. Sealing this edition reads what goes into it once more and refuses bytes that do not have their hash.",
      line: null,
    };
  const when = `The last check of all bytes, at ${row.at === null ? "a time that is withheld" : stampWords(row.at)},`;
  const said = (text: string): CustodyAnswer => ({ text: `${when} ${text}`, line: row.seq });
  if (row.body === null) return said("is withheld here: what it found is not known.");
  const { altered, missing, intact, objects } = readLineRow<"fixity.checked">(row).data;
  if (altered.includes(object)) return said("FOUND THIS ITEM'S BYTES ALTERED.");
  if (missing.includes(object)) return said("DID NOT FIND THIS ITEM'S BYTES.");
  return said(`found ${intact} of ${objects} objects as they were, and does not name this one among those that were altered or missing.`);
}
