/** What binds an item: every statement about itself, about what it came from, and about whoever gave either. */
import type { ItemId } from "../item/item.ts";
import type { SourceId } from "../source/source.ts";
import { compareInstants } from "../time/compare-instants.ts";
import type { UtcInstant } from "../time/time-claim.ts";
import type { Conditions } from "./conditions.ts";

export interface Binding {
  /** What the statement is about. */
  readonly subject: ItemId | SourceId;
  /** "own": the item itself. "came-from": an item that it was unpacked from, or that holds or states it. "given-by": a source. */
  readonly through: "own" | "came-from" | "given-by";
  /** Number of the ledger line that states it. */
  readonly line: number;
  readonly conditions: Conditions;
}

/** The first that puts a legal hold on the item: then nothing of it may be erased, whatever the others say. */
export function holdIn(bindings: readonly Binding[]): Binding | undefined {
  return bindings.find(({ conditions }) => typeof conditions.legalHold !== "string");
}

/** The first whose retention is over at `at`. Undefined while a legal hold keeps the item. Nothing is ever deleted by this. */
export function disposalDue(bindings: readonly Binding[], at: UtcInstant): Binding | undefined {
  if (holdIn(bindings) !== undefined) return undefined;
  return bindings.find(({ conditions: { retention } }) => {
    return retention !== "no-limit" && retention !== "unknown" && compareInstants(retention, at) <= 0;
  });
}
