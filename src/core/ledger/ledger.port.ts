/** The ledger as the house uses it: read in order, append in groups. Two implementations keep to this: a file, a database table. */
import type { EntryDraft } from "../entry/entry.ts";
import type { HeadRef, LedgerLine } from "./ledger-line.ts";

export interface LedgerReader {
  /** Lines from `fromSeq` (default 1) in order. Throws CaseError LEDGER_* naming the line when one is not as the format says. */
  read(fromSeq?: number): AsyncIterable<LedgerLine>;
  /** The last line's place; undefined for a ledger without lines. */
  head(): Promise<HeadRef | undefined>;
}

export interface Ledger extends LedgerReader {
  /**
   * Appends one line per draft, in order, made durable together; resolves only then. All or, after a crash,
   * a prefix. Objects that the drafts name must already be durable. After a failed sync the ledger refuses
   * every further append until the case is opened again.
   */
  append(drafts: readonly EntryDraft[]): Promise<readonly LedgerLine[]>;
}
