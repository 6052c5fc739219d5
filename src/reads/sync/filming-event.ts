/**
 * Which moment of a time problem is when a recording was filmed. Posting, sending and finding are other moments, and bound it from
 * one side alone: a moment that is not called filming places nothing, even where it is the only one.
 */
import type { ItemId } from "../../core/item/item.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";

const filming = /\b(?:filming|filmed|recording|recorded)\b/iu;
/** "What was recorded as posted" is not filming. */
const other = /\b(?:posted|posting|post|upload(?:ed|ing)?|published|sent|saved|edited|before|after)\b/iu;
const items = /\bi[1-9]\d*\b/gu;

export type FilmingEvent = { readonly event: string } | { readonly why: string };

/** `planned`: answers kept of plans, by id. What was worked out from a plan is no witness for one. */
export function filmingEvent(
  { events, eventRecords = {}, statements }: TimeProblem,
  item: ItemId,
  planned: ReadonlySet<string>,
): FilmingEvent {
  if (statements.some(({ source, cites = [] }) => source === "sync" || cites.some((id) => planned.has(id))))
    return { why: "it was itself worked out from recordings on one clock" };
  const found = events.filter((name) => {
    if (!filming.test(name) || other.test(name)) return false;
    const record = eventRecords[name];
    const named = [...(name.match(items) ?? []), ...(record !== undefined && /^i\d+$/u.test(record) ? [record] : [])];
    return named.every((one) => one === item);
  });
  const [event] = found;
  if (event !== undefined && found.length === 1) return { event };
  if (found.length > 1) return { why: `several moments there are called filming; one of them must be, as in "filming of ${item}"` };
  return {
    why: `no moment there is called filming, as in "filming of ${item}": when something was posted or sent says only that it was filmed before`,
  };
}
