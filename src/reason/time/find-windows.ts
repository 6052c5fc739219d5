/**
 * Every moment that an event can have, holes included, while all statements hold. Solutions form a lattice: pushed to a moment and
 * onward, an event lies in the least solution from there on, and how far it can then go while every event stays in the interval it
 * lies in is a shortest path (Dijkstra 1959), with what each statement leaves open at that solution for its length (Johnson 1977).
 * Both look only at what is near in time, so that a window costs little in a large network.
 */
import { createHeap } from "../heap/heap.ts";
import { firstFrom, type Interval, intervalFrom, type Moments, momentsOf } from "./moments.ts";
import type { Prepared } from "./settle.ts";

/** More pieces than this are given as one, from the first to the last, and said to be more. */
const piecesAtMost = 1000;

export interface Window {
  readonly moments: Moments;
  /** False where there were more pieces than are looked for: then `moments` covers them all and more. */
  readonly exact: boolean;
  /** Events whose statements and bounds the window rests on: while none of them changes, it does not. */
  readonly looked: readonly number[];
}

export interface WindowFinder {
  windowOf(event: number): Window;
}

/** `earliest` and `latest`: the settled values of the whole network. */
export function windowFinder(prepared: Prepared, earliest: Float64Array, latest: Float64Array): WindowFinder {
  const links = prepared.links.earliest;
  const { about } = prepared;
  /** The least solution with the event at or after where it was pushed to; the settled values between two questions. */
  const values = earliest.slice();
  const moved: number[] = [];
  const lookedFor = new Int32Array(earliest.length).fill(-1);
  let looked: number[] = [];
  const look = (event: number, asked: number): void => {
    if (lookedFor[event] === asked) return;
    lookedFor[event] = asked;
    looked.push(event);
  };

  /** The first moment from `value` on that all statements about the event allow; one that cannot be is beyond `latest`. */
  function allowed(event: number, value: number): number {
    const list = about[event] as Prepared["about"][number];
    for (let before = Number.NaN; value !== before;) {
      before = value;
      for (const { moments } of list) value = firstFrom(moments, value) ?? Infinity;
    }
    return value;
  }

  /** Whether there is a solution with the event at `moment` or later; `values` then holds the least one. */
  function push(event: number, moment: number): boolean {
    const queue: number[] = [];
    const raise = (to: number, least: number): boolean => {
      look(to, event);
      if (least <= (values[to] as number)) return true;
      const value = allowed(to, least);
      if (value > (latest[to] as number)) return false;
      values[to] = value;
      moved.push(to);
      queue.push(to);
      return true;
    };
    if (!raise(event, moment)) return false;
    for (let head = 0; head < queue.length; head++) {
      const from = queue[head] as number;
      for (const { to, by } of links[from] as Prepared["links"]["earliest"][number]) {
        if (!raise(to, (values[from] as number) + by)) return false;
      }
    }
    return true;
  }

  /** Last moment of the intervals in which the event lies now. */
  function intervalEnd(event: number): number {
    let end = latest[event] as number;
    for (const { moments } of about[event] as Prepared["about"][number]) {
      if (moments.length === 1) continue;
      const around = intervalFrom(moments, values[event] as number)?.[1] ?? -Infinity;
      if (around < end) end = around;
    }
    return end;
  }

  const room = new Float64Array(earliest.length);
  const seenIn = new Int32Array(earliest.length);
  let search = 0;

  /** How late the event can be while every event stays in the interval it lies in now. */
  function stretch(event: number): number {
    search++;
    const here = values[event] as number;
    let most = intervalEnd(event) - here;
    const nearest = createHeap();
    room[event] = 0;
    seenIn[event] = search;
    nearest.push(event, 0);
    for (let next = nearest.pop(); next !== undefined && next.rank < most; next = nearest.pop()) {
      const at = next.value;
      if (next.rank > (room[at] as number)) continue;
      most = Math.min(most, next.rank + intervalEnd(at) - (values[at] as number));
      for (const { to, by } of links[at] as Prepared["links"]["earliest"][number]) {
        look(to, event);
        const distance = next.rank + (values[to] as number) - (values[at] as number) - by;
        if (distance >= most || (seenIn[to] === search && distance >= (room[to] as number))) continue;
        seenIn[to] = search;
        room[to] = distance;
        nearest.push(to, distance);
      }
    }
    return here + most;
  }

  return {
    windowOf(event) {
      const [first, last] = [earliest[event] as number, latest[event] as number];
      const pieces: Interval[] = [];
      let exact = true;
      looked = [];
      look(event, event);
      for (let cursor = first; cursor <= last;) {
        if (pieces.length === piecesAtMost) {
          exact = false;
          break;
        }
        if (!push(event, cursor)) break;
        const from = values[event] as number;
        const to = stretch(event);
        pieces.push([from, to]);
        cursor = to + 1;
      }
      for (const at of moved) values[at] = earliest[at] as number;
      moved.length = 0;
      return { moments: exact ? momentsOf(pieces) : [[first, last]], exact, looked };
    },
  };
}
