/** Which blind doors are shut on the person at this machine: as the case stood when it was opened, and after each line since. */
import { afterLine, type BlindDoor, doorsOf } from "../core/blind/blind-review.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import { blindReviews } from "../reads/blind/blind-reviews.ts";
import type { CaseReader } from "../reads/case-reader.ts";

/** Subscribes before anybody else is told of a line: what it shuts is shut before it is heard of. */
export async function blindDoors(
  reader: CaseReader,
  person: PersonId,
  onAppended: (listener: (lines: readonly LedgerLine[]) => void) => unknown,
): Promise<() => readonly BlindDoor[]> {
  let { reviews } = await blindReviews(reader);
  let doors = doorsOf(reviews, person);
  onAppended((lines) => {
    for (const { head, body } of lines) if (body !== undefined) reviews = afterLine(reviews, head.seq, body);
    doors = doorsOf(reviews, person);
  });
  return () => doors;
}
