/** A text that claims were taken from, as far as it shows where it comes from. */
import type { ItemId } from "../../../core/item/item.ts";
import type { CaseClaim } from "../claim-case.ts";

export interface ClaimedText {
  /** Tells it from every other text of the case. */
  readonly key: string;
  readonly item: ItemId;
  /** Whether its item holds this text alone: then an item may stand for it; else only claims do. */
  readonly alone: boolean;
  /** Title and body. */
  readonly words: string;
  /** What it, its channel or its outlet is called. */
  readonly names: readonly string[];
  /** Where it was published, and what it links to. */
  readonly addresses: readonly string[];
  readonly links: readonly string[];
  /** A display name; null where it was not forwarded. */
  readonly forwardedFrom: string | null;
  /** Items that it shows. */
  readonly shows: readonly ItemId[];
  readonly claims: readonly CaseClaim[];
}

/** How the first stands to the second in time; certain only where their intervals share no instant. */
export function publishedOrder(a: ClaimedText, b: ClaimedText): "before" | "after" | "cannot-tell" {
  return intervalOrder(hullOf(a.claims), hullOf(b.claims));
}

type Published = CaseClaim["published"];

export function intervalOrder(a: Published, b: Published): "before" | "after" | "cannot-tell" {
  if (a === "unknown" || b === "unknown") return "cannot-tell";
  if (Date.parse(a.latest) < Date.parse(b.earliest)) return "before";
  return Date.parse(a.earliest) > Date.parse(b.latest) ? "after" : "cannot-tell";
}

/** From the earliest to the latest that any of them may have been published. */
export function hullOf(claims: readonly CaseClaim[]): Published {
  const [first, ...rest] = claims.map(({ published }) => published);
  if (first === undefined) return "unknown";
  return rest.reduce((all, one) => {
    if (all === "unknown" || one === "unknown") return "unknown";
    return {
      earliest: Date.parse(one.earliest) < Date.parse(all.earliest) ? one.earliest : all.earliest,
      latest: Date.parse(one.latest) > Date.parse(all.latest) ? one.latest : all.latest,
    };
  }, first);
}
