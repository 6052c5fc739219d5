/** A recogniser's file as one tier of drafts: every segment stays the machine's until a person takes it over. */
import { languageCode } from "../../core/tier/language-code.ts";
import { plainCue, type TierFile } from "../../core/tier/tier-file.ts";
import { createTold } from "../../core/tier/told.ts";
import { readWhisperJson } from "./read-whisper-json.ts";
import { suspectWords } from "./suspect-words.ts";

/** Throws TierFileRefused. */
export function readWhisperTier(text: string): TierFile {
  const { language, translated, segments } = readWhisperJson(text);
  const told = createTold("segment");
  const suspects = suspectWords(segments);
  const cues = segments.map(({ startSec, endSec, text: said, speaker, confidence, words }, at) => {
    if (words.length > 0) told.add("# with times of single words, which are not kept");
    return {
      ...plainCue,
      ...{ startMs: Math.round(startSec * 1000), endMs: Math.round(endSec * 1000), text: said.trim(), speaker },
      machine: { confidence, suspect: suspects[at] ?? [] },
    };
  });
  told.add("# that may be an invention, by the recogniser's own numbers", suspects.filter((one) => one.length > 0).length);
  if (language !== null && languageCode(language) === null)
    told.say("The language is named in a way that is not known here: it is as you said");
  if (translated) told.say("The file says that its words are a translation which the recogniser made");
  return {
    tiers: [{ sort: translated ? "translation" : null, language: translated ? "en" : languageCode(language), cues, from: null }],
    notes: told.notes(),
  };
}
