/** What sort of record a name such as "i3", "o12" or "qn1" is of, by its letters. */
import { z } from "zod";
import { recordLetters } from "../entry/record-id.ts";
import type { RecordName } from "./ground.ts";

const sorts = ["item", "observation", ...(Object.keys(recordLetters) as (keyof typeof recordLetters)[])] as const;
export const RecordSort = z.enum(sorts);
export type RecordSort = z.infer<typeof RecordSort>;

const byLetters: ReadonlyMap<string, RecordSort> = new Map<string, RecordSort>([
  ["i", "item"],
  ["o", "observation"],
  ...Object.entries(recordLetters).map(([sort, letters]) => [letters, sort as RecordSort] as const),
]);

/** Undefined for letters that no sort of record has. */
export function sortOfRecord(name: RecordName): RecordSort | undefined {
  return byLetters.get(name.replace(/[0-9]+$/, ""));
}
