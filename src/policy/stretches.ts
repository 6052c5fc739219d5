/** Stretches of item time: which of an item are shown, and what of them is left over once others are taken away. */
import type { EditionItem } from "../core/edition/edition.ts";
import type { EditionItemFacts, Stretch } from "./edition-facts.ts";

/** Times are kept as written decimals; less than this between two stretches is no gap. Shorter than a frame at 240 a second. */
const touchingS = 0.002;

/** Excerpts, or all of it; and the moments of its stills. Undefined where its end is not known. */
export function shownStretches(asked: EditionItem, { media, whole }: Pick<EditionItemFacts, "media" | "whole">): Stretch[] | undefined {
  const stills = asked.stills.map(({ atS }) => ({ fromS: atS, toS: atS }));
  if (media === "picture") return [{ fromS: 0, toS: 0 }];
  if (asked.as === "described") return stills;
  if (asked.excerpts.length > 0) return [...asked.excerpts.map((one) => within(one, whole)), ...stills];
  return whole === null ? undefined : [whole, ...stills];
}

/** An end as it is typed may miss the end of a recording by some frames. */
const typedSlackS = 0.1;

/** Excerpts that are not of the recording: of a clip whose clock begins at 3.2 s, "0 to 2 s" is none. None where its end is not known. */
export function outsideOf(
  { excerpts }: Pick<EditionItem, "excerpts">,
  { media, whole }: Pick<EditionItemFacts, "media" | "whole">,
): Stretch[] {
  if (whole === null || (media !== "video" && media !== "sound")) return [];
  return excerpts.filter(({ fromS, toS }) => fromS < whole.fromS - typedSlackS || toS > whole.toS + typedSlackS || toS <= fromS);
}

function within({ fromS, toS }: Stretch, whole: Stretch | null): Stretch {
  return whole === null ? { fromS, toS } : { fromS: Math.max(fromS, whole.fromS), toS: Math.min(toS, whole.toS) };
}

/** What of `wanted` no cover reaches. A moment counts as well as a stretch. */
export function leftOver(wanted: readonly Stretch[], covers: readonly Stretch[]): Stretch[] {
  const sorted = [...covers].sort((a, b) => a.fromS - b.fromS);
  return wanted.flatMap(({ fromS, toS }) => {
    const bare: Stretch[] = [];
    let at = fromS;
    let reached = false;
    for (const cover of sorted) {
      if (cover.toS < at - touchingS) continue;
      if (cover.fromS > toS + touchingS) break;
      if (cover.fromS > at + touchingS) bare.push({ fromS: at, toS: Math.min(cover.fromS, toS) });
      reached = true;
      at = Math.max(at, cover.toS);
      if (at >= toS - touchingS) break;
    }
    if (at < toS - touchingS || !reached) bare.push({ fromS: at, toS });
    return bare;
  });
}

export function stretchWords({ fromS, toS }: Stretch): string {
  return fromS === toS ? `${fromS.toFixed(3)} s` : `${fromS.toFixed(3)} s to ${toS.toFixed(3)} s`;
}
