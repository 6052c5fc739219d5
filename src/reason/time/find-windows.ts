/** Every moment that an event can have, holes included, while all statements hold. */
import type { Moments } from "./moments.ts";
import { type Interval, momentsOf } from "./moments.ts";
import { type Prepared, settle } from "./settle.ts";

/** More pieces than this are given as one, from the first to the last, and said to be more. */
const piecesAtMost = 1000;

export interface Window {
  readonly moments: Moments;
  /** False where there were more pieces than are looked for: then `moments` covers them all and more. */
  readonly exact: boolean;
}

/**
 * `earliest` and `latest` are the settled values of the whole network. Between them the event is pushed onward: what the
 * others then allow is the next piece, and the piece ends where one of them would have to leave the interval it is in.
 */
export function findWindow(prepared: Prepared, event: number, earliest: Float64Array, latest: Float64Array): Window {
  const [first, last] = [earliest[event] as number, latest[event] as number];
  if (!hasHoles(prepared, event)) return { moments: [[first, last]], exact: true };
  const pieces: Interval[] = [];
  for (let cursor = first; cursor <= last;) {
    if (pieces.length === piecesAtMost) return { moments: [[first, last]], exact: false };
    const pushed = settle(prepared, "earliest", { from: { event, moment: cursor } });
    if (pushed.state === "impossible") break;
    const from = pushed.values[event] as number;
    const to = stretch(prepared, event, pushed.values);
    pieces.push([from, to]);
    cursor = to + 1;
  }
  return { moments: momentsOf(pieces), exact: true };
}

/** How late the event can be while every event stays in the interval it lies in now. */
function stretch(prepared: Prepared, event: number, values: Float64Array): number {
  const begin = values.map((value, at) => {
    let end = prepared.network.horizon[1];
    for (const { moments } of prepared.about[at] ?? []) {
      const around = moments.find(([from, to]) => from <= value && value <= to);
      if (around !== undefined) end = Math.min(end, around[1]);
    }
    return end;
  });
  const settled = settle(prepared, "latest", { begin });
  // The values themselves are a solution, so there is one.
  if (settled.state === "impossible") throw new Error("time: expected a solution to stay one; found none");
  return settled.values[event] as number;
}

/** Whether any event that this one is tied to has more than one interval. */
function hasHoles({ links, about, network }: Prepared, event: number): boolean {
  const seen = new Uint8Array(network.events);
  const left = [event];
  seen[event] = 1;
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if ((about[at] ?? []).some(({ moments }) => moments.length > 1)) return true;
    for (const { to } of [...(links.earliest[at] ?? []), ...(links.latest[at] ?? [])]) {
      if (seen[to] === 1) continue;
      seen[to] = 1;
      left.push(to);
    }
  }
  return false;
}
