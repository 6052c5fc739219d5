/**
 * Neighbouring frames of one shot are near each other. A run is such neighbours with one of them, near the middle, as its
 * head and the largest distance of a member as its radius: a query farther than R + radius from the head is farther than R
 * from every member (triangle inequality), so that the scan need look at heads alone.
 */
import { distance, words as hashWords } from "../segment-match/hamming.ts";

export interface Run {
  readonly start: number;
  /** Behind its last member. */
  readonly end: number;
  readonly head: number;
  readonly radius: number;
}

/**
 * Members are within this of their head. Wider runs are fewer, but each is looked up with R + radius: at 1,800 queries
 * a lookup at 43 takes three times one at 31, and walks of 2 bits a frame give runs of 13.
 */
const widest = 12;
/** A run of two would save nothing. */
const fewest = 3;
/** Members before the head and in all: bounds the work of making runs and of looking through one. */
const [mostBefore, most] = [128, 1024];

/** Every row is in one run, or alone in one of radius 0; in order. */
export function makeRuns(words: Uint32Array): Run[] {
  const count = words.length / hashWords;
  const apart = (a: number, b: number) => distance(words, a * hashWords, words, b * hashWords, widest);
  const runs: Run[] = [];
  for (let start = 0; start < count;) {
    let head = start;
    while (head + 1 < Math.min(count, start + mostBefore) && apart(start, head + 1) <= widest) head++;
    while (head > start && !allNear(start, head)) head = start + ((head - start) >> 1);
    let end = head + 1;
    while (end < Math.min(count, start + most) && apart(head, end) <= widest) end++;
    if (end - start < fewest) {
      runs.push({ start, end: start + 1, head: start, radius: 0 });
      start++;
    } else {
      let radius = 0;
      for (let row = start; row < end; row++) radius = Math.max(radius, apart(head, row));
      runs.push({ start, end, head, radius });
      start = end;
    }
  }
  return runs;

  function allNear(from: number, head: number): boolean {
    for (let row = from; row < head; row++) if (apart(row, head) > widest) return false;
    return true;
  }
}
