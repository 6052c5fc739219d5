/** What the page shows unveiled at this moment: the hardest level among it, or undefined where nothing is. Read from the page itself, so no screen is forgotten. */
import type { GraphicLevel } from "../../core/item/item.ts";
import { isSounding } from "./sounding.ts";

const byHardness: readonly GraphicLevel[] = ["none", "mild", "unassessed", "strong", "severe"];

export function levelSeenNow(levelOf: (item: string) => GraphicLevel | undefined): GraphicLevel | undefined {
  if (document.visibilityState !== "visible") return undefined;
  let hardest: GraphicLevel | undefined;
  for (const shown of document.querySelectorAll<HTMLElement>('[data-revealed="true"][data-item]')) {
    const { item = "", kind } = shown.dataset;
    if (kind === "sound" ? !isSounding() : !isInSight(shown)) continue;
    const level = levelOf(item) ?? "unassessed";
    if (hardest === undefined || byHardness.indexOf(level) > byHardness.indexOf(hardest)) hardest = level;
  }
  return hardest;
}

function isInSight(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
}
