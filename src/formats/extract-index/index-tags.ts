/**
 * Which tags of the map an index can be asked by. Words that are different on nearly every thing would make it larger than the map
 * and say nothing of what a thing is; they are kept with the thing where a person reads them, or not at all.
 */

/** Kept, shown, and not asked by. */
const words =
  /^(name|alt_name|old_name|int_name|loc_name|official_name|short_name|reg_name|nat_name|ref|old_ref|int_ref|addr|wikidata|wikipedia|population|operator|brand)(:|$)/;
/** Notes of mappers to one another, contacts, where an edit came from, and what sort a relation is: not kept. */
const dropped =
  /^(type|source|note|fix[m]e|FIX[M]E|created_by|comment|description|url|website|image|email|phone|fax|contact|opening_hours|mapillary|attribution|import|tiger|gnis|KSJ2|CLC|osak|naptan|check_date|wikimedia_commons|survey|yh)(:|_|$)/;

export type TagUse = "asked" | "shown" | "dropped";

/** Longest key or value that an index takes in, characters; the map itself allows no more (255). */
export const longestTag = 255;

export function useOfTag(key: string): TagUse {
  if (words.test(key)) return "shown";
  return dropped.test(key) ? "dropped" : "asked";
}

/** Every kind of name a place has: "name", "name:uk", "old_name", "alt_name" with several in one. */
export function namesIn(tags: ReadonlyMap<string, string>): string[] {
  const names = new Set<string>();
  for (const [key, value] of tags) {
    if (!/^(name|alt_name|old_name|int_name|loc_name|official_name|short_name)(:|$)/.test(key)) continue;
    for (const one of value.split(";")) if (one.trim() !== "") names.add(one.trim());
  }
  return [...names];
}
