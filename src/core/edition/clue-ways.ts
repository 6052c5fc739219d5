/** "7 km SSW of X", "bearing 196.9 degrees from X", and where the sun stood at an instant: each cuts a region out of the map. */
import type { UnplacedClue } from "./place-clue.ts";

const units: Readonly<Record<string, number>> = {
  km: 1000,
  kilometre: 1000,
  kilometer: 1000,
  m: 1,
  metre: 1,
  meter: 1,
  mi: 1609.344,
  mile: 1609.344,
  nm: 1852,
  yd: 0.9144,
  yard: 0.9144,
  ft: 0.3048,
  foot: 0.3048,
  feet: 0.3048,
};
const points = ["n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"] as const;
const name = String.raw`((?:[\p{Lu}][\p{L}'’ʼ-]*)(?:[ ][\p{Lu}][\p{L}'’ʼ-]*){0,3})`;
const unit = "(kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?|mi|nm|yards?|yd|feet|foot|ft|m)";
const direction = String.raw`((?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2}|[NSEW]{1,3}|\d{1,3}(?:\.\d+)?\s{0,3}(?:°|deg(?:rees)?))`;
const distance = new RegExp(
  String.raw`(?<![\d.])(\d{1,6}(?:[.,]\d+)?)\s{0,3}${unit}\b[\s,(]{0,4}(?:to the\s{1,3})?(?:${direction})?[\s,)]{0,4}(?:of|from)\s{1,3}(?:the\s{1,3})?(?:(?:centre|center|middle|edge|village|town|city)\s{1,3}of\s{1,3})?${name}`,
  "gu",
);
const bearing = new RegExp(
  String.raw`(?:bearing|azimuth|direction)\s{0,3}(?:of|:|is|=)?\s{0,3}(\d{1,3}(?:\.\d+)?)\s{0,3}(?:°|deg(?:rees)?)?\s{0,3}(?:from|of)\s{1,3}(?:the\s{1,3})?${name}`,
  "giu",
);

const side = String.raw`(?:(?:to the\s{1,3})?(?:north|south|east|west|left|right)(?:[- ]?(?:north|south|east|west)){0,2}|[NSEW]{1,3}|away)`;
const unnamed = new RegExp(
  String.raw`(?<![\d.])\d{1,6}(?:[.,]\d+)?\s{0,3}${unit}\s{1,3}(?:${side}\s{1,3})?(?:of|from|behind|past|beyond|in front of)\s{1,3}(?:the|a|an|this|that)\s{1,3}\p{L}[\p{L}'’-]*(?:\s[\p{L}][\p{L}'’-]*)?`,
  "giu",
);

/** The text without distances from things that only a map tells: "140 m north of the water tower". */
export function withoutUnnamedWays(text: string, instead: string): string {
  return text.replace(unnamed, instead);
}

/** The text without distances and bearings from named places, and without where the sun stood. */
export function withoutWays(text: string, instead: string): string {
  return text.replace(distance, instead).replace(bearing, instead).replace(sunFigure, instead);
}

export function wayClues(text: string): UnplacedClue[] {
  const clues: UnplacedClue[] = [];
  for (const [, figure = "", unitWord = "", side, anchor = ""] of text.matchAll(distance)) {
    const metres = units[unitWord.toLowerCase().replace(/(?<=[a-z]{3})s$/, "")] ?? units[unitWord.toLowerCase()];
    if (metres === undefined) continue;
    clues.push({ sort: "way", anchor, metres: scaledRange(figure, metres), bearingDeg: side === undefined ? null : directionRange(side) });
  }
  for (const [, figure = "", anchor = ""] of text.matchAll(bearing))
    clues.push({ sort: "way", anchor, metres: null, bearingDeg: scaledRange(figure, 1) });
  return clues;
}

const apart = new RegExp(String.raw`(?<![\d.,])(\d{1,6}(?:[.,]\d+)?)\s{0,3}${unit}\s{1,3}apart\b`, "giu");
const asked = new RegExp(String.raw`\bwithin\s{1,3}(\d{1,6}(?:[.,]\d+)?)\s{0,3}${unit}\b`, "giu");

/** How far answers lie apart, and how far at most where they agree: both are said in metres of each other. */
export function apartClues(text: string): UnplacedClue[] {
  return [...text.matchAll(apart), ...text.matchAll(asked)].flatMap(([, figure = "", unitWord = ""]): UnplacedClue[] => {
    const metres = units[unitWord.toLowerCase().replace(/(?<=[a-z]{3})s$/, "")] ?? units[unitWord.toLowerCase()];
    return metres === undefined ? [] : [{ sort: "apart", metres: scaledRange(figure, metres)[1] }];
  });
}

/** Half of the last digit either way; whole tens and hundreds were rounded to them. */
function scaledRange(words: string, unitSize: number): [number, number] {
  const figure = words.replace(",", ".");
  const decimals = figure.split(".")[1]?.length ?? 0;
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(figure)?.[0].length ?? 0);
  const half = decimals > 0 ? 0.5 * 10 ** -decimals : 0.5 * 10 ** Math.min(zeros, figure.length - 1);
  return [(Number(figure) - half) * unitSize, (Number(figure) + half) * unitSize];
}

function directionRange(words: string): [number, number] | null {
  if (/^\d/.test(words)) return scaledRange(/[\d.]+/.exec(words)?.[0] ?? "", 1);
  const short = words
    .toLowerCase()
    .replace(/north/g, "n")
    .replace(/south/g, "s")
    .replace(/east/g, "e")
    .replace(/west/g, "w")
    .replace(/[^nsew]/g, "");
  const at = points.indexOf(short as (typeof points)[number]);
  if (at < 0) return null;
  const half = short.length === 1 ? 45 : short.length === 2 ? 22.5 : 11.25;
  return [at * 22.5 - half, at * 22.5 + half];
}

const instant = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/g;
const sunFigure =
  /(azimuth|shadow bearing|shadow direction|elevation|altitude|sun height|length ratio|shadow ratio)(?:deg)?["'\s]{0,4}(?:of|is|:|=|,)?\s{0,3}(?:the sun\s{0,3})?(?:is\s{0,3})?(\d{1,3}(?:\.\d+)?)/giu;
const apartAtMost = 500;

/** The figures near each instant. A ratio of lengths stands for an elevation, a shadow's bearing for the azimuth behind it. */
export function sunClues(text: string): UnplacedClue[] {
  const figures = [...text.matchAll(sunFigure)];
  if (figures.length === 0) return [];
  return [...text.matchAll(instant)].flatMap((at): UnplacedClue[] => {
    const near = figures.filter((one) => Math.abs(one.index - at.index) <= apartAtMost);
    let azimuthDeg: [number, number] | null = null;
    let elevationDeg: [number, number] | null = null;
    for (const [, what = "", figure = ""] of near) {
      const range = scaledRange(figure, 1);
      if (/ratio/i.test(what))
        elevationDeg ??= [Math.atan(1 / range[1]), Math.atan(1 / range[0])].map((one) => (one * 180) / Math.PI) as [number, number];
      else if (/elevation|altitude|height/i.test(what)) elevationDeg ??= range;
      else azimuthDeg ??= /shadow/i.test(what) ? [range[0] + 180, range[1] + 180] : range;
    }
    const atMs = Date.parse(at[0]);
    return (azimuthDeg === null && elevationDeg === null) || Number.isNaN(atMs) ? [] : [{ sort: "sun", atMs, azimuthDeg, elevationDeg }];
  });
}
