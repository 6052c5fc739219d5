/** Finds the words of a text that are about times and says how each can be read. */
import type { ReadTime, TimeSetting } from "./read-time.ts";

export function readTimes(_text: string, _setting: TimeSetting): ReadTime[] {
  return [];
}
