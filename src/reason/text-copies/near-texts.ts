/**
 * Which texts hang together by being nearly the same: every pair at or over the similarity joins its two texts, and none under
 * it does. Exact by construction: two texts that share enough share at least one of their rarest features (prefix filtering:
 * Chaudhuri, Ganti and Kaushik, ICDE 2006; with positions and sizes as in PPJoin: Xiao, Wang, Lin and Yu, WWW 2008).
 *
 * Pairs are not listed, because n texts that hang together may be n x n of them: a text is held against those of another
 * component only until one of them is near enough. So a hundred thousand versions of one text cost little more than as many
 * different ones.
 */
import { type Components, createComponents } from "./components.ts";
import type { GatheredTexts } from "./gather-texts.ts";
import { overlapOf } from "./overlap.ts";
import { leastSimilarity, overlapNeeded, wholeUp } from "./rules.ts";

/** Texts gone through from one look around to the next. */
const atOnce = 256;

/** Texts that have one feature among their rarest, in chains by component: chains of what was joined since are linked when they are met. */
interface Chains {
  readonly heads: number[];
  readonly tails: number[];
}

/** Yields the share done. */
export function* nearTexts(texts: GatheredTexts): Generator<number, Components> {
  const { sizes, singles, starts, shared } = texts;
  const components = createComponents(sizes.length);
  const order = Int32Array.from(sizes.keys()).sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
  const chainsOf: (Chains | undefined)[] = [];
  /** Entry e is a text under one feature; `next` is the one after it in its chain. */
  const entries = createEntries();
  const tried = new Int32Array(sizes.length).fill(-1);
  /** Place of a component's chain under the feature that is looked at, and when that was noted. */
  const chainAt = new Int32Array(sizes.length);
  const notedAt = new Int32Array(sizes.length).fill(-1);
  let looks = 0;

  for (const [done, text] of order.entries()) {
    if (done % atOnce === 0) yield done / order.length;
    const size = sizes[text] as number;
    const single = singles[text] as number;
    const least = wholeUp(leastSimilarity * size);
    const probed = Math.min(size - least + 1 - single, (starts[text + 1] as number) - (starts[text] as number));
    const kept = size - overlapNeeded(size, size) + 1 - single;
    for (let n = 0; n < probed; n += 1) {
      const feature = shared[(starts[text] as number) + n] as number;
      const chains = chainsOf[feature];
      if (chains !== undefined) meet(text, chains, { least, ahead: size - single - n });
      if (n >= kept) continue;
      const entry = entries.add(text);
      if (chains === undefined) chainsOf[feature] = { heads: [entry], tails: [entry] };
      else {
        chains.heads.push(entry);
        chains.tails.push(entry);
      }
    }
  }
  return components;

  function meet(text: number, { heads, tails }: Chains, { least, ahead }: { least: number; ahead: number }): void {
    const look = looks++;
    for (let n = 0; n < heads.length;) {
      const first = heads[n] as number;
      const component = components.find(entries.text(first));
      const other = chainAt[component] as number;
      if (component !== components.find(text)) tryChain(text, first, least, ahead);
      if (notedAt[component] === look && other !== n) {
        // Two chains have become one component.
        entries.link(tails[other] as number, first);
        tails[other] = tails[n] as number;
        const [head, tail] = [heads.pop() as number, tails.pop() as number];
        if (n < heads.length) [heads[n], tails[n]] = [head, tail];
        continue;
      }
      chainAt[component] = n;
      notedAt[component] = look;
      n += 1;
    }
  }

  function tryChain(text: number, first: number, least: number, ahead: number): void {
    for (let entry = first; entry >= 0; entry = entries.after(entry)) {
      const other = entries.text(entry);
      if (tried[other] === text || (sizes[other] as number) < least) continue;
      tried[other] = text;
      const needed = overlapNeeded(sizes[text] as number, sizes[other] as number);
      // What comes before this feature was not shared with it, or it would have been tried there.
      if (ahead < needed || overlapOf(texts, text, other, needed) < needed) continue;
      components.join(text, other);
      return;
    }
  }
}

function createEntries() {
  let texts = new Int32Array(1024);
  let next = new Int32Array(1024).fill(-1);
  let count = 0;
  return {
    add(text: number): number {
      if (count === texts.length) {
        const [moreTexts, moreNext] = [new Int32Array(count * 2), new Int32Array(count * 2).fill(-1)];
        moreTexts.set(texts);
        moreNext.set(next);
        [texts, next] = [moreTexts, moreNext];
      }
      texts[count] = text;
      return count++;
    },
    text: (entry: number): number => texts[entry] as number,
    after: (entry: number): number => next[entry] as number,
    link(entry: number, after: number): void {
      next[entry] = after;
    },
  };
}
