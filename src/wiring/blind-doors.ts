/**
 * Which blind doors are shut on the person at this machine: as the case stood when it was opened, and after each line since. Of a case
 * that another program writes, nobody tells this one of a line: it asks the tables that both read, before anything is answered.
 */
import { afterLine, type BlindDoor, doorsOf } from "../core/blind/blind-review.ts";
import type { PersonId } from "../core/key/key.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import { blindReviews } from "../reads/blind/blind-reviews.ts";
import type { CaseReader } from "../reads/case-reader.ts";

interface BlindDoors {
  now(): readonly BlindDoor[];
  /** Reads what others have written since. */
  refresh(): Promise<void>;
}

/** Subscribes before anybody else is told of a line: what it shuts is shut before it is heard of. */
export async function blindDoors(
  reader: CaseReader,
  person: PersonId,
  onAppended: (listener: (lines: readonly LedgerLine[]) => void) => unknown,
): Promise<BlindDoors> {
  let seen = reader.views.head()?.seq;
  let { reviews } = await blindReviews(reader);
  let doors = doorsOf(reviews, person);
  onAppended((lines) => {
    for (const { head, body } of lines) if (body !== undefined) reviews = afterLine(reviews, head.seq, body);
    doors = doorsOf(reviews, person);
  });
  return {
    now: () => doors,
    async refresh() {
      const head = reader.views.head()?.seq;
      if (head === seen) return;
      reviews = (await blindReviews(reader)).reviews;
      doors = doorsOf(reviews, person);
      seen = head;
    },
  };
}
