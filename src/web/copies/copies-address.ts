/** What the copies screen shows, as the address says it: group, pair, segment, second, way of comparing. Every view is a link. */
import type { PostRef } from "../../api/text-copies.ts";
import { ItemId } from "../../core/item/item.ts";
import type { Side } from "./segment-map.ts";

export const pairModes = ["side", "swipe", "blink", "difference"] as const;
export type PairMode = (typeof pairModes)[number];

/** Which groups are listed; or the pairs that join none; or posts that say nearly the same. */
export const groupFilters = ["waiting", "reopened", "outside", "posts"] as const;
export type GroupFilter = (typeof groupFilters)[number];

export interface PairName {
  readonly a: ItemId;
  readonly b: ItemId;
}

export interface CopiesAddress {
  readonly group: ItemId | undefined;
  readonly pair: PairName | undefined;
  readonly only: GroupFilter | undefined;
  /** A group of posts, by one of them. */
  readonly post: PostRef | undefined;
  readonly segment: string | undefined;
  /** Where the leading player stands. */
  readonly at: { readonly side: Side; readonly sec: number } | undefined;
  readonly mode: PairMode;
}

/** Addresses come from anywhere: what is not understood is left out. */
export function readCopiesAddress(query: URLSearchParams): CopiesAddress {
  const group = ItemId.safeParse(query.get("group"));
  const [first, second, more] = (query.get("pair") ?? "").split("-").map((part) => ItemId.safeParse(part));
  const only = query.get("only");
  const segment = query.get("segment") ?? "";
  return {
    group: group.success ? group.data : undefined,
    pair:
      first?.success && second?.success && more === undefined && first.data !== second.data ? { a: first.data, b: second.data } : undefined,
    only: groupFilters.find((filter) => filter === only),
    post: postOf(query.get("post")),
    segment: /^(picture|sound)-\d{1,5}$/.test(segment) ? segment : undefined,
    at: secondOf("a", query) ?? secondOf("b", query),
    mode: pairModes.find((mode) => mode === query.get("mode")) ?? "side",
  };
}

function secondOf(side: Side, query: URLSearchParams): CopiesAddress["at"] {
  const words = query.get(side) ?? "";
  return /^\d{1,7}(\.\d{1,6})?$/.test(words) ? { side, sec: Number(words) } : undefined;
}

function postOf(words: string | null): PostRef | undefined {
  const [, item, at] = /^(i\d{1,15})-(\d{1,9})$/.exec(words ?? "") ?? [];
  const named = ItemId.safeParse(item);
  return named.success ? { item: named.data, at: Number(at) } : undefined;
}

export function samePost(one: PostRef, other: PostRef | undefined): boolean {
  return one.item === other?.item && one.at === other.at;
}

export const textGroupPath = ({ item, at }: PostRef): string => `/copies?only=posts&post=${item}-${at}`;
export const groupPath = (group: ItemId): string => `/copies?group=${group}`;

export function pairPath({ a, b }: PairName, segment?: string): string {
  return `/copies?pair=${a}-${b}${segment === undefined ? "" : `&segment=${segment}`}`;
}
