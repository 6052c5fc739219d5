/** What a thing on the map has to be tagged with. OpenStreetMap has no classes, only keys and values that mappers agree on. */
import { z } from "zod";

/** A key with a value; "*" for any value. Case counts, as it does in the map. */
const Tag = z.strictObject({ key: z.string().min(1).max(255), value: z.string().min(1).max(255) });
export type Tag = z.infer<typeof Tag>;

/** At least one of the sets holds as a whole. `shapes`: only things of these shapes. */
export const TagTest = z.strictObject({
  anyOf: z.array(z.array(Tag).min(1).max(10)).min(1).max(50),
  shapes: z
    .array(z.enum(["point", "line", "area"]))
    .min(1)
    .optional(),
});
export type TagTest = z.infer<typeof TagTest>;

export type TagsOf = ReadonlyMap<string, string>;

export function hasTags(tags: TagsOf, { anyOf }: TagTest): boolean {
  return anyOf.some((all) => all.every(({ key, value }) => (value === "*" ? tags.has(key) : tags.get(key) === value)));
}
