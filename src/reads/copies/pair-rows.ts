/** Pairs as lists show them: how much is shared, what was done, and whether somebody judged it. */
import type { ItemId } from "../../core/item/item.ts";
import { judgementsByPair, type CopyGroup } from "../../reason/copies/arrange-copies.ts";
import { decisionOf } from "../../reason/copies/judged-pairs.ts";
import { totalOf } from "../../reason/copies/spans.ts";
import type { ComparedPair, CopyCase } from "./copy-case.ts";
import type { CopyPairRow, PairState } from "./copy-rows.ts";

/** `reopened`: lines of judgements that are to be looked at again. */
export function pairRow(found: CopyCase, { comparison }: ComparedPair, reopened: ReadonlySet<number>): CopyPairRow {
  const { a, b, picture, sound, signs } = comparison;
  const pictures = picture.state === "compared" ? picture.segments : [];
  const sounds = sound.state === "compared" ? sound.segments : [];
  return {
    a: found.itemsOf(a)[0] as ItemId,
    b: found.itemsOf(b)[0] as ItemId,
    pictureSec: totalOf(pictures.map((segment) => segment.a)),
    soundSec: totalOf(sounds.map((segment) => segment.a)),
    stillShared: pictures.some((segment) => segment.a.fromSec === segment.a.toSec || segment.b.fromSec === segment.b.toSec),
    edits: [...new Set(pictures.flatMap(({ edits }) => edits))],
    signs: [...signs],
    score: Math.max(0, ...pictures.map(({ score }) => score), ...sounds.map(({ score }) => score)),
    state: pairState(found, comparison, reopened),
  };
}

export function pairState({ material }: CopyCase, { a, b }: ComparedPair["comparison"], reopened: ReadonlySet<number>): PairState {
  const own = judgementsByPair(material)(a, b);
  if (own.some(({ line }) => reopened.has(line))) return "reopened";
  const whole = decisionOf(own.filter(({ part }) => part.of === "pair"));
  return whole ?? decisionOf(own.filter(({ part }) => part.of === "segment")) ?? "waiting";
}

/** Pairs of which both are in the group, in the order of their items; sound, signs and rejected ones included. */
export function pairsWithin(found: CopyCase, group: CopyGroup): ComparedPair[] {
  const objects = new Set(group.items.flatMap((item) => found.material.bytes.get(item) ?? []));
  return found.pairsOf(objects).filter(({ comparison: { a, b } }) => objects.has(a) && objects.has(b));
}
