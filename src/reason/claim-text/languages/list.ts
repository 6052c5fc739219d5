/** Lists of phrases written as one string, so that the data stays readable. */
import type { ActClass } from "../../../core/claim/claim-value.ts";
import type { EventSort } from "../../../core/event/event.ts";
import type { ActWord, Phrase } from "./lexicon.ts";

export function list(phrases: string): readonly Phrase[] {
  return phrases
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Forms in -ing are told from their past: they are no acts everywhere. */
export function acts(
  act: ActClass,
  event: EventSort | "unclear",
  phrases: string,
  more: Pick<ActWord, "suffers" | "noun"> = {},
): readonly ActWord[] {
  return list(phrases)
    .filter((phrase) => more.noun === true || !/^(?!missing|burning|heading)[a-z]+ing$/.test(phrase))
    .map((phrase) => ({ phrase, act, event, ...more }));
}
