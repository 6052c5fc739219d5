/** Words of a file that a program wrote: each a machine's draft, with what the words alone say against themselves. */
import type { TierFile } from "../core/tier/tier-file.ts";
import { suspectWords } from "../formats/whisper-json/suspect-words.ts";

const nothingSaid = { speaker: null, words: [], avgLogprob: null, noSpeechProb: null, compressionRatio: null, confidence: null };

export function programDrafts({ tiers, notes }: TierFile): TierFile {
  return {
    notes,
    tiers: tiers.map((tier) => {
      const suspects = suspectWords(
        tier.cues.map(({ startMs, endMs, text }) => ({ ...nothingSaid, startSec: startMs / 1000, endSec: endMs / 1000, text })),
      );
      return {
        ...tier,
        cues: tier.cues.map((cue, at) => ({ ...cue, machine: cue.machine ?? { confidence: null, suspect: suspects[at] ?? [] } })),
      };
    }),
  };
}
