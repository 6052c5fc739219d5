/**
 * What statements about times come to: the window of each event with what cuts either side; or, when they cannot all hold,
 * every minimal conflicting set with its gap and the result of dropping each member. Which statement is true is not asked.
 */
import type { Network, Statement } from "./constraint.ts";
import { type Conflicts, findConflicts, isTouching, leastGiving, only, whyNot } from "./find-conflicts.ts";
import { type Window, windowFinder } from "./find-windows.ts";
import { prepare, type Prepared, type Settled, settle } from "./settle.ts";

export interface EventWindow extends Window {
  /** Sides on which nothing but the horizon ends the window. */
  readonly open: readonly ("earlier" | "later")[];
  /** Ids of the statements that the first and the last moment rest on, nearest first. */
  readonly cutBy: { readonly earliest: readonly string[]; readonly latest: readonly string[] };
}

export interface Conflict {
  readonly members: readonly string[];
  /** The most that any one member has to give way so that these members hold together; milliseconds. */
  readonly gap: number;
  /** Least giving way of each member that is enough; undefined where none is. */
  readonly gives: ReadonlyMap<string, number | undefined>;
  /** The same for the whole network; undefined when another conflict remains whatever they give. */
  readonly networkGap: number | undefined;
  /** Statements outside of the set without which the network's gap is smaller. */
  readonly widenedBy: readonly string[];
  /** Members without which the others only just hold. */
  readonly touchingWithout: readonly string[];
  /** For each member: the whole network without it. */
  readonly without: ReadonlyMap<string, readonly EventWindow[] | "still-impossible">;
}

export type Solved =
  | { readonly state: "consistent"; readonly windows: readonly EventWindow[]; readonly touching: boolean }
  | { readonly state: "inconsistent"; readonly conflicts: readonly Conflict[]; readonly complete: boolean };

/** A network that was solved, for solving one that differs by a little. */
export interface SolvedBefore {
  readonly network: Network;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly windows: readonly EventWindow[];
}

/** `before`: what was solved last; taken anew where this one has windows. */
export function solveNetwork(network: Network, before: { last?: SolvedBefore } = {}): Solved {
  const prepared = prepare(network);
  const solved = windowsSolved(prepared, before.last);
  if (solved !== undefined) {
    before.last = solved;
    return { state: "consistent", windows: solved.windows, touching: isTouching(network) };
  }
  const found: Conflicts = findConflicts(prepared);
  const whole = wholeNetwork(network, before.last);
  return { state: "inconsistent", conflicts: found.sets.map((set) => conflictOf(whole, set)), complete: found.complete };
}

/** Undefined when the statements cannot all hold. */
export function windowsOf(prepared: Prepared, before?: SolvedBefore): readonly EventWindow[] | undefined {
  return windowsSolved(prepared, before)?.windows;
}

function windowsSolved(prepared: Prepared, before: SolvedBefore | undefined): SolvedBefore | undefined {
  const { network } = prepared;
  const earliest = settle(prepared, "earliest");
  if (earliest.state === "impossible") return undefined;
  const latest = settle(prepared, "latest");
  if (latest.state === "impossible") return undefined;
  const finder = windowFinder(prepared, earliest.values, latest.values);
  const stale = before === undefined ? undefined : staleEvents(network, earliest.values, latest.values, before);
  const windows = Array.from({ length: network.events }, (_, event) => {
    const was = stale === undefined ? undefined : before?.windows[event];
    const isFresh = was?.looked.every((at) => stale?.[at] === 0) === true;
    return windowOf(prepared, event, earliest, latest, isFresh ? (was as EventWindow) : finder.windowOf(event));
  });
  return { network, earliest: earliest.values, latest: latest.values, windows };
}

