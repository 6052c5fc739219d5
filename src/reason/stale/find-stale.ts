/**
 * Which judgements must be looked at again. One is stale when something that it rests on, directly or through others, changed in a line
 * later than each step of the way knew of: later than the line at which it was rested on, and than the last time somebody looked at
 * the judgement again and kept it. What a judgement's own change did to others never makes it stale itself.
 *
 * Changes are taken latest first and carried backwards, breadth first: of all the changes that reach something, the latest passes
 * wherever any does. Two of different origin are kept for each thing, because the latest may be the judgement's own. So every
 * step is walked twice at most.
 */
import type { Change, Judgement, RestsOn, Stale, StaleGraph, StaleReason } from "./stale-graph.ts";

/** A change that reached a judgement, with the step by which it did. */
interface Reached {
  readonly root: Change;
  readonly by: RestsOn;
}

/** By the line at which it was stated, then by name. */
export function findStale(graph: StaleGraph): Stale[] {
  const found = spread(graph);
  return graph.judgements
    .filter(({ name }) => found.reached.has(name))
    .map((judgement) => staleOf(found, judgement))
    .toSorted((a, b) => a.line - b.line || (a.judgement < b.judgement ? -1 : 1));
}

interface Spread {
  readonly restsOf: ReadonlyMap<string, readonly RestsOn[]>;
  /** Of each thing, by rising line. */
  readonly changesOf: ReadonlyMap<string, readonly Change[]>;
  readonly kept: ReadonlyMap<string, number>;
  readonly reached: ReadonlyMap<string, readonly Reached[]>;
}

const mostRoots = 2;

function spread({ judgements, rests, changes }: StaleGraph): Spread {
  const kept = new Map(judgements.map((one) => [one.name, one.kept]));
  const standing = rests.filter(({ judgement, on }) => on !== judgement && kept.has(judgement));
  const restingOn = Map.groupBy(standing, ({ on }) => on);
  const changesOf = Map.groupBy(
    changes.toSorted((a, b) => a.line - b.line),
    ({ of }) => of,
  );
  const roots = [...changesOf.values()].flatMap((own) => own.at(-1) ?? []).toSorted((a, b) => b.line - a.line);
  const reached = new Map<string, Reached[]>();
  for (const root of roots) {
    const queue = [root.of];
    for (let at = 0; at < queue.length; at++) {
      for (const by of restingOn.get(queue[at] as string) ?? []) {
        const { judgement } = by;
        if (judgement === root.of || root.line <= heldUntil(kept, by)) continue;
        const known = reached.get(judgement) ?? [];
        if (known.length === mostRoots || known.some((one) => one.root === root)) continue;
        reached.set(judgement, [...known, { root, by }]);
        queue.push(judgement);
      }
    }
  }
  return { restsOf: Map.groupBy(standing, ({ judgement }) => judgement), changesOf, kept, reached };
}

/** The line up to which whoever answers for the judgement knew what it rests on. */
function heldUntil(kept: ReadonlyMap<string, number>, { judgement, line }: RestsOn): number {
  return Math.max(line, kept.get(judgement) ?? 0);
}

function staleOf(found: Spread, { name: judgement, line, keptAlone = 0 }: Judgement): Stale {
  const { restsOf, changesOf, kept, reached } = found;
  const own = reached.get(judgement) ?? [];
  const lines = own.map(({ root }) => root.line);
  for (const by of restsOf.get(judgement) ?? []) {
    const first = changesOf.get(by.on)?.find((change) => change.line > heldUntil(kept, by));
    if (first !== undefined) lines.push(first.line);
  }
  const last = Math.max(...lines);
  return {
    ...{ judgement, line, last },
    since: Math.min(...lines),
    keptAlone: keptAlone > last ? keptAlone : null,
    reasons: (most = 50) => reasonsOf(found, judgement).slice(0, most),
  };
}

function reasonsOf({ restsOf, changesOf, kept, reached }: Spread, judgement: string): StaleReason[] {
  const reasons: StaleReason[] = [];
  for (const by of restsOf.get(judgement) ?? []) {
    const held = heldUntil(kept, by);
    const change = changesOf.get(by.on)?.findLast(({ line }) => line > held);
    if (change !== undefined) reasons.push({ steps: [by], change });
    for (const { root } of reached.get(by.on) ?? []) {
      if (root.line <= held || root.of === judgement) continue;
      const rest = wayTo(reached, by.on, root, judgement);
      if (rest !== undefined) reasons.push({ steps: [by, ...rest], change: root });
    }
  }
  return reasons.toSorted((a, b) => a.steps.length - b.steps.length || b.change.line - a.change.line);
}

/** Undefined where it leads over the judgement itself: the rest of that way is a reason of its own. */
function wayTo(reached: Spread["reached"], from: string, root: Change, judgement: string): RestsOn[] | undefined {
  const steps: RestsOn[] = [];
  for (let at = from; at !== root.of;) {
    const by = reached.get(at)?.find((one) => one.root === root)?.by;
    if (by === undefined || by.on === judgement) return undefined;
    steps.push(by);
    at = by.on;
  }
  return steps;
}
