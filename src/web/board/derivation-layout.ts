/**
 * Where texts and the edges between them are drawn: in layers from the origins on the left to what derives from them, edges that span
 * layers led through places of their own, few crossings (layers and barycentres after Sugiyama, Tagawa and Toda, 1981). Circles are
 * drawn too: one of their edges runs backwards. The same input gives the same drawing.
 */

export interface LayoutNode {
  readonly id: string;
  readonly height: number;
}

/** From the origin to what derives from it. */
export interface LayoutEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Point {
  readonly id: string;
  readonly layer: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly id: string;
  /** From the side of the origin to the side of the derived. */
  readonly points: readonly Point[];
  /** It runs from right to left: part of a circle. */
  readonly isBackwards: boolean;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

export interface LayoutSizes {
  readonly nodeWidth: number;
  readonly layerGap: number;
  readonly rowGap: number;
}

/** A node of the layers: a text, or a place that a long edge passes. */
interface Slot {
  readonly id: string;
  readonly height: number;
  readonly layer: number;
  y: number;
}

const sweeps = 6;

/** Share of a text's height at which lines that run backwards leave and enter: below the others. */
const backwardsAt = 0.8;

export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], sizes: LayoutSizes): Layout {
  const heights = new Map(nodes.map(({ id, height }) => [id, height]));
  const drawn = edges.filter(({ from, to }) => from !== to && heights.has(from) && heights.has(to));
  const backwards = backEdges(nodes, drawn);
  const forward = drawn.map((edge) => (backwards.has(edge.id) ? { ...edge, from: edge.to, to: edge.from } : edge));
  const layers = layersOf(nodes, forward);
  const slots = new Map<string, Slot>(nodes.map(({ id, height }) => [id, { id, height, layer: layers.get(id) ?? 0, y: 0 }]));
  const paths = forward.map((edge) => pathOf(edge, slots));
  const links = paths.flatMap((path) => path.slice(1).map((id, at) => [path[at] as string, id] as const));
  const rows = ordered([...slots.values()], links);
  place(rows, links, slots, sizes.rowGap);

  const x = (layer: number): number => layer * (sizes.nodeWidth + sizes.layerGap);
  const ports = portsOf(
    drawn.filter(({ id }) => !backwards.has(id)),
    slots,
  );
  const placedEdges = drawn.map((edge, at): PlacedEdge => {
    const isBackwards = backwards.has(edge.id);
    const [from, to] = [slots.get(edge.from) as Slot, slots.get(edge.to) as Slot];
    const left = ({ layer }: Slot, y: number): Point => ({ x: x(layer), y });
    const right = ({ layer }: Slot, y: number): Point => ({ x: x(layer) + sizes.nodeWidth, y });
    const passed = (paths[at] ?? []).slice(1, -1).map((id) => slots.get(id) as Slot);
    const between = passed.flatMap((slot) => [left(slot, slot.y), right(slot, slot.y)]);
    const points = isBackwards
      ? [left(from, from.y + from.height * backwardsAt), ...between.toReversed(), right(to, to.y + to.height * backwardsAt)]
      : [right(from, from.y + from.height / 2), ...between, left(to, to.y + (ports.get(edge.id) ?? to.height / 2))];
    return { id: edge.id, isBackwards, points };
  });
  const placed = nodes.map(({ id, height }): PlacedNode => {
    const { layer, y } = slots.get(id) as Slot;
    return { id, height, layer, x: x(layer), y, width: sizes.nodeWidth };
  });
  return {
    nodes: placed,
    edges: placedEdges,
    width: Math.max(0, ...placed.map((node) => node.x + node.width)),
    height: Math.max(0, ...[...slots.values()].map(({ y, height }) => y + height)),
  };
}

