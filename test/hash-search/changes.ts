/** Changes to a folder of hashes, one after the other, for stopping them halfway. */
import type { HashSearch } from "../../src/analyse/hash-search/hash-search.ts";
import { someSource, sourceOf } from "./made-prints.ts";

/** Five segments come to be, so that some are merged. */
export const changes: readonly (readonly ["add" | "remove", readonly number[]])[] = [
  ["add", [1]],
  ["add", [2, 3]],
  ["add", [4]],
  ["add", [5]],
  ["remove", [3]],
  ["add", [3]],
];

export async function makeChanges(search: HashSearch): Promise<void> {
  for (const [change, numbers] of changes) {
    if (change === "add") await search.add(numbers.map(someSource));
    else await search.remove(numbers.map(sourceOf));
  }
}

/** Sources that are there when so many changes were made, in order. */
export function stateAfter(done: number): string[] {
  const there = new Set<number>();
  for (const [change, numbers] of changes.slice(0, done)) for (const number of numbers) there[change === "add" ? "add" : "delete"](number);
  return [...there].map((number): string => sourceOf(number)).toSorted();
}
