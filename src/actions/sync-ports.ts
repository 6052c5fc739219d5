/** What actions on recordings on one clock must know of the case, and how they refuse. */
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SyncMarkId } from "../core/sync/sync-mark.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandStanding, type RecordState } from "./claim-ports.ts";

export interface SyncPorts {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly sync: {
    /** Of these, those that are held and have sound or moving picture; the others are missing from the answer. */
    clips(items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, SyncClipFacts>>;
    mark(id: SyncMarkId): Promise<RecordState>;
    /** The object that holds the last measuring of the two, `a` with the lower number; undefined when they were not measured. */
    measuredIn(a: ItemId, b: ItemId): Promise<{ readonly result: Digest; readonly hasOffset: boolean } | undefined>;
    /** Of a judgement's line. */
    judgement(line: number): Promise<RecordState>;
  };
}

export interface SyncClipFacts {
  readonly object: Digest;
  readonly hasSound: boolean;
  readonly hasPicture: boolean;
  /** Item times of the first and the last moment; undefined where the container does not say. */
  readonly span: { readonly startS: number; readonly endS: number } | undefined;
}

/** Throws CaseError INPUT_INVALID unless the mark is there and stands. */
export async function demandSyncMark({ sync }: Pick<SyncPorts, "sync">, id: SyncMarkId): Promise<void> {
  demandStanding(`sync mark ${id}`, await sync.mark(id));
}

/** The two in the order of their numbers. */
export function inOrder(a: ItemId, b: ItemId): readonly [ItemId, ItemId] {
  return Number(a.slice(1)) <= Number(b.slice(1)) ? [a, b] : [b, a];
}
