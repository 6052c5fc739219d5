/** What the sync wall shows, as the address says it: clips, moment, chosen clip, sound, stretch of the lanes, moves by hand. Every view is a link. */
import { ItemId } from "../../core/item/item.ts";
import { mostMarked } from "../../core/sync/sync-mark.ts";

export const mostOnWall = mostMarked;

export const wallTabs = ["plan", "pairs", "marks", "events", "map"] as const;
export type WallTab = (typeof wallTabs)[number];

export interface SyncAddress {
  readonly clips: readonly ItemId[];
  /** Seconds of the common clock. */
  readonly at: number | undefined;
  readonly chosen: ItemId | undefined;
  readonly heard: ItemId | undefined;
  /** What of the common clock the lanes show. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** Moves by hand that are not kept yet, seconds. */
  readonly moves: ReadonlyMap<ItemId, number>;
  readonly tab: WallTab;
}

/** Addresses come from anywhere: what is not understood is left out. */
export function readSyncAddress(query: URLSearchParams): SyncAddress {
  const clips = [...new Set((query.get("clips") ?? "").split(",").flatMap(itemOf))].slice(0, mostOnWall);
  const one = (name: string): ItemId | undefined => itemOf(query.get(name) ?? "").find((item) => clips.includes(item));
  const [from, to] = (query.get("span") ?? "").split("..").map(secondsOf);
  return {
    clips,
    at: secondsOf(query.get("at") ?? ""),
    chosen: one("chosen"),
    heard: one("hear"),
    span: from !== undefined && to !== undefined && to > from ? { from, to } : undefined,
    moves: new Map((query.get("moved") ?? "").split(",").flatMap(moveOf)),
    tab: wallTabs.find((tab) => tab === query.get("tab")) ?? "plan",
  };
}

function itemOf(words: string): ItemId[] {
  const read = ItemId.safeParse(words);
  return read.success ? [read.data] : [];
}

function secondsOf(words: string): number | undefined {
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(words) ? Number(words) : undefined;
}

function moveOf(words: string): [ItemId, number][] {
  const [item = "", by = ""] = words.split(":");
  const seconds = secondsOf(by);
  return seconds === undefined || seconds === 0 ? [] : itemOf(item).map((id) => [id, seconds]);
}

export const secondsWords = (sec: number): string => String(Math.round(sec * 1e6) / 1e6);
export const spanWords = (span: { readonly from: number; readonly to: number }): string => `${span.from.toFixed(3)}..${span.to.toFixed(3)}`;
export const movesWords = (moves: ReadonlyMap<ItemId, number>): string | undefined => {
  const words = [...moves].filter(([, by]) => by !== 0).map(([item, by]) => `${item}:${secondsWords(by)}`);
  return words.length === 0 ? undefined : words.join(",");
};
export const wallPath = (clips: readonly ItemId[]): string => `/sync?clips=${clips.join(",")}`;
