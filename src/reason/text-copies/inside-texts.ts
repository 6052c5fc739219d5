/**
 * Which texts stand whole in longer ones that are not nearly the same: a post that quotes another. Exact as near-texts is: of a
 * text whose features are nearly all in another one, at least one of the rarest few is. Of each component of near texts that
 * holds it, one text is named. A text in many that have nothing else in common is a common phrase: of it nothing is claimed.
 */
import type { Components } from "./components.ts";
import type { GatheredTexts } from "./gather-texts.ts";
import { overlapOf } from "./overlap.ts";
import { commonFrom, insideNeeded, leastWordsInside, wordsTogether } from "./rules.ts";

export interface InsideTexts {
  /** For each text that stands in others: one text of each component that holds it, by number. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** Texts that stand in so many components that they are common phrases. */
  readonly common: ReadonlySet<number>;
}

const leastFeatures = leastWordsInside - wordsTogether + 1;
const atOnce = 256;

/** Yields the share done. */
export function* insideTexts(texts: GatheredTexts, components: Components): Generator<number, InsideTexts> {
  const { sizes, singles, starts, shared } = texts;
  const { from, held } = textsByFeature(texts);
  const holders = new Map<number, number[]>();
  const common = new Set<number>();
  const tried = new Int32Array(sizes.length).fill(-1);
  const metComponent = new Int32Array(sizes.length).fill(-1);

  for (let text = 0; text < sizes.length; text += 1) {
    if (text % atOnce === 0) yield text / sizes.length;
    const size = sizes[text] as number;
    const needed = insideNeeded(size);
    const probed = Math.min(size - needed + 1 - (singles[text] as number), (starts[text + 1] as number) - (starts[text] as number));
    if (size < leastFeatures || probed <= 0) continue;
    const found = lookFor(text, needed, probed);
    if (found.length > commonFrom) common.add(text);
    else if (found.length > 0) holders.set(text, found);
  }
  return { holders, common };

  /** Stops when there are too many. */
  function lookFor(text: number, needed: number, probed: number): number[] {
    const found: number[] = [];
    metComponent[components.find(text)] = text;
    for (let n = 0; n < probed; n += 1) {
      const feature = shared[(starts[text] as number) + n] as number;
      for (let at = from[feature] as number; at < (from[feature + 1] as number); at += 1) {
        const other = held[at] as number;
        if (tried[other] === text) continue;
        tried[other] = text;
        const component = components.find(other);
        if (metComponent[component] === text || (sizes[other] as number) < needed) continue;
        if (overlapOf(texts, text, other, needed) < needed) continue;
        metComponent[component] = text;
        found.push(other);
        if (found.length > commonFrom) return found;
      }
    }
    return found;
  }
}

/** Texts that have feature f: `held` from `from[f]` to `from[f + 1]`. */
function textsByFeature({ sizes, starts, shared, holders }: GatheredTexts): { from: Int32Array; held: Int32Array } {
  const from = new Int32Array(holders.length + 1);
  for (let feature = 0; feature < holders.length; feature += 1)
    from[feature + 1] = (from[feature] as number) + (holders[feature] as number);
  const next = from.slice();
  const held = new Int32Array(shared.length);
  for (let text = 0; text < sizes.length; text += 1) {
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
      const feature = shared[at] as number;
      held[next[feature] as number] = text;
      next[feature] = (next[feature] as number) + 1;
    }
  }
  return { from, held };
}
