/**
 * Signs in a recogniser's own numbers that it may have invented words. The thresholds are those at which openai-whisper itself
 * doubts a stretch (whisper/transcribe.py: `no_speech_threshold` 0.6, `logprob_threshold` -1.0, `compression_ratio_threshold` 2.4).
 * There two of them must hold together before anything is left out; here each alone is a reason to look.
 */
import type { MachineReading } from "../../core/tier/tier.ts";
import type { WhisperSegment } from "./whisper-segment.ts";

export const noSpeechAbove = 0.6;
export const logprobBelow = -1;
export const compressionAbove = 2.4;

/**
 * Letters and digits a second. Speech has 5 to 8 syllables a second on average, whatever the language (Pellegrino, Coupé and
 * Marsico 2011, Language 87), a syllable rarely more than four letters: 40 is beyond what anybody says.
 */
const lettersPerSecond = 40;
const fewLetters = 10;

/** The same words so often in a row are a recogniser's loop rather than speech. */
const sameInRow = 3;

type Suspect = MachineReading["suspect"][number];

/** For each of the segments, in their order. */
export function suspectWords(segments: readonly WhisperSegment[]): Suspect[][] {
  const looping = loops(segments);
  return segments.map((segment, at) => {
    const found: Suspect[] = [];
    if ((segment.noSpeechProb ?? 0) > noSpeechAbove) found.push("no-speech");
    if ((segment.avgLogprob ?? 0) < logprobBelow) found.push("low-probability");
    if ((segment.compressionRatio ?? 0) > compressionAbove || looping.has(at)) found.push("repeats");
    const letters = segment.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (letters > fewLetters && letters > lettersPerSecond * Math.max(0, segment.endSec - segment.startSec)) found.push("implausible-rate");
    return found;
  });
}

function loops(segments: readonly WhisperSegment[]): Set<number> {
  const found = new Set<number>();
  let from = 0;
  const words = segments.map(({ text }) => text.trim().toLowerCase());
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && words[at] !== "" && words[at] === words[from]) continue;
    if (at - from >= sameInRow && words[from] !== "") for (let one = from; one < at; one++) found.add(one);
    from = at;
  }
  return found;
}
