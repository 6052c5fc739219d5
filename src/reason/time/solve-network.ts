/**
 * What statements about times come to: the window of each event with what cuts either side; or, when they cannot all hold,
 * every minimal conflicting set with its gap and the result of dropping each member. Which statement is true is not asked.
 */
import type { Network } from "./constraint.ts";
import { type Conflicts, findConflicts, isTouching, leastGiving, only } from "./find-conflicts.ts";
import { type Window, type WindowFinder, windowFinder } from "./find-windows.ts";
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

export function solveNetwork(network: Network): Solved {
  const prepared = prepare(network);
  const windows = windowsOf(prepared);
  if (windows !== undefined) return { state: "consistent", windows, touching: isTouching(network) };
  const found: Conflicts = findConflicts(prepared);
  return { state: "inconsistent", conflicts: found.sets.map((set) => conflictOf(network, set)), complete: found.complete };
}

/** Undefined when the statements cannot all hold. */
export function windowsOf(prepared: Prepared): EventWindow[] | undefined {
  const earliest = settle(prepared, "earliest");
  if (earliest.state === "impossible") return undefined;
  const latest = settle(prepared, "latest");
  if (latest.state === "impossible") return undefined;
  const finder = windowFinder(prepared, earliest.values, latest.values);
  return Array.from({ length: prepared.network.events }, (_, event) => windowOf(prepared, event, earliest, latest, finder));
}

function windowOf(prepared: Prepared, event: number, earliest: Settled, latest: Settled, finder: WindowFinder): EventWindow {
  const { network } = prepared;
  const ids = (statements: readonly number[]) => statements.map((at) => (network.statements[at] as { id: string }).id);
  const cutBy = { earliest: ids(earliest.because(event)), latest: ids(latest.because(event)) };
  const open: ("earlier" | "later")[] = [];
  // A window of days that reaches to the horizon's end goes on beyond it, and so does what is tied to it.
  if (restsOnHorizon(network, earliest.because(event), "earlier")) open.push("earlier");
  if (restsOnHorizon(network, latest.because(event), "later")) open.push("later");
  return { ...finder.windowOf(event), open, cutBy };
}

/** Whether a longer horizon could move the bound: none of the statements it rests on ends on that side by itself. */
function restsOnHorizon(network: Network, because: readonly number[], side: "earlier" | "later"): boolean {
  return because.every((at) => {
    const { within = [], goesOn = [] } = network.statements[at] ?? {};
    return within.length === 0 || goesOn.includes(side);
  });
}

function conflictOf(network: Network, set: readonly number[]): Conflict {
  const members = set.map((at) => (network.statements[at] as { id: string }).id);
  const own = only(network, set);
  const gives = new Map(members.map((id) => [id, leastGiving(own, id)]));
  const gap = most([...gives.values()]) ?? 0;
  const networkGap = most(members.map((id) => leastGiving(network, id)));
  const outside = network.statements.filter(({ id, certain }) => !certain && !members.includes(id));
  const widenedBy =
    networkGap === undefined || networkGap <= gap
      ? []
      : outside.filter(({ id }) => {
          const fewer = { ...network, statements: network.statements.filter((one) => one.id !== id) };
          return (most(members.map((member) => leastGiving(fewer, member))) ?? Infinity) < networkGap;
        });
  const touchingWithout = members.filter((id) => isTouching({ ...own, statements: own.statements.filter((one) => one.id !== id) }));
  const without = new Map(
    members.map((id) => {
      const fewer = { ...network, statements: network.statements.filter((one) => one.id !== id) };
      return [id, windowsOf(prepare(fewer)) ?? ("still-impossible" as const)];
    }),
  );
  return { members, gap, gives, networkGap, widenedBy: widenedBy.map(({ id }) => id), touchingWithout, without };
}

/** Largest of those that are numbers; undefined when none is. */
function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
