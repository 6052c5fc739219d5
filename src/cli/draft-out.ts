/** What a command says of a draft that a program wrote. */
import type { DraftWritten } from "../actions/recognise-ports.ts";
import { CaseError } from "../core/case/case-error.ts";
import { ItemId } from "../core/item/item.ts";
import { visibleText } from "../core/text/visible-text.ts";

/** Throws CaseError INPUT_INVALID. */
export function itemOf(named: string): ItemId {
  const item = ItemId.safeParse(named);
  if (item.success) return item.data;
  throw new CaseError("INPUT_INVALID", `expected an item such as i3; found ${visibleText(named)}`);
}

export function draftLines(item: ItemId, what: string, draft: DraftWritten): readonly string[] {
  const { tier, segments, unheard, suspect, language, by, notRead, network, kept } = draft;
  return [
    `${item}: draft ${tier} of ${what}, ${segments - unheard} with words, language ${language}; written by ${visibleText(by)}`,
    ...(suspect === 0 ? [] : [`${suspect} of them may be an invention; each says why`]),
    ...(unheard === 0
      ? []
      : [`${unheard} stand empty: what the program wrote there stands on silence, on a sudden noise alone or after the end`]),
    ...(kept === 0
      ? []
      : [`${kept} ${kept === 1 ? "piece" : "pieces"} of the sound were read by a run before that was stopped; --anew reads everything`]),
    ...(notRead === "" ? [] : [notRead]),
    ...(network === "none" ? [] : ["the program was not cut off from the network: this system grants no empty network namespace"]),
    "A draft carries nothing until a person takes it over and a second person reviews it.",
  ];
}
