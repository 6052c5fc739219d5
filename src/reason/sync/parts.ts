/** What loops check of a group: parts that they hold together, and the pairs in no loop that join these, on which the place of a clip rests. */
import { type Link, partsOf } from "./blocks.ts";

export interface Parts {
  /** Lists of clips, that of clip 0 first. */
  readonly parts: readonly (readonly number[])[];
  /** Of every clip the links in no loop between it and clip 0, from there. */
  readonly restsOn: readonly (readonly number[])[];
}

/** `links`: those that are kept, by their number; they join all clips. `unchecked`: those of them that are in no loop. */
export function checkedParts(clips: number, links: ReadonlyMap<number, Link>, unchecked: ReadonlySet<number>): Parts {
  const inLoops = [...links].flatMap(([number, link]) => (unchecked.has(number) ? [] : [link]));
  const parts = partsOf(clips, inLoops);
  const partOf = new Map(parts.flatMap((part, at) => part.map((clip) => [clip, at] as const)));
  const beside: { readonly number: number; readonly to: number }[][] = parts.map(() => []);
  for (const number of unchecked) {
    const { a, b } = links.get(number) as Link;
    const [from, to] = [partOf.get(a) as number, partOf.get(b) as number];
    beside[from]?.push({ number, to });
    beside[to]?.push({ number, to: from });
  }
  const rests = new Map<number, readonly number[]>([[0, []]]);
  for (const [part, by] of rests)
    for (const { number, to } of beside[part] as (typeof beside)[number]) if (!rests.has(to)) rests.set(to, [...by, number]);
  return { parts, restsOn: Array.from({ length: clips }, (_, clip) => rests.get(partOf.get(clip) as number) ?? []) };
}
