/**
 * Keeps what measuring recordings against each other found, refusals included: an object of pairs, a line each, and the entry that
 * names it. Last of all the entry: without it nothing was measured.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { EntryData } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { writeRecordLine } from "../core/json/records-file.ts";
import { ItemPairMeasurement, type PairMeasurement } from "../core/sync/pair-measurement.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { inOrder, type SyncPorts } from "./sync-ports.ts";

export interface SyncMeasuring {
  /** Each with the original that was measured, by number. */
  readonly items: readonly { readonly item: ItemId; readonly object: Digest }[];
  readonly versions: EntryData<"sync.measured">["versions"];
  readonly unread: EntryData<"sync.measured">["unread"];
  /** Every pair of the items once, `a` with the lower number. */
  readonly pairs: readonly { readonly a: ItemId; readonly b: ItemId; readonly measurement: PairMeasurement }[];
}

/** Throws CaseError INPUT_INVALID for what is not each pair once, and where an item was erased meanwhile: then nothing is recorded. */
export async function recordSyncMeasuring(
  { writer, vault, sync }: SyncPorts,
  viewer: Viewer,
  { items, versions, unread, pairs }: SyncMeasuring,
): Promise<{ seq: number; measured: number; refused: number }> {
  demand(viewer, "append");
  demandEachPair(
    items.map(({ item }) => item),
    pairs,
  );
  const staged = await vault.stage(linesOf(pairs));
  await vault.commit([staged]);
  const measured = pairs.filter(({ measurement }) => measurement.state === "measured").length;
  const refused = pairs.length - measured;
  const [line] = await writer.append(async () => {
    const held = await sync.clips(items.map(({ item }) => item));
    const gone = items.find(({ item, object }) => held.get(item)?.object !== object);
    if (gone !== undefined)
      throw new CaseError("INPUT_INVALID", `measuring: ${gone.item}: expected what was measured to be held still; found that it is not`);
    const named = items.map(({ item }) => item);
    return [{ kind: "sync.measured", data: { items: named, versions, result: staged.digest, measured, refused, unread: [...unread] } }];
  });
  return { seq: line?.head.seq ?? 0, measured, refused };
}

async function* linesOf(pairs: SyncMeasuring["pairs"]): ByteStream {
  for (const { a, b, measurement } of pairs) {
    // What is kept must be read again, or the tables would not take it.
    yield encodeUtf8(writeRecordLine(ItemPairMeasurement.parse({ a, b, measurement })));
  }
}

/** "Nothing in common" is only ever said of two that were compared: a pair that is left out would be taken for one. */
function demandEachPair(items: readonly ItemId[], pairs: SyncMeasuring["pairs"]): void {
  const named = new Set(items);
  const seen = new Set<string>();
  for (const { a, b } of pairs) {
    if (!named.has(a) || !named.has(b) || inOrder(a, b)[0] !== a || a === b || seen.has(`${a} ${b}`))
      throw new CaseError("INPUT_INVALID", `measuring: expected each pair of its items once, lower number first; found ${a} and ${b}`);
    seen.add(`${a} ${b}`);
  }
  const expected = (named.size * (named.size - 1)) / 2;
  if (seen.size !== expected)
    throw new CaseError("INPUT_INVALID", `measuring: expected ${expected} pairs of ${named.size} items; found ${seen.size}`);
}
