/** A stretch of words as a speech recogniser wrote it, in seconds from the start of the sound that it was given. */

export interface WhisperWord {
  readonly text: string;
  readonly startSec: number;
  readonly endSec: number;
  readonly probability: number | null;
}

export interface WhisperSegment {
  readonly startSec: number;
  readonly endSec: number;
  readonly text: string;
  /** As the program names who speaks; null where it does not. */
  readonly speaker: string | null;
  readonly words: readonly WhisperWord[];
  /** Mean of the natural logarithm of the probability of each token. */
  readonly avgLogprob: number | null;
  readonly noSpeechProb: number | null;
  readonly compressionRatio: number | null;
  /** 0 to 1: what the tokens were given on average; null where the file gives neither that nor words with probabilities. */
  readonly confidence: number | null;
}

export interface WhisperTranscript {
  /** As the file has it, in lower case; null where it says none. */
  readonly language: string | null;
  /** The words are a translation that the recogniser made: no verbatim text. */
  readonly translated: boolean;
  readonly segments: readonly WhisperSegment[];
}
