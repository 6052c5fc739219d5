/** Points of the compass in words and letters: "south-west", "SSW", "N.E.", "north-northeasterly". Others, such as "south by west", are no heading here. */
import type { StatedBearing } from "./place-clause.ts";
import { type CompassPoint, compassPoints } from "./place-rules.ts";
import { type Found, matchAt, signsAt, skip, wordsAt } from "./source-text.ts";

const wind = "(?:north|south|east|west)";
const joint = "[-‐– ]?";
const worded = wordsAt(`${wind}(?:${joint}${wind}){0,2}(?:ern|erly|wards?)?`.replaceAll("[-‐– ]", "[-‐–\\s]"));
const lettered = signsAt("(?:[NS](?:[NS][EW]|[EW])?|[EW](?:[NS][EW])?)(?![\\p{L}\\p{M}\\p{N}])");
const small = signsAt("(?:n(?:ne|nw|e|w)|s(?:se|sw|e|w)|e(?:ne|se)|w(?:nw|sw))(?=\\s+of\\b)");
const dotted = signsAt("[NSEW]\\.(?:\\s?[NSEW]\\.){0,2}");
const ofBehindDot = /^\.\s+(?:of|from)\s/;
const by = /[-\s]by[-\s](?:north|south|east|west)/iuy;

export function headingAt(text: string, at: number): Found<CompassPoint> | undefined {
  for (const pattern of [worded, dotted, lettered, small]) {
    const match = matchAt(pattern, text, at);
    if (match === undefined) continue;
    const letters = at + match[0].length;
    const end = pattern === lettered && ofBehindDot.test(text.slice(letters, letters + 12)) ? letters + 1 : letters;
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

const bearingWords = wordsAt("(?:(?:at|on|along|in)(?: an?| the)? )?(?:bearing|azimuth|heading)(?: of)?|at|on");
const degrees = /([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(?:°|º|deg(?:rees?)?\b)(?:\s*(?:T|true)\b)?/iuy;

/** "On a bearing of 225 degrees", "at 225°": nothing for degrees beyond a circle. */
export function bearingAt(text: string, at: number): Found<StatedBearing> | undefined {
  const match = matchAt(degrees, text, skip(bearingWords, text, at));
  const deg = Number(match?.[1]?.replace(",", "."));
  if (match === undefined || !(deg <= 360)) return undefined;
  const decimals = match[1]?.split(/[.,]/)[1]?.length ?? 0;
  return { value: { deg: deg % 360, halfPrecisionDeg: 10 ** -decimals / 2 }, end: match.index + match[0].length };
}
