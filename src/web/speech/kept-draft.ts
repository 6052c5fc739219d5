/**
 * What was typed and not written as a version yet, kept in the browser's storage so that a closed tab loses nothing: by case, person,
 * item and tier, in clear text, for the address that the program has now. It is gone once it is written or given up, and when this
 * machine no longer holds the item's words. What is found there is checked like anything foreign, and is never taken for what the
 * case holds. What cannot be brought back is set aside, never dropped unread.
 */
import { z } from "zod";
import { ItemId } from "../../core/item/item.ts";
import { mostSegments, TierSegment } from "../../core/tier/tier.ts";
import { asideEnding, type DraftStore as KeptStore, keepInBrowser, readFromBrowser } from "../parts/kept-in-browser.ts";

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

/** The browser's storage, or what stands in for it. */
export type DraftStore = KeptStore & Pick<Storage, "key" | "length">;

/** Whose words: another person at this machine never finds them as their own. */
export interface DraftOwner {
  readonly caseId: string;
  readonly person: string;
}

/** `tier`: its id, or the words that a new one is named by in the address. */
export function draftName({ caseId, person }: DraftOwner, item: ItemId, tier: string): string {
  return `witnessmark.speech.${caseId}.${person}.${item}.${tier}`;
}

/**
 * What was kept of a tier. A draft that is no such thing, or that starts from a version which the case does not hold (a case that was
 * brought back from a copy), is set aside under another name.
 */
export function readDraft(name: string, version: number, store: DraftStore = window.localStorage): KeptDraft | undefined {
  const accept = (value: unknown): KeptDraft | undefined => {
    const draft = KeptDraft.safeParse(value).data;
    return draft !== undefined && draft.base <= version ? draft : undefined;
  };
  return readFromBrowser(name, accept, store).kept;
}

/** What could not be brought back, as it was kept. */
export function setAside(name: string, store: DraftStore = window.localStorage): string | undefined {
  return store.getItem(name + asideEnding) ?? undefined;
}

export function dropAside(name: string, store: DraftStore = window.localStorage): void {
  store.removeItem(name + asideEnding);
}

/** False where the browser's storage is full or closed: the screen must say that nothing is kept. */
export function keepDraft(name: string, draft: KeptDraft, store: DraftStore = window.localStorage): boolean {
  return keepInBrowser(name, draft, store);
}

export function dropDraft(name: string, store: DraftStore = window.localStorage): void {
  store.removeItem(name);
}

/** Items of the case of which something is kept. */
export function keptItems(caseId: string, store: DraftStore = window.localStorage): readonly ItemId[] {
  const before = `witnessmark.speech.${caseId}.`;
  const items = namesIn(store).flatMap((name) => {
    const item = name.startsWith(before) ? name.slice(before.length).split(".")[1] : undefined;
    return ItemId.safeParse(item).data ?? [];
  });
  return [...new Set(items)];
}

/** Everything that was kept of an item, or of one of its tiers, by whomever: the case does not hold its words any more. */
export function dropDraftsOf(caseId: string, item: ItemId, tier?: string, store: DraftStore = window.localStorage): void {
  const before = `witnessmark.speech.${caseId}.`;
  for (const name of namesIn(store)) {
    const [, of, kept] = name.startsWith(before) ? name.slice(before.length).split(".") : [];
    if (of === item && (tier === undefined || kept === tier)) store.removeItem(name);
  }
}

function namesIn(store: DraftStore): readonly string[] {
  return Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
}
