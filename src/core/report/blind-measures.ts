/** How far two answers lie apart, in words; and the words of a comparison without them. One place, so that none is forgotten. */
import { metresWords } from "./report-words.ts";

export function apartWords(distanceM: number, radiiM: { readonly a: number; readonly b: number }): string {
  return `They lie ${metresWords(distanceM)} apart, with radii of ${metresWords(radiiM.a)} and ${metresWords(radiiM.b)}.`;
}

export function reachWords(distanceM: number, sumM: number): string {
  return `They lie ${metresWords(distanceM)} apart, and ${metresWords(sumM)} is what both radii allow.`;
}

export function jointAreaWords(areaM2: number): string {
  return `Both allow an area of ${Math.round(areaM2)} m².`;
}

export function shareWords(share: number): string {
  return `The two barely meet: what both allow is ${(share * 100).toFixed(1)} % of the smaller answer.`;
}

const figure = String.raw`[\d.]+ k?m`;
const measures = [
  new RegExp(
    String.raw` ?They lie ${figure} apart, (?:with radii of ${figure} and ${figure}|and ${figure} is what both radii allow)\.`,
    "gu",
  ),
  / ?Both allow an area of \d+ m²\./gu,
];
const share = /(The two barely meet): what both allow is [\d.]+ % of the smaller answer\./gu;

export function withoutMeasures(says: readonly string[]): string[] {
  return says.flatMap((words) => {
    const left = measures
      .reduce((now, pattern) => now.replace(pattern, ""), words)
      .replace(share, "$1.")
      .trim();
    return left === "" ? [] : [left];
  });
}
