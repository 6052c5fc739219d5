/** Coordinates in figures: decimal degrees, degrees and minutes, degrees, minutes and seconds; signs and letters of several scripts. */
import { counted } from "../text/counted.ts";
import { type Found, foundInBox, onEarth } from "./read-precision.ts";

export type FiguresRead =
  | { readonly found: Found; readonly form: "decimal" | "degrees-minutes" | "degrees-minutes-seconds"; readonly swapped: boolean }
  | { readonly refused: string }
  | undefined;

const noise = /^(?:GPS|WGS[\s-]*84|coordinates?|coords?|координат[иы])\s*[:=]?\s*/iu;
const latWord = /(?:latitude|lat|широта|шир)\.?\s*[:=]?\s*(?=[+\-\d])/iu;
const lonWord = /(?:longitude|long|lng|lon|довгота|долгота|дов|долг)\.?\s*[:=]?\s*(?=[+\-\d])/iu;

const size = String.raw`([+-]?\d{1,3}(?:[.,]\d{1,20})?)\s*(?:°\s*(?:(\d{1,2}(?:[.,]\d{1,20})?)\s*'?\s*(?:(\d{1,2}(?:[.,]\d{1,20})?)\s*"?)?)?)?`;
const before = String.raw`([NSEW])\s*${size}()`;
const after = String.raw`()${size}\s*([NSEW]?)`;
const between = String.raw`\s*[,;|/\s]\s*`;
/** Letters before both angles, or after them, or none. */
const anglesForms = [new RegExp(`^${before}(?:${between})?${before}$`, "u"), new RegExp(`^${after}${between}${after}$`, "u")];
/** Only a letter or a sign tells where one angle ends. */
const anglesJoined = new RegExp(String.raw`^()${size}\s*([NSEW])${after}$`, "u");
/** ISO 6709, as cameras write it. */
const signedPair = /^([+-]\d{1,3}(?:\.\d{1,20})?)([+-]\d{1,3}(?:\.\d{1,20})?)(?:[+-]\d{1,9}(?:\.\d{1,20})?)?(?:CRS\w{1,20})?\/?$/;
const pointPair = /^([+-]?\d{1,3}(?:\.\d{1,20})?)(?:\s*[,;|/]\s*|\s+)([+-]?\d{1,3}(?:\.\d{1,20})?)$/;
const commaPair = /^([+-]?\d{1,3}(?:,\d{1,20})?)(?:\s*[;|/]\s*|,?\s+)([+-]?\d{1,3}(?:,\d{1,20})?)$/;

interface Side {
  readonly degrees: number;
  /** Degrees either way. */
  readonly half: number;
  readonly letter: string;
  readonly parts: 1 | 2 | 3;
  readonly decimals: number;
}

export function readFigures(words: string): FiguresRead {
  const text = plainSigns(words).replace(noise, "");
  const named = byNames(text);
  if (named !== undefined) return pairOf(...named, true);
  const pair = decimalPair(text);
  if (pair !== undefined) return "refused" in pair ? pair : pairOf(...pair, false);
  return degreePair(text);
}

/** Figures that stand among other words: only what no count, price or time looks like. */
export function findFigures(words: string): FiguresRead {
  const text = plainSigns(words.replace(/https?:\/\/\S+/giu, " "));
  const degrees = new RegExp(`(?<![\\w.])${degreesOnly}\\s*[,;|/]?\\s*${degreesOnly}(?![\\w.])`, "u").exec(text);
  if (degrees !== null) return degreePair(degrees[0].trim());
  const decimal = /(?<![\w.,+-])([+-]?\d{1,3}\.\d{3,20})(?:\s*[,;|]\s*|\s+)([+-]?\d{1,3}\.\d{3,20})(?![\w]|\.\d)/u.exec(text);
  return decimal === null ? undefined : readFigures(decimal[0]);
}

const degreesOnly = String.raw`[NSEW]?\s*[+-]?\d{1,3}(?:\.\d{1,20})?\s*°\s*(?:\d{1,2}(?:\.\d{1,20})?\s*'\s*(?:\d{1,2}(?:\.\d{1,20})?\s*")?)?\s*[NSEW]?`;

function byNames(text: string): [Side, Side] | undefined {
  const lat = latWord.exec(text);
  const lon = lonWord.exec(text);
  if (lat === null || lon === null) return undefined;
  const latSide = sideOf(numberAt(text, lat));
  const lonSide = sideOf(numberAt(text, lon));
  return latSide === undefined || lonSide === undefined ? undefined : [latSide, lonSide];
}

