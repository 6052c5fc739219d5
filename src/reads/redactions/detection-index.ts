/** What actions must know of a detector's run before they append. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { CaseReader } from "../case-reader.ts";
import { detectionResult } from "./regions-of.ts";

export function detectionIndex(reader: CaseReader) {
  return {
    /** `regions`: how many it has; null where it cannot be read. Undefined where the line is no run of the item. */
    async run(item: ItemId, line: number): Promise<{ object: Digest; regions: number | null } | undefined> {
      const row = await reader.views.db
        .selectFrom("detector_run")
        .select(["object", "result"])
        .where("line", "=", line)
        .where("item", "=", Number(item.slice(1)))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const result = await detectionResult(reader, row.result, row.object);
      return { object: row.object as Digest, regions: result?.regions.length ?? null };
    },
  };
}
