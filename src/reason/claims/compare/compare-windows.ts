/** How the moments that two claims leave lie to each other. */
import { type Interval, type Moments, momentsOf } from "../../time/moments.ts";
import { durationWords, momentWords } from "./figures.ts";
import type { Relation } from "./relation.ts";

/** `looked`: first and last moment that is looked at; what reaches them goes on as far as anybody says. */
export function compareWindows(first: Moments, second: Moments, looked: Interval): Relation {
  if (first.length === 0 || second.length === 0) return { is: "unknown", words: "one of them leaves no moment by itself" };
  const words = `${told(first, looked)}; ${told(second, looked)}`;
  const both = common(first, second);
  if (both.length === 0) {
    const seconds = least(first, second) / 1000;
    return { is: "apart", words: `${words}: ${durationWords(seconds)} apart`, gap: { in: "seconds", seconds } };
  }
  if (alike(first, second)) return { is: "same", words };
  if (alike(both, first)) return { is: "inside", words };
  if (alike(both, second)) return { is: "around", words };
  return { is: "overlap", words, touching: both.every(([from, to]) => from === to) };
}

/** Moments of one claim are told beside each of the others: 200 claims of four zones ask 640,000 times. */
const known = new WeakMap<Moments, { readonly looked: Interval; readonly words: string }>();

function told(moments: Moments, looked: Interval): string {
  const before = known.get(moments);
  if (before?.looked === looked) return before.words;
  const words = spanWords(moments, looked);
  known.set(moments, { looked, words });
  return words;
}

function spanWords(moments: Moments, looked: Interval): string {
  const [first, last] = [moments[0], moments.at(-1)] as [Interval, Interval];
  const [isOpenBefore, isOpenAfter] = [first[0] <= looked[0], last[1] >= looked[1]];
  const [from, to] = [momentWords(new Date(first[0]).toISOString()), momentWords(new Date(last[1]).toISOString())];
  const several = moments.length === 1 ? "" : `${moments.length} windows, `;
  if (isOpenBefore && isOpenAfter) return `${several}any time`;
  if (isOpenBefore) return `${several}any time until ${to}`;
  return isOpenAfter ? `${several}any time from ${from}` : `${several}${from} to ${to}`;
}

function alike(one: Moments, other: Moments): boolean {
  return one.length === other.length && one.every(([from, to], i) => from === other[i]?.[0] && to === other[i][1]);
}

function common(one: Moments, other: Moments): Moments {
  const found: Interval[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [[a, b], [c, d]] = [one[i], other[j]] as [Interval, Interval];
    if (Math.max(a, c) <= Math.min(b, d)) found.push([Math.max(a, c), Math.min(b, d)]);
    if (b < d) i++;
    else j++;
  }
  return momentsOf(found);
}

function least(one: Moments, other: Moments): number {
  let best = Infinity;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [[a, b], [c, d]] = [one[i], other[j]] as [Interval, Interval];
    best = Math.min(best, Math.max(0, Math.max(a, c) - Math.min(b, d)));
    if (b < d) i++;
    else j++;
  }
  return best;
}
