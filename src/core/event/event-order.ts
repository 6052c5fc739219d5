/**
 * What links say of order, as a point algebra over the beginning and the end of each event: an edge "not later than" or "earlier
 * than" per statement. A loop through an "earlier than" means that an event would precede itself.
 */
import type { EventId } from "./event.ts";
import type { EventRelation } from "./event-link.ts";

export interface OrderLink {
  /** Undefined for the link that is about to be made. */
  readonly link?: string;
  readonly from: EventId;
  readonly to: EventId;
  readonly relation: EventRelation;
}

type Moment = `${EventId} ${"begins" | "ends"}`;

interface Edge {
  readonly after: Moment;
  /** The first moment is earlier, not only no later. */
  readonly strict: boolean;
  /** Undefined for what holds of every event: that it does not end before it begins. */
  readonly by: OrderLink | undefined;
}

/**
 * The links of a loop that `added` would close, in the order of the loop and `added` first; undefined when the order holds.
 * `links`: those that stand, without a loop among themselves.
 */
export function orderLoop(links: readonly OrderLink[], added: OrderLink): OrderLink[] | undefined {
  const edges = new Map<Moment, Edge[]>();
  const put = (before: Moment, edge: Edge): void => void edges.set(before, [...(edges.get(before) ?? []), edge]);
  const events = new Set([added, ...links].flatMap(({ from, to }) => [from, to]));
  for (const event of events) put(`${event} begins`, { after: `${event} ends`, strict: false, by: undefined });
  for (const link of [added, ...links]) for (const { before, ...edge } of edgesOf(link)) put(before, edge);
  for (const edge of edgesOf(added)) {
    const way = wayBack(edges, edge);
    if (way !== undefined) return [...new Set([added, ...way])];
  }
  return undefined;
}

function edgesOf(link: OrderLink): (Edge & { before: Moment })[] {
  const { from, to } = link;
  const say = (before: Moment, after: Moment, strict: boolean) => ({ before, after, strict, by: link });
  switch (link.relation) {
    case "before":
    case "led-to":
      return [say(`${from} ends`, `${to} begins`, true)];
    case "posting-of":
      return [say(`${to} ends`, `${from} begins`, true)];
    case "part-of":
    case "during":
      return [say(`${to} begins`, `${from} begins`, false), say(`${from} ends`, `${to} ends`, false)];
    case "filming-of":
      return [say(`${from} begins`, `${to} ends`, false), say(`${to} begins`, `${from} ends`, false)];
    case "other":
      return [];
  }
}

/** Links on a way from the later moment of `start` to its earlier one that makes the loop a contradiction. */
function wayBack(edges: ReadonlyMap<Moment, readonly Edge[]>, start: Edge & { before: Moment }): OrderLink[] | undefined {
  type Step = { at: Moment; strict: boolean; way: OrderLink[] };
  const seen = new Set<string>();
  const open: Step[] = [{ at: start.after, strict: start.strict, way: [] }];
  for (let step = open.shift(); step !== undefined; step = open.shift()) {
    if (step.at === start.before && step.strict) return step.way;
    const key = `${step.at} ${step.strict}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const edge of edges.get(step.at) ?? [])
      open.push({
        at: edge.after,
        strict: step.strict || edge.strict,
        way: edge.by === undefined ? step.way : [...step.way, edge.by],
      });
  }
  return undefined;
}
