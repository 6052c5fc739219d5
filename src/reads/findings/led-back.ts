/**
 * What each ground leads back to: the origins of a claim, the recordings that a record is of, with their copies. Two grounds that lead to
 * the same are one. What nobody knows the origin of leads nowhere, and is never counted as another.
 */
import type { LedBack } from "../../core/grading/independent-grounds.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { caseOrigins } from "../claims/origin-report.ts";
import { copyCase } from "../copies/copy-case.ts";
import { itemsOfGround } from "./items-of-ground.ts";

export async function ledBack(reader: CaseReader, viewer: Viewer, grounds: readonly Ground[]): Promise<LedBack[]> {
  const copies = grounds.length === 0 ? undefined : await copyCase(reader);
  const recordings = (items: readonly ItemId[]): string[] =>
    items.flatMap((item) => [`recording ${item}`, ...(copies?.groupsOf(item).map(({ id }) => `copies of ${id}`) ?? [])]);
  const originsOf = grounds.some(({ record }) => record?.startsWith("k") === true) ? await originKeys(reader, viewer) : undefined;
  return Promise.all(
    grounds.map(async (ground): Promise<LedBack> => {
      const record = ground.record ?? `line ${ground.line}`;
      if (ground.record?.startsWith("k") === true) {
        const { origins, exhibits } = originsOf?.(ground.record) ?? { origins: [], exhibits: [] };
        return { record, to: origins.length === 0 ? [] : [...origins, ...recordings(exhibits)] };
      }
      return { record, to: recordings(await itemsOfGround(reader, ground)) };
    }),
  );
}

/** Of a claim: the origins whose it is, or which it derives from; and the exhibits that those judged from. */
async function originKeys(reader: CaseReader, viewer: Viewer) {
  const { cells } = await caseOrigins(reader, viewer);
  return (claim: string): { origins: string[]; exhibits: ItemId[] } => {
    const own = cells.flatMap(({ origins }) =>
      origins.filter(({ claims, derived }) => [...claims, ...derived].some((one) => one === claim)),
    );
    return {
      // A circle leads back to itself: its origin is not in the case.
      origins: own.filter(({ circle }) => circle === null).map(({ source, label }) => `origin ${source === "unknown" ? label : source}`),
      exhibits: own.flatMap(({ exhibits }) => exhibits),
    };
  };
}
