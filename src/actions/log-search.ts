/** Writes into the search log what somebody looked for outside the case, and what they kept of it and why not the rest. */
import type { LoggedSearchId } from "../core/entry/kinds/searches.ts";
import type { ItemId } from "../core/item/item.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { createSealing } from "./sealing.ts";

export interface Search {
  readonly query: string;
  readonly place: string;
  readonly account: string | "unknown";
  readonly at: TimeClaim;
  readonly hits: number | "unknown";
  readonly kept: readonly ItemId[];
  readonly notKept: { readonly count: number | "unknown"; readonly why: string | null };
}

/** Throws CaseError ITEM_UNKNOWN. */
export async function logSearch(
  ports: { writer: CaseWriter } & KnowsItems,
  viewer: Viewer,
  { query, place, account, at, hits, kept, notKept }: Search,
): Promise<{ id: LoggedSearchId; seq: number }> {
  demand(viewer, "append");
  await demandItems(ports, kept);
  const { opens, seal, sealOrNull, sealOrUnknown } = createSealing(ports.writer);
  const said = {
    ...{ query: seal(query), place: seal(place), account: sealOrUnknown(account), at, hits, kept: [...kept] },
    notKept: { count: notKept.count, why: sealOrNull(notKept.why) },
  };
  let id: LoggedSearchId = "q1";
  const [line] = await ports.writer.append((numbers) => {
    id = numbers.next("q");
    return [{ kind: "search.logged", data: { search: id, ...said }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
