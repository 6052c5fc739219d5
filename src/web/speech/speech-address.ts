/**
 * The address of the editor: `/speech/i3?tier=w2&segment=5&at=12.345&part=review`. A tier that is not written yet is named by what
 * it will be: `?tier=new&sort=translation&language=en&from=w2`.
 */
import type { ItemId } from "../../core/item/item.ts";
import { TierId, TierLanguage, TierSort } from "../../core/tier/tier.ts";

export const speechParts = ["write", "review", "history"] as const;
export type SpeechPart = (typeof speechParts)[number];

export interface NewTier {
  readonly sort: TierSort;
  readonly language: TierLanguage;
  readonly from: TierId | undefined;
}

export interface SpeechAddress {
  readonly tier: TierId | undefined;
  readonly made: NewTier | undefined;
  readonly segment: number | undefined;
  /** Seconds of item time. */
  readonly at: number | undefined;
  readonly part: SpeechPart;
  /** Of the history: the two versions that are compared, the older first. */
  readonly versions: readonly [number, number] | undefined;
}

export function readSpeechAddress(query: URLSearchParams): SpeechAddress {
  const tier = TierId.safeParse(query.get("tier"));
  const segment = query.get("segment");
  const at = query.get("at");
  const part = query.get("part");
  const versions = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/.exec(query.get("versions") ?? "");
  return {
    tier: tier.data,
    made: query.get("tier") === "new" ? newTierOf(query) : undefined,
    segment: segment !== null && /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : undefined,
    at: at !== null && /^-?\d{1,7}(\.\d{1,6})?$/.test(at) ? Number(at) : undefined,
    part: speechParts.find((name) => name === part) ?? "write",
    versions: versions === null ? undefined : [Number(versions[1]), Number(versions[2])],
  };
}

function newTierOf(query: URLSearchParams): NewTier | undefined {
  const sort = TierSort.safeParse(query.get("sort"));
  const language = TierLanguage.safeParse(query.get("language"));
  if (!sort.success || !language.success) return undefined;
  return { sort: sort.data, language: language.data, from: TierId.safeParse(query.get("from")).data };
}

export interface SpeechTarget {
  readonly tier?: TierId | "new" | undefined;
  readonly sort?: TierSort;
  readonly language?: TierLanguage;
  readonly from?: TierId | undefined;
  readonly segment?: number;
  readonly atMs?: number;
  readonly part?: SpeechPart;
}

export function speechPath(item: ItemId, { atMs, segment, part, ...words }: SpeechTarget = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) if (value !== undefined) query.set(name, value);
  if (segment !== undefined) query.set("segment", String(segment));
  if (atMs !== undefined) query.set("at", secondsInAddress(atMs));
  if (part !== undefined && part !== "write") query.set("part", part);
  return `/speech/${item}${query.size === 0 ? "" : `?${query}`}`;
}

export function secondsInAddress(ms: number): string {
  return (ms / 1000).toFixed(3);
}
