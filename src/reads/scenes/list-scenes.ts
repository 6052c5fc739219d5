/** Things in scenes and pair sheets, whole, newest sheet first. Withdrawn ones come along, marked. */
import type { Digest } from "../../core/hash/digest.ts";
import { ScenePairSheet } from "../../core/scene/scene-pair-sheet.ts";
import type { SceneObjectId } from "../../core/scene/scene.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { copyItems } from "../copies/list-copy-groups.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";

export async function listScenes(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const { db } = reader.views;
  const nameOf = await peopleNames(reader);
  const objects = await db.selectFrom("scene_object").selectAll().orderBy("seq").execute();
  const pairs = await db.selectFrom("scene_pair").selectAll().orderBy("id", "desc").execute();
  const items = await copyItems(reader, [...new Set(pairs.flatMap(({ a, b }) => [itemId(a), itemId(b)]))]);
  const written = (row: { reason: string | null; at: string; by: string; seq: number; withdrawn: string | null }) => ({
    reason: row.reason,
    ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
    ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
  });
  return {
    objects: objects.map((row) => ({ id: row.label as SceneObjectId, description: row.description ?? "withheld", ...written(row) })),
    pairs: await Promise.all(
      pairs.map(async (row) => ({
        ...{ id: `sp${row.id}` as const, a: itemId(row.a), b: itemId(row.b), verdict: row.verdict },
        sheet: (await sheetOf(reader, row.sheet)) ?? ("withheld" as const),
        ...written(row),
      })),
    ),
    items: [...items.values()],
  };
}

/** Undefined where this copy does not hold it. */
export async function sheetOf({ vault }: Pick<CaseReader, "vault">, sheet: string): Promise<ScenePairSheet | undefined> {
  const object = sheet as Digest;
  return (await vault.has(object)) ? ScenePairSheet.safeParse(await readJson(vault, object)).data : undefined;
}
