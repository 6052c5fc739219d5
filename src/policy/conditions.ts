/** What conditions forbid: erasing what a legal hold keeps, and handing over what somebody has taken back. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SourceId } from "../core/source/source.ts";

/** A legal hold, and what it keeps from being erased. */
export interface Hold {
  readonly on: ItemId | SourceId;
  /** Line that states it. */
  readonly line: number;
}

/** Throws CaseError NOT_ALLOWED naming what is held and the line that says so. */
export function demandNoHold(hold: Hold | undefined): void {
  if (hold === undefined) return;
  throw new CaseError(
    "NOT_ALLOWED",
    `erasing: expected no legal hold; found ${hold.on} under one, as line ${hold.line} says. Who may lift it states conditions anew.`,
  );
}

/** An item whose giver took consent back, with the lines that are about it alone. */
export interface WithdrawnItem {
  readonly item: ItemId;
  /** Line that states the withdrawal. */
  readonly statedBy: number;
  /** Line that brought it into the case. */
  readonly broughtBy: number;
  readonly lines: readonly number[];
}

/**
 * Lines that a pack leaves out: those asked for and, when `leaveOut` says so, all about items whose consent was withdrawn.
 * Throws CaseError NOT_ALLOWED when such an item would be handed over.
 */
export function linesOfPack(
  withdrawn: readonly WithdrawnItem[],
  asked: ReadonlyMap<number, string>,
  leaveOut: boolean,
): { readonly lines: ReadonlyMap<number, string>; readonly consent: ReadonlySet<number> } {
  const lines = new Map(asked);
  const consent = new Set<number>();
  const handedOver: ItemId[] = [];
  for (const { item, statedBy, broughtBy, lines: about } of withdrawn) {
    if (!leaveOut && !asked.has(broughtBy)) handedOver.push(item);
    if (!leaveOut) continue;
    for (const line of about) {
      if (lines.has(line)) continue;
      lines.set(line, `consent to ${item} was withdrawn, as line ${statedBy} says`);
      consent.add(line);
    }
  }
  if (handedOver.length > 0) {
    const named = handedOver.slice(0, 20).join(", ");
    throw new CaseError(
      "NOT_ALLOWED",
      `sealing: expected no item whose consent was withdrawn; found ${named}${handedOver.length > 20 ? ` and ${handedOver.length - 20} more` : ""}. Leave them out with --withhold-withdrawn.`,
    );
  }
  return { lines, consent };
}
