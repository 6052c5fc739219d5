/**
 * Which copy carries the logo or caption. Between two copies it cannot be told which of them shows something else in a place; of
 * three and more, the one that differs from most of the others, which agree among themselves.
 */
import type { JoinedPair } from "./copy-facts.ts";

export type OverlayState = "carries-one" | "carries-none" | "cannot-be-told";

export function overlays(copies: readonly string[], pairs: readonly JoinedPair[]): ReadonlyMap<string, OverlayState> {
  const compared = new Map<string, { differs: number; agrees: number }>(copies.map((copy) => [copy, { differs: 0, agrees: 0 }]));
  for (const { comparison, segments } of pairs) {
    const told = segments.flatMap(({ covered }) => (covered === "unknown" ? [] : [covered.length > 0]));
    if (told.length === 0) continue;
    const differs = told.some(Boolean);
    for (const copy of [comparison.a, comparison.b]) {
      const own = compared.get(copy);
      if (own !== undefined) own[differs ? "differs" : "agrees"]++;
    }
  }
  return new Map(
    [...compared].map(([copy, { differs, agrees }]): [string, OverlayState] => {
      // Whoever agrees with somebody and differs from others has none of its own unless both carry the same one.
      if (agrees > 0 && agrees >= differs) return [copy, "carries-none"];
      const others = copies.length - 1;
      return [copy, others >= 2 && agrees === 0 && differs >= 2 ? "carries-one" : "cannot-be-told"];
    }),
  );
}
