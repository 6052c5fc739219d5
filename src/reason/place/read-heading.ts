/** Points of the compass in words and letters: "south-west", "SSW", "N.E.", "north-northeasterly". Others, such as "south by west", are no heading here. */
import { type CompassPoint, compassPoints } from "./place-rules.ts";
import { type Found, matchAt, signsAt, wordsAt } from "./source-text.ts";

const wind = "(?:north|south|east|west)";
const joint = "[-‐– ]?";
const worded = wordsAt(`${wind}(?:${joint}${wind}){0,2}(?:ern|erly|wards?)?`.replaceAll("[-‐– ]", "[-‐–\\s]"));
const lettered = signsAt("(?:[NS](?:[NS][EW]|[EW])?|[EW](?:[NS][EW])?)(?![\\p{L}\\p{M}\\p{N}])");
const small = signsAt("(?:n(?:ne|nw|e|w)|s(?:se|sw|e|w)|e(?:ne|se)|w(?:nw|sw))(?=\\s+of\\b)");
const dotted = signsAt("[NSEW]\\.(?:\\s?[NSEW]\\.){0,2}");
const by = /[-\s]by[-\s](?:north|south|east|west)/iuy;

export function headingAt(text: string, at: number): Found<CompassPoint> | undefined {
  for (const pattern of [worded, dotted, lettered, small]) {
    const match = matchAt(pattern, text, at);
    if (match === undefined) continue;
    const end = at + match[0].length;
    const point = pointFor(match[0]);
    if (point === undefined || matchAt(by, text, end) !== undefined) return undefined;
    return { value: point, end };
  }
  return undefined;
}

/** Undefined for words that are no point of the compass, such as "north-south". */
function pointFor(words: string): CompassPoint | undefined {
  const letters = /^[nsew.\s]+$/i.test(words)
    ? words.replaceAll(/[.\s]/g, "").toUpperCase()
    : [...words.toLowerCase().matchAll(/north|south|east|west/g)].map(([one]) => one.charAt(0).toUpperCase()).join("");
  return compassPoints.find((point) => point === letters);
}
