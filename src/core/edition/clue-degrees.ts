/** Degrees with minutes and seconds, with signs, letters or words between them, before or behind the letter of the side. */
import type { FoundPair } from "./clue-decimals.ts";

/** Few spaces: a run of them would be gone through again from each of its places. */
const signs = String.raw`\s{0,3}(?:°|º|deg(?:rees)?|d|:|\s)\s{0,3}`;
const minute = String.raw`\s{0,3}(?:['′’‘m:]|min(?:utes)?|\s)\s{0,3}`;
const second = String.raw`\s{0,3}(?:["″”“s]|''|′′|sec(?:onds)?)?\s{0,3}`;
const figures = String.raw`(\d{1,3})${signs}(\d{1,2}(?:[.,]\d+)?)(?:${minute}(\d{1,2}(?:[.,]\d+)?)(?![\d.,]*\d))?`;
/** The letter behind the figures, or before them. */
const forms = [
  new RegExp(String.raw`(?<![\d.])${figures}(?:${minute})?${second}([NSEW])(?![a-z])`, "gi"),
  new RegExp(String.raw`(?<![a-z])([NSEW])\s{0,3}${figures}`, "gi"),
] as const;

interface Angle {
  readonly value: number;
  readonly half: number;
  readonly side: "lat" | "lon";
  readonly at: number;
  readonly end: number;
}

const apartAtMost = 60;

export function degreePairs(text: string): FoundPair[] {
  return forms.flatMap((form, which) => pairsOf([...text.matchAll(form)].flatMap((match) => angleOf(match, which === 1))));
}

function angleOf(match: RegExpExecArray, letterFirst: boolean): Angle[] {
  const [letter = "", degrees = "0", minutes = "0", seconds] = letterFirst ? match.slice(1) : [match[4], match[1], match[2], match[3]];
  const side = letter.toUpperCase();
  const number = (words: string) => Number(words.replace(",", "."));
  if (number(minutes) >= 60 || (seconds !== undefined && number(seconds) >= 60)) return [];
  const value = number(degrees) + number(minutes) / 60 + (seconds === undefined ? 0 : number(seconds) / 3600);
  const last = seconds ?? minutes;
  const half = (0.5 * 10 ** -(last.split(/[.,]/)[1]?.length ?? 0)) / (seconds === undefined ? 60 : 3600);
  const turned = side === "S" || side === "W" ? -value : value;
  return [{ value: turned, half, side: side === "N" || side === "S" ? "lat" : "lon", at: match.index, end: match.index + match[0].length }];
}

function pairsOf(angles: readonly Angle[]): FoundPair[] {
  return angles.flatMap((one, n): FoundPair[] => {
    const other = angles[n + 1];
    if (other === undefined || other.side === one.side || other.at - one.end > apartAtMost) return [];
    const [lat, lon] = one.side === "lat" ? [one, other] : [other, one];
    return [
      {
        lat: lat.value,
        lon: lon.value,
        halfLat: lat.half,
        halfLon: lon.half,
        form: "degrees, minutes and seconds",
        at: one.at,
        end: other.end,
      },
    ];
  });
}
