/**
 * Ends of windows of time in a text, as words, as fields of JSON and as tags: the sun may have made them. Whole hours and whole minutes
 * count as rounded to them, since nobody can tell that they were not.
 */
import type { UnplacedClue } from "./place-clue.ts";
import { windowsIn } from "./window-words.ts";

const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)`;
const fields = new RegExp(String.raw`"(?:from|to|earliest|latest|notBefore|notAfter|begin|end)"\s{0,3}:\s{0,3}"(${instant})"`, "gu");
const tags = new RegExp(String.raw`<(?:begin|end|when)>\s{0,3}(${instant})`, "gu");
/** To the second, with no zone beside it: half of a window whose other end was taken out. Read as UTC. */
const alone = /(?<![\d-])(\d{4}-\d\d-\d\d)\s(\d\d:\d\d:\d\d)(?![\d:])/gu;

export function edgeClues(text: string): UnplacedClue[] {
  const instants = [
    ...windowsIn(text).flatMap(({ from, to }) => [from, to]),
    ...[fields, tags].flatMap((pattern) => [...text.matchAll(pattern)].map(([, at = ""]) => at)),
    ...[...text.matchAll(alone)].map(([, day = "", clock = ""]) => `${day}T${clock}Z`),
  ];
  return instants.flatMap((at): UnplacedClue[] => {
    const ms = Date.parse(at);
    if (Number.isNaN(ms)) return [];
    const unitMs = [3_600_000, 60_000].find((unit) => ms % unit === 0) ?? 1000;
    return [{ sort: "edge", fromMs: ms - unitMs / 2, toMs: ms + unitMs / 2 }];
  });
}
