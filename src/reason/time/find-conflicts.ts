/**
 * All minimal sets of statements that cannot all hold, and by how much each is short. The sets are found as the labels of a
 * hitting-set tree (Reiter 1987 with the correction of Greiner, Smith & Wilkerson 1989); once every minimal way to hit them
 * makes the rest hold together, no further set exists.
 */
import type { Network, Statement } from "./constraint.ts";
import { widened } from "./moments.ts";
import { prepare, type Prepared, settle } from "./settle.ts";

export interface Conflicts {
  /** Places of statements in the network's list, rising. */
  readonly sets: readonly (readonly number[])[];
  /** False when the search was ended before it could show that there are no more. */
  readonly complete: boolean;
}

/** How many combinations are tried before the search says that there may be more; fewer where each takes long. */
const triesAtMost = 20_000;
const statementsTriedAtMost = 2_000_000;

export function findConflicts(prepared: Prepared): Conflicts {
  const { network } = prepared;
  const sets: number[][] = [];
  const repairs: number[][] = [];
  const seen = new Set<string>([""]);
  let left: number[][] = [[]];
  let tries = 0;
  while (left.length > 0) {
    const next: number[][] = [];
    for (const removed of left) {
      if (++tries > triesAtMost || tries * network.statements.length > statementsTriedAtMost) return { sets, complete: false };
      if (repairs.some((repair) => repair.every((one) => removed.includes(one)))) continue;
      let label = sets.find((set) => !set.some((one) => removed.includes(one)));
      if (label === undefined) {
        const without = new Set(removed);
        const tried = settle(prepared, "earliest", { counts: (statement) => !without.has(statement) });
        if (tried.state === "settled") {
          repairs.push(removed);
          continue;
        }
        label = shrink(network, tried.statements, without);
        sets.push(label);
      }
      for (const one of label) {
        const more = [...removed, one].sort((a, b) => a - b);
        const key = more.join(" ");
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(more);
      }
    }
    left = next;
  }
  return { sets: sets.filter((set) => set.length > 0), complete: true };
}

/** A minimal set that cannot hold, certain statements always counted and never named. Empty when those alone cannot hold. */
function shrink(network: Network, candidates: readonly number[], without: ReadonlySet<number>): number[] {
  let kept = candidates.filter((statement) => network.statements[statement]?.certain === false);
  // What a chain of reasons leaves out would make the set hold: then all are asked.
  if (holds(network, kept)) kept = network.statements.flatMap(({ certain }, i) => (certain || without.has(i) ? [] : [i]));
  for (const one of [...kept]) {
    const fewer = kept.filter((other) => other !== one);
    if (!holds(network, fewer)) kept = fewer;
  }
  return kept.sort((a, b) => a - b);
}

/** Whether these statements and the certain ones hold together. */
export function holds(network: Network, members: readonly number[]): boolean {
  return settle(prepare(only(network, members)), "earliest").state === "settled";
}

/** These statements and the certain ones alone, between the events that they name. */
export function only(network: Network, members: readonly number[]): Network {
  const named = new Set(members);
  const numbers = new Map<number, number>();
  const number = (event: number): number => {
    let known = numbers.get(event);
    if (known === undefined) numbers.set(event, (known = numbers.size));
    return known;
  };
  const statements = network.statements
    .filter(({ certain }, i) => certain || named.has(i))
    .map((one) => ({
      ...one,
      within: one.within.map(({ event, moments }) => ({ event: number(event), moments })),
      apart: one.apart.map((link) => ({ ...link, before: number(link.before), after: number(link.after) })),
    }));
  return { ...network, events: numbers.size, statements };
}

/**
 * Least milliseconds by which one statement must give way, at both its ends, so that the network holds; undefined when no
 * giving way of it alone is enough. What makes the rest impossible says how much is needed at least, until that is enough.
 */
export function leastGiving(network: Network, id: string): number | undefined {
  for (let by = 0; ;) {
    const reason = whyNot(network, id, by);
    if (reason === undefined) return by;
    const needed = leastGivingOf(only(network, reason), id);
    if (needed === undefined) return undefined;
    // The reasons left out something: then all are asked.
    if (needed <= by) return leastGivingOf(network, id);
    by = needed;
  }
}

/** Places of the statements that make the network impossible while one gives way by so much, that one among them; undefined when it holds. */
export function whyNot(network: Network, id: string, by: number): readonly number[] | undefined {
  const statements = network.statements.map((one) => (one.id === id ? giveWay(one, by) : one));
  const tried = settle(prepare({ ...network, statements }), "earliest");
  if (tried.state === "settled") return undefined;
  const own = network.statements.findIndex((one) => one.id === id);
  return tried.statements.includes(own) ? tried.statements : [...tried.statements, own];
}

/** By halving, for networks that are small. */
function leastGivingOf(network: Network, id: string): number | undefined {
  const span = network.horizon[1] - network.horizon[0];
  const isEnough = (by: number): boolean => whyNot(network, id, by) === undefined;
  if (!isEnough(span)) return undefined;
  let [short, enough] = [-1, span];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}

/** Whether what holds only just does: with every statement narrower by a millisecond it would not. Exact ones stay as they are. */
export function isTouching(network: Network): boolean {
  const statements = network.statements.map((one) => (one.certain ? one : giveWay(one, -1)));
  return settle(prepare({ ...network, statements }), "earliest").state === "impossible";
}

function giveWay(statement: Statement, by: number): Statement {
  return {
    ...statement,
    within: statement.within.map(({ event, moments }) => ({ event, moments: widened(moments, by) })),
    apart: statement.apart.map((one) => {
      const exact = by < 0 && one.most - one.least + 2 * by < 0;
      return exact ? one : { ...one, least: one.least - by, most: one.most + by };
    }),
  };
}