function numberAt(text: string, match: RegExpExecArray): string {
  return /^[+-]?\d{1,3}(?:[.,]\d{1,20})?/.exec(text.slice(match.index + match[0].length))?.[0] ?? "";
}

function decimalPair(text: string): [Side, Side] | { refused: string } | undefined {
  const bare = text.replaceAll("°", "");
  if (/[NSEW'"]/u.test(bare) && !signedPair.test(text)) return undefined;
  if (bare !== "0,0" && /^[+-]?\d{1,3},\d{1,3}$/.test(bare)) {
    return {
      refused: "one comma between figures: it may part two whole degrees or be a decimal comma. Put a space or a ; between two figures",
    };
  }
  if (/^[+-]?\d{1,3}(?:,\d+){3}$/.test(bare)) {
    return { refused: "decimal commas with a comma between them: which comma parts the two is not said. Put a space or a ; between" };
  }
  const match = pointPair.exec(bare) ?? commaPair.exec(bare) ?? signedPair.exec(text);
  if (match === null) return undefined;
  const first = sideOf(match[1] ?? "");
  const second = sideOf(match[2] ?? "");
  return first === undefined || second === undefined ? undefined : [first, second];
}

function sideOf(figure: string): Side | undefined {
  const plain = figure.replace(",", ".");
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return undefined;
  const decimals = plain.split(".")[1]?.length ?? 0;
  return { degrees: Number(plain), half: 0.5 * 10 ** -decimals, letter: "", parts: 1, decimals };
}

function degreePair(text: string): FiguresRead {
  const clocked =
    /^\s*[+-]?\d{1,3}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?\s*[NSEW]?\s*[,;\s]\s*[+-]?\d{1,3}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?\s*[NSEW]?\s*$/u.test(
      text,
    );
  const marked = clocked
    ? text.replace(
        /(\d):(\d+)(?::(\d+(?:\.\d+)?))?/g,
        (_, d: string, m: string, s?: string) => `${d}°${m}'${s === undefined ? "" : `${s}"`}`,
      )
    : text;
  const spaced = /[NSEW]/u.test(marked)
    ? marked.replace(/(\d{1,3})\s+(\d{1,2}(?:[.,]\d+)?)(?:\s+(\d{1,2}(?:[.,]\d+)?))?(?=\s*[NSEW,;]|\s*$)/gu, spelled)
    : marked;
  const match = anglesForms.map((form) => form.exec(spaced)).find((found) => found !== null) ?? anglesJoined.exec(spaced);
  if (match === null) return undefined;
  const first = angleOf(match.slice(1, 6));
  const second = angleOf(match.slice(6, 11));
  if ("refused" in first) return first;
  if ("refused" in second) return second;
  return pairOf(first, second, false);
}

const spelled = (_: string, d: string, m: string, s?: string) => `${d}°${m}'${s === undefined ? "" : `${s}"`}`;

function angleOf([leading = "", degrees = "", minutes, seconds, trailing = ""]: (string | undefined)[]): Side | { refused: string } {
  const last = (seconds ?? minutes ?? degrees).replace(",", ".");
  const decimals = last.split(".")[1]?.length ?? 0;
  const unit = seconds !== undefined ? 3600 : minutes !== undefined ? 60 : 1;
  const m = Number((minutes ?? "0").replace(",", "."));
  const s = Number((seconds ?? "0").replace(",", "."));
  if (m >= 60 || s >= 60) return { refused: `expected minutes and seconds below 60, found ${m >= 60 ? minutes : seconds}` };
  const whole = Number(degrees.replace(",", "."));
  if (minutes !== undefined && !Number.isInteger(whole)) return { refused: "degrees with decimals and minutes beside them" };
  const letter = leading === "" ? trailing : leading;
  const negative = degrees.startsWith("-") !== (letter === "S" || letter === "W");
  if (degrees.startsWith("-") && letter !== "")
    return { refused: `an angle with a minus and the letter ${letter}: which of them holds is not said` };
  const angle = Math.abs(whole) + m / 60 + s / 3600;
  return {
    degrees: negative ? -angle : angle,
    half: (0.5 * 10 ** -decimals) / unit,
    letter,
    parts: seconds !== undefined ? 3 : minutes !== undefined ? 2 : 1,
    decimals,
  };
}

function pairOf(first: Side, second: Side, named: boolean): FiguresRead {
  const axes = [axisOf(first.letter), axisOf(second.letter)];
  if (axes[0] !== undefined && axes[0] === axes[1])
    return {
      refused: `two ${axes[0]}s (${first.letter} and ${second.letter}) and no ${axes[0] === "latitude" ? "longitude" : "latitude"}`,
    };
  const lettered = axes[0] ?? axes[1];
  const lonFirst = axes[0] === "longitude" || axes[1] === "latitude";
  const ordered: [Side, Side] = lonFirst ? [second, first] : [first, second];
  const straight = at(ordered);
  if (straight !== undefined) return { ...straight, swapped: false };
  const turned = lettered === undefined && !named ? at([second, first]) : undefined;
  if (turned !== undefined) return { ...turned, swapped: true };
  return {
    refused: `expected a latitude from -90 to 90 and a longitude from -180 to 180, found ${ordered[0].degrees} and ${ordered[1].degrees}`,
  };
}

function at([lat, lon]: [Side, Side]): Omit<Extract<FiguresRead, { found: Found }>, "swapped"> | undefined {
  const centre = { lat: lat.degrees, lon: lon.degrees };
  if (!onEarth(centre)) return undefined;
  const parts = Math.max(lat.parts, lon.parts);
  const unit = parts === 3 ? "seconds" : parts === 2 ? "minutes" : "degrees";
  const what = `half of the last digit given (${unit}, ${lat.decimals === lon.decimals ? counted(lat.decimals, "decimal") : `${lat.decimals} and ${lon.decimals} decimals`})`;
  const form = parts === 3 ? "degrees-minutes-seconds" : parts === 2 ? "degrees-minutes" : "decimal";
  return { found: foundInBox(centre, lat.half, lon.half, what), form };
}

function axisOf(letter: string): "latitude" | "longitude" | undefined {
  return letter === "" ? undefined : letter === "N" || letter === "S" ? "latitude" : "longitude";
}

/**
 * Signs and letters brought to one spelling each: ° ' " and N S E W. Ukrainian Пн Пд Сх Зх, Russian С Ю В З, and both
 * with "широти" and "довготи" shortened ("с.ш.", "сх.д."). A lone Е or Ѕ typed in Cyrillic is the Latin letter it looks like.
 */
export function plainSigns(words: string): string {
  return words
    .replace(/[º˚]|\s*(?:degrees?|deg|град\.?(?:ус\p{L}*)?)(?!\p{L})/giu, "°")
    .replace(/[″“”„‟ʺ〃＂]|''|’’|′′|´´/gu, '"')
    .replace(/[′’‘‛ʹʼ´`＇]|(?<=\d)\s*(?:minutes?|min|мин\.?|хв\.?)(?!\p{L})/giu, "'")
    .replace(/(?<=\d)\s*(?:seconds?|sec|сек\.?)(?!\p{L})/giu, '"')
    .replace(/(?<=\d)\s*d(?=\s*\d)/giu, "°")
    .replace(/[−–—‒﹣－]/gu, "-")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066B/gu, ".")
    .normalize("NFKC")
    .replace(/\p{L}[\p{L}.\s]*/gu, letterOf)
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^[([{]\s*(.*?)\s*[)\]}]$/u, "$1");
}

const letterWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:N|North|Nord|пн\.?|північ\p{L}*|с|сев\p{L}*)(?:\s*\.?\s*(?:ш|шир\p{L}*)\.?|\.)?$/iu, "N"],
  [/^(?:S|Ѕ|South|пд\.?|півд\p{L}*|ю|юж\p{L}*|юг)(?:\s*\.?\s*(?:ш|шир\p{L}*)\.?|\.)?$/iu, "S"],
  [/^(?:E|Е|East|сх\.?|схід\p{L}*|в|вост\p{L}*)(?:\s*\.?\s*(?:д|дов\p{L}*|долг\p{L}*)\.?|\.)?$/iu, "E"],
  [/^(?:W|West|зх\.?|захід\p{L}*|з|зап\p{L}*)(?:\s*\.?\s*(?:д|дов\p{L}*|долг\p{L}*)\.?|\.)?$/iu, "W"],
];

function letterOf(word: string): string {
  const trimmed = word.trim();
  const letter = letterWords.find(([form]) => form.test(trimmed))?.[1];
  return letter === undefined ? word : word.replace(trimmed, letter);
}
