/** What measuring found of each pair, and which recordings it has not met yet, so that "nothing in common" is never said of what was not compared. */
import type { ItemId } from "../../core/item/item.ts";
import type { MeasurerVersions } from "../../core/sync/measurer.port.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyItems } from "../copies/list-copy-groups.ts";
import type { CopyItem } from "../copies/copy-rows.ts";
import { clipFacts } from "./clip-facts.ts";
import { pairRow } from "./pair-row.ts";
import { isOfVersions, syncCase, type SyncCase, type SyncRun } from "./sync-case.ts";
import type { SyncItem, SyncPairRow } from "./sync-rows.ts";

export interface SyncMeasurements {
  items: SyncItem[];
  pairs: SyncPairRow[];
  neverMeasured: number;
  measurer: string;
}

/** `between`: pairs of these alone; all when undefined. */
export async function listSyncMeasurements(
  reader: CaseReader,
  viewer: Viewer,
  versions: MeasurerVersions,
  between?: readonly ItemId[],
): Promise<SyncMeasurements> {
  demand(viewer, "read");
  const found = await syncCase(reader);
  const { partners } = measuredWith(found, versions);
  const named = between === undefined ? undefined : new Set(between);
  return {
    items: await syncItems(reader, found, versions),
    pairs: found.pairs.filter(({ a, b }) => named === undefined || (named.has(a) && named.has(b))).map(pairRow),
    neverMeasured: found.items.filter(({ item }) => (partners.get(item) ?? 0) === 0).length,
    measurer: versions.measurer,
  };
}

/** All that can be measured, or only those named. */
export async function syncItems(
  reader: CaseReader,
  found: SyncCase,
  versions: MeasurerVersions,
  only: ReadonlySet<ItemId> = new Set(found.items.map(({ item }) => item)),
): Promise<SyncItem[]> {
  const wanted = found.items.filter(({ item }) => only.has(item));
  const { partners } = measuredWith(found, versions, only);
  const unread = unreadOf(found);
  const facts = new Map(
    (
      await clipFacts(
        reader,
        wanted.map(({ item }) => item),
      )
    ).map((one) => [one.item, one]),
  );
  const shown = await copyItems(
    reader,
    wanted.map(({ item }) => item),
  );
  return wanted.map(({ item, object }) => ({
    ...(shown.get(item) as CopyItem),
    object,
    hasSound: facts.get(item)?.hasSound ?? false,
    hasPicture: facts.get(item)?.hasPicture ?? false,
    unmeasured: wanted.length - 1 - (partners.get(item) ?? 0),
    unread: unread.get(item) ?? [],
  }));
}

/** Of the last measuring that each was in. */
function unreadOf({ pairs }: SyncCase): ReadonlyMap<ItemId, SyncItem["unread"]> {
  const last = new Map<ItemId, SyncRun>();
  for (const { a, b, run } of pairs) for (const item of [a, b]) if (run.seq > (last.get(item)?.seq ?? 0)) last.set(item, run);
  return new Map(
    [...last].map(([item, run]) => [
      item,
      run.unread.filter((one) => one.item === item).map(({ channel, failure }) => ({ channel, why: failure.message })),
    ]),
  );
}

/** With how many others each was measured by these versions. */
function measuredWith(
  { pairs }: SyncCase,
  versions: MeasurerVersions,
  only?: ReadonlySet<ItemId>,
): { partners: ReadonlyMap<ItemId, number> } {
  const partners = new Map<ItemId, number>();
  for (const { a, b, run } of pairs) {
    if (!isOfVersions(run, versions) || only?.has(a) === false || only?.has(b) === false) continue;
    for (const item of [a, b]) partners.set(item, (partners.get(item) ?? 0) + 1);
  }
  return { partners };
}
