/** Everything that stands against a picture's showing the events named, or any event at all. Pure: lists and copies are asked before. */
import { placeMismatches } from "./check-caption-places.ts";
import { dateMismatches } from "./check-caption-days.ts";
import { wordsOf } from "./exhibit-words.ts";
import { filePictureWords } from "./file-picture-words.ts";
import type { ComparedEvent, ExhibitCheck, ExhibitMaterial, Mismatch } from "./mismatch.ts";
import { sightingMismatches } from "./check-sightings.ts";

/** Without events: what holds whatever the picture shows. */
export function checkExhibit(material: ExhibitMaterial, events: readonly ComparedEvent[]): ExhibitCheck {
  const checks = [
    { mismatches: filePictures(material), notCompared: [] },
    placeMismatches(material, events),
    dateMismatches(material, events),
    sightingMismatches(material, events),
  ];
  return {
    mismatches: checks.flatMap(({ mismatches }) => mismatches),
    notCompared: [...new Set(checks.flatMap(({ notCompared }) => notCompared))],
  };
}

function filePictures({ words }: ExhibitMaterial): Mismatch[] {
  return wordsOf(words).flatMap(({ at, text }): Mismatch[] => {
    const found = filePictureWords(text);
    if (found === undefined) return [];
    return [
      {
        key: `file-picture:${at}:${found.words.toLocaleLowerCase("und")}`,
        sort: "file-picture",
        words: { at, text: found.words, start: found.start, end: found.end },
        event: null,
        says: `the ${at} itself calls it "${found.words}"`,
        notProven: "It does not say where or when the picture was taken; such a word is sometimes put under a picture of the day.",
        figures: [],
      },
    ];
  });
}
