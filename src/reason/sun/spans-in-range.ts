/**
 * When a smooth quantity of time lies in a range. The span is cut at samples and at the turning points between them, so that
 * each piece rises or falls throughout; what crosses a border does so once a piece and is found by halving.
 */
import { type Interval, type Moments, momentsOf } from "../time/moments.ts";

/** Nothing that the sun does turns twice in ten minutes, but for its direction while it stands near the zenith. */
const usualStepMs = 600_000;

/** `value` is asked for moments in milliseconds and never leaps. Ends are whole milliseconds inside the range. */
export function spansInRange(
  value: (at: number) => number,
  [from, to]: Interval,
  [low, high]: readonly [number, number],
  { stepMs = usualStepMs }: { readonly stepMs?: number } = {},
): Moments {
  const nodes = nodesOf(value, from, to, stepMs);
  const found: Interval[] = [];
  for (let i = 0; i + 1 < nodes.length; i++) {
    const [a, b] = [nodes[i] as Node, nodes[i + 1] as Node];
    const rising = b.value > a.value;
    // From a on the first moment not before the range, and from b back the last one not after it.
    const begins = firstWhere((at) => (rising ? value(at) >= low : value(at) <= high), a.at, b.at);
    const past = firstWhere((at) => (rising ? value(at) > high : value(at) < low), a.at, b.at);
    if (begins !== undefined && (past === undefined || begins < past)) found.push([begins, past === undefined ? b.at : past - 1]);
  }
  return momentsOf(found);
}

/** The first whole moment of a span for which `holds`, given that it holds for all that follow one for which it does. */
function firstWhere(holds: (at: number) => boolean, from: number, to: number): number | undefined {
  if (holds(from)) return from;
  if (!holds(to)) return undefined;
  let [not, does] = [from, to];
  while (does - not > 1) {
    const middle = Math.floor((not + does) / 2);
    if (holds(middle)) does = middle;
    else not = middle;
  }
  return does;
}

interface Node {
  readonly at: number;
  readonly value: number;
}

function nodesOf(value: (at: number) => number, from: number, to: number, stepMs: number): Node[] {
  const samples: Node[] = [];
  for (let at = from; at < to; at += stepMs) samples.push({ at, value: value(at) });
  samples.push({ at: to, value: value(to) });
  const nodes: Node[] = [];
  for (const [i, node] of samples.entries()) {
    const [before, after] = [samples[i - 1], samples[i + 1]];
    if (before !== undefined && after !== undefined && (node.value - before.value) * (after.value - node.value) < 0) {
      const turn = turningPoint(value, before.at, after.at, node.value > before.value ? 1 : -1);
      nodes.push(...(turn.at < node.at ? [turn, node] : turn.at > node.at ? [node, turn] : [node]));
    } else nodes.push(node);
  }
  return nodes.sort((a, b) => a.at - b.at);
}

/** The largest (sign 1) or least value between two moments, by thirds. */
function turningPoint(value: (at: number) => number, from: number, to: number, sign: 1 | -1): Node {
  let [low, high] = [from, to];
  while (high - low > 2) {
    const third = (high - low) / 3;
    const [a, b] = [Math.round(low + third), Math.round(high - third)];
    if (sign * value(a) < sign * value(b)) low = a;
    else high = b;
  }
  const at = Math.round((low + high) / 2);
  return { at, value: value(at) };
}
