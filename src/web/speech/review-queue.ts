/** What a second person has to read against the recording, in order, and what they agreed to and did not record yet. */
import { z } from "zod";
import type { SegmentState, TierAnswer } from "../../api/tiers.ts";
import type { TierSegment } from "../../core/tier/tier.ts";

export interface ReviewItem {
  readonly segment: TierSegment;
  readonly state: SegmentState;
}

export function reviewItems(answer: TierAnswer): readonly ReviewItem[] {
  if (answer.document === "withheld") return [];
  const states = new Map(answer.states.map((state) => [state.id, state]));
  return answer.document.segments.flatMap((segment) => {
    const state = states.get(segment.id);
    return state === undefined ? [] : [{ segment, state }];
  });
}

/** Still to be read by whoever asks: not theirs, no draft, and not standing as reviewed. */
export function isOpen({ state }: ReviewItem, agreed: ReadonlySet<number>): boolean {
  return state.review === null && state.standing !== "reviewed" && !agreed.has(state.id);
}

/** The next open one after a place, else the first open one; undefined when nothing is left. */
export function nextOpen(items: readonly ReviewItem[], at: number, agreed: ReadonlySet<number>): number | undefined {
  for (let step = 1; step <= items.length; step++) {
    const index = (at + step + items.length) % items.length;
    const item = items[index];
    if (item !== undefined && isOpen(item, agreed)) return index;
  }
  return undefined;
}

const KeptAgreed = z.strictObject({
  version: z.number().int(),
  beside: z.number().int().or(z.null()),
  segments: z.array(z.number().int().min(1)).max(20_000),
});

/** Those that were agreed to in this very version, beside that very version of the source: of others nobody knows what was read. */
export function readAgreed(name: string, version: number, beside: number | null): ReadonlySet<number> {
  try {
    const kept = KeptAgreed.safeParse(JSON.parse(window.localStorage.getItem(name) ?? "null")).data;
    return new Set(kept?.version === version && kept.beside === beside ? kept.segments : []);
  } catch {
    return new Set();
  }
}

export function keepAgreed(name: string, version: number, beside: number | null, agreed: ReadonlySet<number>): void {
  if (agreed.size === 0) window.localStorage.removeItem(name);
  else window.localStorage.setItem(name, JSON.stringify({ version, beside, segments: [...agreed] }));
}
