/**
 * All copies of a group on one clock: that of a copy that is named. Where a copy shares nothing with it, its seconds are reached
 * through copies that share with both; where there is no such way, its stretches have no place on the axis.
 */
import type { Span } from "../../core/copies/segment-match.ts";
import { lengthOf, overlapOf } from "./spans.ts";

export interface Stretch {
  readonly axis: Span;
  readonly own: Span;
}

/** Shared seconds of two copies of one channel, in whichever order. */
export interface SharedSpan {
  readonly a: string;
  readonly b: string;
  readonly ofA: Span;
  readonly ofB: Span;
}

/** Stretches of each copy that others of the group hold too, with their place on the clock of `axis`. */
export function onAxis(axis: string, extent: Span, shared: readonly SharedSpan[]): ReadonlyMap<string, readonly Stretch[]> {
  const found = new Map<string, Stretch[]>([[axis, [{ axis: extent, own: extent }]]]);
  const left = new Set(shared);
  // Nearest first, so that a copy's place comes from the axis itself where it can.
  for (let placed = new Set([axis]); placed.size > 0;) {
    const next = new Set<string>();
    const reached = new Map<string, Stretch[]>();
    for (const one of left) {
      const [from, to] = placed.has(one.a) ? [one.a, one.b] : placed.has(one.b) ? [one.b, one.a] : [];
      if (from === undefined || to === undefined) continue;
      left.delete(one);
      if (found.has(to)) continue;
      const [ofFrom, ofTo] = from === one.a ? [one.ofA, one.ofB] : [one.ofB, one.ofA];
      const stretches = (found.get(from) ?? []).flatMap((stretch) => carried(stretch, ofFrom, ofTo));
      if (stretches.length > 0) reached.set(to, [...(reached.get(to) ?? []), ...stretches]);
    }
    for (const [copy, stretches] of reached) {
      found.set(
        copy,
        stretches.toSorted((one, other) => one.own.fromSec - other.own.fromSec),
      );
      next.add(copy);
    }
    placed = next;
  }
  return found;
}

/** What of a stretch the other copy holds, on the axis and on the other's clock. */
function carried(stretch: Stretch, shared: Span, asOther: Span): Stretch[] {
  if (overlapOf(stretch.own, shared) < 0) return [];
  const own: Span = {
    fromSec: Math.max(stretch.own.fromSec, shared.fromSec),
    toSec: Math.min(stretch.own.toSec, shared.toSec),
  };
  return [{ axis: mapped(own, stretch.own, stretch.axis), own: mapped(own, shared, asOther) }];
}

function mapped(span: Span, from: Span, to: Span): Span {
  const scale = lengthOf(from) === 0 ? 0 : lengthOf(to) / lengthOf(from);
  return {
    fromSec: to.fromSec + (span.fromSec - from.fromSec) * scale,
    toSec: lengthOf(from) === 0 ? to.toSec : to.fromSec + (span.toSec - from.fromSec) * scale,
  };
}
