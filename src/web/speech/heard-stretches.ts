/** What a person has heard of an item since the screen was opened. Only that may be taken over from a draft by a single key. */
import type { Stretch } from "./speech-player.ts";

/** A player is stopped up to this much before an end that was heard. */
const graceMs = 60;

/** In order, joined where they touch. */
export type Heard = readonly Stretch[];

export function withHeard(heard: Heard, more: Stretch): Heard {
  const all = [...heard, more].toSorted((a, b) => a.fromMs - b.fromMs);
  const joined: Stretch[] = [];
  for (const one of all) {
    const last = joined.at(-1);
    if (last !== undefined && one.fromMs <= last.toMs + graceMs)
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, one.toMs) };
    else joined.push(one);
  }
  return joined;
}

export function wasHeard(heard: Heard, segment: { readonly startMs: number; readonly endMs: number }): boolean {
  return heard.some(({ fromMs, toMs }) => fromMs <= segment.startMs + graceMs && toMs >= segment.endMs - graceMs);
}
