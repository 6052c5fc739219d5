/** What actions on recordings on one clock must know before they append. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PairMeasurement } from "../../core/sync/pair-measurement.ts";
import type { SyncMarkId } from "../../core/sync/sync-mark.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ClipFacts, clipFacts } from "./clip-facts.ts";

const numberOf = (id: string): number => Number(id.slice(1));

function stateOf(row: { readonly withdrawn: string | null } | undefined): "stands" | "withdrawn" | "unknown" {
  if (row === undefined) return "unknown";
  return row.withdrawn === null ? "stands" : "withdrawn";
}

export function syncIndex(reader: CaseReader) {
  const { db } = reader.views;
  return {
    async clips(items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, ClipFacts>> {
      return new Map((await clipFacts(reader, items)).map((clip) => [clip.item, clip]));
    },
    mark: async (id: SyncMarkId) =>
      stateOf(await db.selectFrom("sync_mark").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst()),
    judgement: async (line: number) =>
      stateOf(await db.selectFrom("sync_judgement").select("withdrawn").where("seq", "=", line).executeTakeFirst()),
    async measuredIn(a: ItemId, b: ItemId): Promise<{ result: Digest; hasOffset: boolean } | undefined> {
      const held = await clipFacts(reader, [a, b]);
      const row = await db
        .selectFrom("sync_pair")
        .innerJoin("sync_run", "sync_run.seq", "sync_pair.run")
        .select(["result", "json"])
        .where("a", "=", numberOf(a))
        .where("b", "=", numberOf(b))
        .executeTakeFirst();
      if (row === undefined || held.length < 2) return undefined;
      return { result: row.result as Digest, hasOffset: (JSON.parse(row.json) as PairMeasurement).state === "measured" };
    },
  };
}
