/** The one door to the ledger: decides and appends one writer at a time, hands out numbers, and keeps the read model in step. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft, OpenedValue, Sealed } from "../core/entry/entry.ts";
import type { RecordId, RecordLetter } from "../core/entry/record-id.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { LedgerLine } from "../core/ledger/ledger-line.ts";
import type { Ledger } from "../core/ledger/ledger.port.ts";
import type { ObservationId } from "../core/observation/observation.ts";
import { type RandomBytes, sealValue } from "../formats/ledger/seal-value.ts";

/** Hands out ids that no entry has used. Those of an append that failed are handed out again. */
export interface Numbers {
  item(): ItemId;
  observation(): ObservationId;
  collection(): string;
  /** An id of any other sort: `next("e")` is "e1" in a case without events. */
  next<L extends RecordLetter>(letter: L): RecordId<L>;
}

export interface CaseWriter {
  /** `decide` runs when no other append is under way, on a case that shows every earlier line. */
  append(decide: (numbers: Numbers) => readonly EntryDraft[] | Promise<readonly EntryDraft[]>): Promise<readonly LedgerLine[]>;
  /** Seals a value under fresh randomness. */
  seal(value: Json): { sealed: Sealed; opened: OpenedValue };
}

export interface NextNumbers {
  readonly item: number;
  readonly observation: number;
  readonly collection: number;
  /** First free number by letter; 1 where a letter is missing. */
  readonly records: { readonly [letter in RecordLetter]?: number };
  /** Added to letters that are missing: lines whose words are gone may have used numbers of any sort. */
  readonly bare: number;
}

export function createCaseWriter(parts: {
  ledger: Ledger;
  /** Takes appended lines into the read model. */
  project: (lines: readonly LedgerLine[]) => Promise<void>;
  next: NextNumbers;
  sha256: Sha256;
  random: RandomBytes;
  /** Told after lines are durable and shown. */
  onAppended: (lines: readonly LedgerLine[]) => void;
}): CaseWriter {
  const { ledger, project, sha256, random, onAppended } = parts;
  let next = { ...parts.next };
  let turn: Promise<unknown> = Promise.resolve();
  let broken: unknown;

  async function appendNow(decide: Parameters<CaseWriter["append"]>[0]): Promise<readonly LedgerLine[]> {
    if (broken !== undefined) {
      throw new CaseError(
        "CASE_READ_ONLY",
        "the case: expected every append to be shown; found one that failed before. Open the case again.",
        {
          cause: broken,
        },
      );
    }
    const taken = { ...next, records: { ...next.records } };
    const drafts = await decide({
      item: () => `i${taken.item++}` as ItemId,
      observation: () => `o${taken.observation++}` as ObservationId,
      collection: () => `c${taken.collection++}`,
      next(letter) {
        const number = taken.records[letter] ?? 1 + taken.bare;
        taken.records[letter] = number + 1;
        return `${letter}${number}`;
      },
    });
    if (drafts.length === 0) return [];
    const lines = await ledger.append(drafts);
    next = taken;
    try {
      await project(lines);
    } catch (error) {
      broken = error;
      throw error;
    }
    onAppended(lines);
    return lines;
  }

  return {
    append(decide) {
      const mine = turn.then(() => appendNow(decide));
      turn = mine.catch(() => undefined);
      return mine;
    },
    seal: (value) => sealValue(sha256, random, value),
  };
}
