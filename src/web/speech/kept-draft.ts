/**
 * What was typed and not written as a version yet, kept in the page's own storage so that a closed tab loses nothing. It is gone
 * once it is written or given up. What is found there is checked like anything foreign, and is never taken for what the case holds.
 */
import { z } from "zod";
import type { ItemId } from "../../core/item/item.ts";
import { mostSegments, TierSegment } from "../../core/tier/tier.ts";

const KeptDraft = z.strictObject({
  /** Version that the changes start from; 0 where the tier is not written yet. */
  base: z.number().int().min(0),
  segments: z.array(TierSegment).max(mostSegments),
  /** As they were in the base: what somebody else wrote meanwhile is told apart by it. */
  before: z.array(TierSegment).max(mostSegments),
  nextId: z.number().int().min(1),
  at: z.string(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** `tier`: its id, or the words that a new one is named by in the address. */
export function draftName(caseId: string, item: ItemId, tier: string): string {
  return `witnessmark.speech.${caseId}.${item}.${tier}`;
}

export function readDraft(name: string): KeptDraft | undefined {
  try {
    return KeptDraft.safeParse(JSON.parse(window.localStorage.getItem(name) ?? "null")).data;
  } catch {
    return undefined;
  }
}

/** False where the browser's storage is full or closed: the screen must say that nothing is kept. */
export function keepDraft(name: string, draft: KeptDraft): boolean {
  try {
    window.localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  window.localStorage.removeItem(name);
}
