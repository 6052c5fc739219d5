/** The prepositions, bounds and approximating words that a time may begin with. */
import type { TextToken } from "../languages/text-tokens.ts";
import type { TimeTables } from "./time-tables.ts";
import type { Limit } from "./time-words.ts";

export interface Opening {
  /** The token behind the prepositions. */
  readonly end: number;
  readonly limit?: Limit;
  /** The token that it begins with. */
  readonly limitAt?: number;
  readonly around: readonly (readonly [from: number, to: number])[];
  readonly isOpened: boolean;
  readonly isClockOpened: boolean;
}

/** "On or around", "no later than", "at about", "since". */
export function openingAt(tokens: readonly TextToken[], at: number, words: TimeTables): Opening {
  let opening: Opening = { end: at, around: [], isOpened: false, isClockOpened: false };
  for (let steps = 0; steps < 4; steps++) {
    const { end } = opening;
    const limit = opening.limit === undefined ? words.limits.at(tokens, end) : undefined;
    const around = words.around.at(tokens, end);
    const opener = words.openers.at(tokens, end);
    const longest = Math.max(limit?.end ?? 0, around?.end ?? 0, opener?.end ?? 0);
    if (longest === 0) break;
    const isClockOpened = opening.isClockOpened || words.clockOpeners.at(tokens, end)?.end === longest || limit?.end === longest;
    // "Almost two hours" lasts in Ukrainian and Russian, where "about two" is a time in English.
    const isClockAbout = isClockOpened || words.clocksOfTwelve;
    if (around?.end === longest)
      opening = { ...opening, end: longest, around: [...opening.around, [end, longest]], isClockOpened: isClockAbout };
    else if (limit?.end === longest)
      opening = { ...opening, end: longest, limit: limit.value, limitAt: end, isOpened: true, isClockOpened };
    else opening = { ...opening, end: longest, isOpened: true, isClockOpened };
  }
  return opening;
}
