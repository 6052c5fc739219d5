/** Events and links in words. */
import type { EventRow } from "../../api/events.ts";
import type { BearingSort } from "../../core/event/bearing.ts";
import type { EventRelation } from "../../core/event/event-link.ts";
import { t } from "../words/t.ts";

/** "Ambush"; for other sorts the person's own words. */
export function sortWords({ sort, sortWords: own }: Pick<EventRow, "sort" | "sortWords">): string {
  return sort === "other" && own !== null ? own : t(`event-sort.${sort}`);
}

/** How the event with the panel open stands to the other: read from its side. */
export function relationWords(relation: EventRelation, isFirst: boolean): string {
  return t(isFirst ? `relation.${relation}` : `relation-back.${relation}`);
}

export const bearingSorts: readonly BearingSort[] = ["shows", "supports", "against", "context", "none"];
export const relations: readonly EventRelation[] = ["before", "led-to", "part-of", "during", "filming-of", "posting-of", "other"];
