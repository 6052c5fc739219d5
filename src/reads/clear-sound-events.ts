/** Item times of impulsive sounds that the analyser of them calls clear, in seconds; empty while it has not looked at the item. */
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { SoundEventsResult } from "../core/sound-events/sound-events.ts";
import { type CaseReader, readJson } from "./case-reader.ts";

export async function clearSoundEvents({ views: { db }, vault }: CaseReader, item: ItemId): Promise<readonly number[]> {
  const row = await db
    .selectFrom("analysis")
    .select("result")
    .where("item", "=", Number(item.slice(1)))
    .where("analyser", "=", "sound-events")
    .executeTakeFirst();
  const result = row?.result as Digest | null | undefined;
  if (result == null || !(await vault.has(result))) return [];
  const found = SoundEventsResult.safeParse(await readJson(vault, result)).data;
  return found?.events.flatMap(({ atSec, confidence }) => (confidence === "clear" ? [atSec] : [])) ?? [];
}