/** 1 for events whose statements or bounds are not those they were. Undefined when nothing can be taken over. */
function staleEvents(network: Network, earliest: Float64Array, latest: Float64Array, before: SolvedBefore): Uint8Array | undefined {
  const was = before.network;
  if (was.events !== network.events || was.horizon[0] !== network.horizon[0] || was.horizon[1] !== network.horizon[1]) return undefined;
  const stale = new Uint8Array(network.events);
  for (let event = 0; event < network.events; event++) {
    if (earliest[event] !== before.earliest[event] || latest[event] !== before.latest[event]) stale[event] = 1;
  }
  for (const [one, other] of [
    [was, network],
    [network, was],
  ] as const) {
    const held = new Set(other.statements);
    for (const statement of one.statements) {
      if (held.has(statement)) continue;
      for (const { event } of statement.within) stale[event] = 1;
      for (const { before: from, after } of statement.apart) stale[from] = stale[after] = 1;
    }
  }
  return stale;
}

function windowOf(prepared: Prepared, event: number, earliest: Settled, latest: Settled, window: Window): EventWindow {
  const { network } = prepared;
  const ids = (statements: readonly number[]) => statements.map((at) => (network.statements[at] as { id: string }).id);
  const cutBy = { earliest: ids(earliest.because(event)), latest: ids(latest.because(event)) };
  const open: ("earlier" | "later")[] = [];
  // A window of days that reaches to the horizon's end goes on beyond it, and so does what is tied to it.
  if (restsOnHorizon(network, earliest.because(event), "earlier")) open.push("earlier");
  if (restsOnHorizon(network, latest.because(event), "later")) open.push("later");
  return { ...window, open, cutBy };
}

/** Whether a longer horizon could move the bound: none of the statements it rests on ends on that side by itself. */
export function restsOnHorizon(network: Network, because: readonly number[], side: "earlier" | "later"): boolean {
  return because.every((at) => {
    const { within = [], goesOn = [] } = network.statements[at] ?? {};
    return within.length === 0 || goesOn.includes(side);
  });
}

/** What is asked of the whole network about a statement, once for all conflicts that it is a member of. */
interface WholeNetwork {
  readonly network: Network;
  leastGiving(id: string): number | undefined;
  without(id: string): readonly EventWindow[] | "still-impossible";
}

function wholeNetwork(network: Network, before: SolvedBefore | undefined): WholeNetwork {
  return {
    network,
    leastGiving: remembered((id) => leastGiving(network, id)),
    without: remembered((id) => {
      const fewer = { ...network, statements: network.statements.filter((one) => one.id !== id) };
      return windowsOf(prepare(fewer), before) ?? "still-impossible";
    }),
  };
}

function remembered<T>(ask: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, ask(id));
    return known.get(id) as T;
  };
}

function conflictOf(whole: WholeNetwork, set: readonly number[]): Conflict {
  const { network } = whole;
  const members = set.map((at) => (network.statements[at] as { id: string }).id);
  const own = only(network, set);
  const gives = new Map(members.map((id) => [id, leastGiving(own, id)]));
  const gap = most([...gives.values()]) ?? 0;
  const networkGap = most(members.map((id) => whole.leastGiving(id)));
  const widenedBy = networkGap === undefined || networkGap <= gap ? [] : widening(whole, members, networkGap);
  const touchingWithout = members.filter((id) => isTouching({ ...own, statements: own.statements.filter((one) => one.id !== id) }));
  const without = new Map(members.map((id) => [id, whole.without(id)]));
  return { members, gap, gives, networkGap, widenedBy, touchingWithout, without };
}

/** Statements outside of the set without which its members would have to give way by less. */
function widening(whole: WholeNetwork, members: readonly string[], networkGap: number): string[] {
  const { network } = whole;
  const hardest = members.find((id) => whole.leastGiving(id) === networkGap);
  // What makes a millisecond less impossible holds every one of them, or it would be impossible without it too.
  const reason = hardest === undefined ? undefined : whyNot(network, hardest, networkGap - 1);
  const isWhole = reason !== undefined && whyNot(only(network, reason), hardest as string, networkGap - 1) !== undefined;
  const asked = isWhole ? reason.toSorted((a, b) => a - b).map((at) => network.statements[at] as Statement) : network.statements;
  return asked
    .filter(({ id, certain }) => !certain && !members.includes(id))
    .filter(({ id }) => {
      const fewer = { ...network, statements: network.statements.filter((one) => one.id !== id) };
      return (most(members.map((member) => leastGiving(fewer, member))) ?? Infinity) < networkGap;
    })
    .map(({ id }) => id);
}

/** Largest of those that are numbers; undefined when none is. */
function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