/** Edges that lead back to where a walk came from: turned about, the rest has no circle. */
function backEdges(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): ReadonlySet<string> {
  const out = Map.groupBy(edges, ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const back = new Set<string>();
  for (const { id: start } of nodes) {
    if (state.has(start)) continue;
    const stack: { id: string; at: number }[] = [{ id: start, at: 0 }];
    state.set(start, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = out.get(top.id)?.[top.at];
      top.at += 1;
      if (edge === undefined) {
        state.set(top.id, "done");
        stack.pop();
      } else if (state.get(edge.to) === "open") back.add(edge.id);
      else if (!state.has(edge.to)) {
        state.set(edge.to, "open");
        stack.push({ id: edge.to, at: 0 });
      }
    }
  }
  return back;
}

/** Each as far right as its longest way from an origin. */
function layersOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): ReadonlyMap<string, number> {
  const out = Map.groupBy(edges, ({ from }) => from);
  const waiting = new Map(nodes.map(({ id }) => [id, 0]));
  for (const { to } of edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const layers = new Map<string, number>();
  const ready = nodes.flatMap(({ id }) => (waiting.get(id) === 0 ? [id] : []));
  for (const id of ready) layers.set(id, 0);
  for (let id = ready.shift(); id !== undefined; id = ready.shift())
    for (const { to } of out.get(id) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  return layers;
}

/** Ids of the slots it passes, ends included; places between are made. */
function pathOf(edge: LayoutEdge, slots: Map<string, Slot>): string[] {
  const [first, last] = [slots.get(edge.from)?.layer ?? 0, slots.get(edge.to)?.layer ?? 0];
  const path = [edge.from];
  for (let layer = first + 1; layer < last; layer++) {
    const id = `${edge.id} at ${layer}`;
    slots.set(id, { id, height: 0, layer, y: 0 });
    path.push(id);
  }
  return [...path, edge.to];
}

type Links = readonly (readonly [from: string, to: string])[];

function neighbours(links: Links): { before: Map<string, string[]>; after: Map<string, string[]> } {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const [from, to] of links) {
    after.set(from, [...(after.get(from) ?? []), to]);
    before.set(to, [...(before.get(to) ?? []), from]);
  }
  return { before, after };
}

function ordered(slots: readonly Slot[], links: Links): Slot[][] {
  const rows: Slot[][] = [];
  for (const slot of slots) (rows[slot.layer] ??= []).push(slot);
  const { before, after } = neighbours(links);
  const rankOf = (): Map<string, number> => new Map(rows.flatMap((row) => row.map(({ id }, at) => [id, at] as const)));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? before : after;
    const order = sweep % 2 === 0 ? rows.keys() : [...rows.keys()].toReversed();
    for (const at of order) {
      const rank = rankOf();
      const weight = new Map(
        (rows[at] ?? []).map(({ id }) => [
          id,
          mean(
            (side.get(id) ?? []).map((other) => rank.get(other) ?? 0),
            rank.get(id) ?? 0,
          ),
        ]),
      );
      rows[at] = (rows[at] ?? []).toSorted((a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0));
    }
  }
  return rows;
}

function mean(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** As near the middle of what it hangs on as its neighbours in the layer allow. */
function place(rows: readonly Slot[][], links: Links, slots: ReadonlyMap<string, Slot>, gap: number): void {
  const { before, after } = neighbours(links);
  const middle = (id: string): number => {
    const slot = slots.get(id) as Slot;
    return slot.y + slot.height / 2;
  };
  const stack = (row: readonly Slot[], wished: (slot: Slot) => number): void => {
    let end = Number.NEGATIVE_INFINITY;
    for (const slot of row) {
      slot.y = Math.max(end, wished(slot) - slot.height / 2);
      end = slot.y + slot.height + gap;
    }
    // What was pushed down pulls the whole row up by the mean.
    const shift = mean(
      row.map((slot) => slot.y + slot.height / 2 - wished(slot)),
      0,
    );
    for (const slot of row) slot.y -= shift;
  };
  for (const row of rows) {
    let y = 0;
    for (const slot of row) {
      slot.y = y;
      y += slot.height + gap;
    }
  }
  for (const side of [before, after, before])
    for (const row of side === after ? rows.toReversed() : rows) {
      const wishes = new Map(row.map((slot) => [slot.id, mean((side.get(slot.id) ?? []).map(middle), middle(slot.id))]));
      stack(row, ({ id }) => wishes.get(id) ?? 0);
    }
  const top = Math.min(...rows.flat().map(({ y }) => y));
  for (const slot of rows.flat()) slot.y -= top;
}

/** Where each edge enters what it leads to: beneath each other, in the order of what they come from. */
function portsOf(edges: readonly LayoutEdge[], slots: ReadonlyMap<string, Slot>): ReadonlyMap<string, number> {
  const ports = new Map<string, number>();
  for (const [to, some] of Map.groupBy(edges, (edge) => edge.to)) {
    const height = slots.get(to)?.height ?? 0;
    const sorted = some.toSorted((a, b) => (slots.get(a.from)?.y ?? 0) - (slots.get(b.from)?.y ?? 0));
    for (const [at, { id }] of sorted.entries()) ports.set(id, (height * (at + 0.5)) / sorted.length);
  }
  return ports;
}
