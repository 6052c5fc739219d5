/** What actions on things in scenes and pair sheets must know before they append. */
import type { EventId } from "../../core/event/event.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SceneObjectId, ScenePairId } from "../../core/scene/scene.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { standsOf } from "../subjects/subject-index.ts";

const numberOf = (id: string): number => Number(id.replace(/^[a-zA-Z]+/u, ""));

export function sceneIndex({ views: { db } }: CaseReader) {
  return {
    object: async (id: SceneObjectId) =>
      standsOf(await db.selectFrom("scene_object").select("withdrawn").where("label", "=", id).executeTakeFirst()),
    async pair(id: ScenePairId) {
      const row = await db.selectFrom("scene_pair").select(["withdrawn", "a", "b"]).where("id", "=", numberOf(id)).executeTakeFirst();
      return row === undefined ? undefined : { state: standsOf(row), a: itemId(row.a), b: itemId(row.b) };
    },
    async pairOf(a: ItemId, b: ItemId): Promise<ScenePairId | undefined> {
      const [one, other] = [numberOf(a), numberOf(b)];
      const row = await db
        .selectFrom("scene_pair")
        .select("id")
        .where("withdrawn", "is", null)
        .where("a", "in", [one, other])
        .where("b", "in", [one, other])
        .orderBy("id")
        .executeTakeFirst();
      return row === undefined ? undefined : `sp${row.id}`;
    },
    event: async (id: EventId) =>
      standsOf(await db.selectFrom("event").select("withdrawn").where("id", "=", numberOf(id)).executeTakeFirst()),
    async original(item: ItemId): Promise<Digest | undefined> {
      const row = await db
        .selectFrom("item")
        .select(["object", "held"])
        .where("number", "=", numberOf(item))
        .where("undone", "is", null)
        .executeTakeFirst();
      return row === undefined || row.held === 0 ? undefined : ((row.object ?? undefined) as Digest | undefined);
    },
  };
}
