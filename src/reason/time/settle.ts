/**
 * The earliest (or latest) moment that each event can have, all statements together, or what makes it impossible. Values
 * only rise; a value that rises into a hole of a statement about its event jumps over it; a value that rises round a circle
 * of distances rises for ever, which is noticed by the circle (Cherkassky & Goldberg 1999). Time O(events x links) at worst,
 * near to links in practice.
 */
import type { Network } from "./constraint.ts";
import { firstFrom, lastUntil, type Moments } from "./moments.ts";

export type Side = "earliest" | "latest";

export interface Settled {
  readonly state: "settled";
  /** One moment an event. */
  readonly values: Float64Array;
  /** Statements that the value of an event rests on, nearest first; empty when the horizon alone holds it. */
  because(event: number): readonly number[];
}

export interface Impossible {
  readonly state: "impossible";
  /** Statements that cannot all hold; perhaps more than are needed. */
  readonly statements: readonly number[];
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  readonly statement: number;
}

/** Why an event's value is what it is: the link that raised it, what then pushed it on, and what stood behind at that time. */
interface Step {
  readonly link: Link | undefined;
  readonly jumps: readonly number[];
  readonly after: Step | undefined;
}

/** A network made ready for being settled again and again with some statements left out. Times are mirrored for "latest". */
export interface Prepared {
  readonly network: Network;
  readonly links: { readonly [side in Side]: readonly (readonly Link[])[] };
  readonly about: readonly (readonly { readonly statement: number; readonly moments: Moments }[])[];
}

export function prepare(network: Network): Prepared {
  const lists = (): Link[][] => Array.from({ length: network.events }, () => []);
  const links = { earliest: lists(), latest: lists() };
  const about: { statement: number; moments: Moments }[][] = Array.from({ length: network.events }, () => []);
  for (const [statement, { within, apart }] of network.statements.entries()) {
    for (const { event, moments } of within) about[event]?.push({ statement, moments });
    for (const { before, after, least, most } of apart) {
      if (least > -Infinity) {
        links.earliest[before]?.push({ from: before, to: after, by: least, statement });
        links.latest[after]?.push({ from: after, to: before, by: least, statement });
      }
      if (most < Infinity) {
        links.earliest[after]?.push({ from: after, to: before, by: -most, statement });
        links.latest[before]?.push({ from: before, to: after, by: -most, statement });
      }
    }
  }
  return { network, links, about };
}

export interface SettleOptions {
  /** Whether a statement counts, by its place in the list. All do when absent. */
  readonly counts?: (statement: number) => boolean;
  /** One event held to lie at or beyond a moment: for asking what follows. */
  readonly from?: { readonly event: number; readonly moment: number };
  /** A moment an event to begin at, in place of the horizon's end; only distances are looked at then. */
  readonly begin?: Float64Array;
}

export function settle(prepared: Prepared, side: Side, { counts = () => true, from, begin }: SettleOptions = {}): Settled | Impossible {
  const { network, about } = prepared;
  const links = prepared.links[side];
  const sign = side === "earliest" ? 1 : -1;
  const [start, end] = side === "earliest" ? network.horizon : [-network.horizon[1], -network.horizon[0]];
  const values = new Float64Array(network.events).fill(start);
  const steps: Step[] = [];

  /** The first allowed value from `value` on, and the statements that pushed it there; undefined when none is left. */
  function allowed(
    event: number,
    value: number,
  ): { readonly value: number; readonly by: readonly number[] } | { readonly none: readonly number[] } {
    const by: number[] = [];
    for (let moved = begin === undefined; moved;) {
      moved = false;
      for (const { statement, moments } of about[event] ?? []) {
        if (!counts(statement)) continue;
        const at = sign * value;
        const next = side === "earliest" ? firstFrom(moments, at) : lastUntil(moments, at);
        if (next === at) continue;
        by.push(statement);
        if (next === undefined) return { none: by };
        value = sign * next;
        moved = true;
      }
    }
    return { value, by };
  }

  function because(event: number): number[] {
    const found = new Set<number>();
    for (let step = steps[event]; step !== undefined; step = step.after) {
      for (const statement of step.jumps) found.add(statement);
      if (step.link !== undefined) found.add(step.link.statement);
    }
    return [...found];
  }

  const impossible = (...groups: readonly (readonly number[])[]): Impossible => ({
    state: "impossible",
    statements: [...new Set(groups.flat())],
  });

  const queue: number[] = [];
  const waiting = new Uint8Array(network.events);
  for (let event = 0; event < network.events; event++) {
    const first = allowed(
      event,
      begin !== undefined ? sign * (begin[event] as number) : from?.event === event ? Math.max(start, sign * from.moment) : start,
    );
    if ("none" in first) return impossible(first.none);
    values[event] = first.value;
    steps[event] = { link: undefined, jumps: first.by, after: undefined };
    if (first.value > end) return impossible(first.by);
    queue.push(event);
    waiting[event] = 1;
  }

  let sinceLook = 0;
  for (let head = 0; head < queue.length; head++) {
    const event = queue[head] as number;
    waiting[event] = 0;
    for (const link of links[event] ?? []) {
      if (!counts(link.statement)) continue;
      const least = (values[event] as number) + link.by;
      if (least <= (values[link.to] as number)) continue;
      const next = allowed(link.to, least);
      if ("none" in next) return impossible(next.none, [link.statement], because(event));
      if (next.value > end) return impossible(next.by, [link.statement], because(event));
      values[link.to] = next.value;
      steps[link.to] = { link, jumps: next.by, after: steps[event] };
      if (waiting[link.to] === 0) {
        waiting[link.to] = 1;
        queue.push(link.to);
      }
      if (++sinceLook >= network.events) {
        sinceLook = 0;
        const circle = circleIn(steps);
        if (circle !== undefined) return impossible(circle);
      }
    }
    // What was taken is let go of, so that a long run does not hold every step.
    if (head > 65_536) {
      queue.splice(0, head + 1);
      head = -1;
    }
  }
  return { state: "settled", values: side === "earliest" ? values : values.map((value) => 0 - value), because };
}

/** Statements of a circle of links, each of which raised the next event, without a push in between. */
function circleIn(steps: readonly Step[]): number[] | undefined {
  const mark = new Int32Array(steps.length);
  const linkOf = (event: number) => ((steps[event] as Step).jumps.length === 0 ? (steps[event] as Step).link : undefined);
  for (let start = 0; start < steps.length; start++) {
    let at = start;
    for (let link = linkOf(at); mark[at] === 0 && link !== undefined; link = linkOf(at)) {
      mark[at] = start + 1;
      at = link.from;
    }
    if (mark[at] !== start + 1) continue;
    const found = new Set<number>();
    const first = at;
    do {
      const link = linkOf(at) as Link;
      found.add(link.statement);
      at = link.from;
    } while (at !== first);
    return [...found];
  }
  return undefined;
}
