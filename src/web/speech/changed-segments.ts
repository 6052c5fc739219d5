/** Numbers of the segments that are new, differ, or are gone: what whoever writes the version answers for. */
import type { TierSegment } from "../../core/tier/tier.ts";

export function changedSegments(before: readonly TierSegment[], now: readonly TierSegment[]): readonly number[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(now.map(({ id }) => id));
  const changed = now.filter((one) => {
    const old = was.get(one.id);
    return old !== one && JSON.stringify(old) !== JSON.stringify(one);
  });
  return [...changed.map(({ id }) => id), ...before.filter(({ id }) => !is.has(id)).map(({ id }) => id)];
}
