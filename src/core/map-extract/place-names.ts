/** What OpenStreetMap's tags say of a named place: its name, its further names, how many live there. */
import type { TagsOf } from "./tag-test.ts";

/** Keys of names beside "name", each also with a language behind a colon (wiki.openstreetmap.org/wiki/Names). */
const nameKey = /^(?:name|alt_name|old_name|int_name|loc_name|nat_name|official_name|reg_name|short_name)(?::[A-Za-z_-]+)?$/;

/** OpenStreetMap's own limit is 255 characters; other files have none. */
const longestName = 400;

export interface PlaceNames {
  /** In the language of the place. */
  readonly name: string;
  readonly variants: readonly string[];
}

/** Undefined where no tag gives a name. */
export function namesOfPlace(tags: TagsOf): PlaceNames | undefined {
  const all = new Set<string>();
  const own = tags.get("name")?.trim() ?? "";
  if (own !== "" && own.length <= longestName && !/[\n\t]/.test(own)) all.add(own);
  for (const [key, value] of tags)
    if (nameKey.test(key))
      for (const one of value.split(";")) if (one.trim() !== "" && one.length <= longestName && !/[\n\t]/.test(one)) all.add(one.trim());
  const [name, ...variants] = all;
  return name === undefined ? undefined : { name, variants };
}

/** Null where there is no figure that can be read. */
export function populationOf(tags: TagsOf): number | null {
  const text = tags.get("population")?.replaceAll(/[\s,.]/g, "") ?? "";
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
