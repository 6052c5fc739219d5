/** A search as the sentence that reads back as the same search: what a person changed by hand is seen in words again. */
import type { NearCondition } from "../../core/map-extract/feature-problem.ts";
import { pluralOf } from "./kinds.ts";

/** Eight points of the compass with the sector that a word such as "north" stands for. */
export const sectors: readonly { readonly word: string; readonly fromDeg: number; readonly toDeg: number }[] = [
  "north",
  "northeast",
  "east",
  "southeast",
  "south",
  "southwest",
  "west",
  "northwest",
].map((word, at) => {
  // Cardinal points take a quarter of the circle, those between them an eighth, as with phrases of places.
  const half = at % 2 === 0 ? 45 : 22.5;
  return { word, fromDeg: (at * 45 - half + 360) % 360, toDeg: (at * 45 + half) % 360 };
});

/** A bearing that no word stands for is left out: the grammar has none for it. */
export function writeFeatureWords(find: string, near: readonly NearCondition[]): string {
  const all = near.map((one) => {
    const word = sectors.find(({ fromDeg, toDeg }) => fromDeg === one.bearing?.fromDeg && toDeg === one.bearing.toDeg)?.word;
    const way = word === undefined ? "" : ` to the ${word}`;
    const distance = `${Number(one.withinM.toFixed(2))} m`;
    if (one.not) return `with no ${one.what} within ${distance}${way}`;
    return one.atLeast > 1
      ? `with at least ${one.atLeast} ${many(one.what)} within ${distance}${way}`
      : `within ${distance} of ${one.what}${way}`;
  });
  return [find, all.join(" and ")].filter((part) => part !== "").join(" ");
}

function many(what: string): string {
  return what.includes("=") ? what : pluralOf(what);
}
