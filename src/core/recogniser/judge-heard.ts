/**
 * What a recogniser wrote, held against the sound it was given. Words on silence, on a sudden noise alone or after the end of the
 * sound are no transcript: the stretch stays, empty, with the reason. Everything else that speaks against words is told beside them.
 * Nothing here makes words better; it only takes trust away.
 */
import type { MachineReading } from "../tier/tier.ts";
import { framesAt, isImpulsiveAlone } from "./impulses.ts";
import { placeWords } from "./place-words.ts";
import { heardFrames, isSilent, type Quiet, type Span } from "./quiet.ts";
import { repeatsItself } from "./repeated-phrase.ts";
import { levelStepSec, type SoundLevels } from "./sound-levels.ts";

export type Suspicion = MachineReading["suspect"][number];

/** Words as a program wrote them, on the item's clock. */
export interface HeardWords extends Span {
  readonly text: string;
  /** Empty where the program times no words. */
  readonly words: readonly (Span & { readonly text: string })[];
  readonly confidence: number | null;
  readonly language: string | null;
  /** What its own numbers say against it. */
  readonly suspect: readonly Suspicion[];
  /** The sound that it was given, on the item's clock. */
  readonly given: Span;
}

export interface SoundGround {
  readonly levels: SoundLevels;
  readonly quiet: Quiet;
  /** Item times of impulsive sounds that were found by other means, seconds. */
  readonly events: readonly number[];
}

export interface JudgedWords {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly language: string | null;
  readonly machine: MachineReading;
}

/** Times of words are rougher than those of stretches: a word may begin so much earlier or end so much later. */
const wordSlackSec = 0.25;
/** A window of the program's own that reaches over the end of what it was given is no invention yet. */
const endSlackSec = 0.1;
/** A stretch whose end is not after its start is heard for as long as a word takes. */
const leastSec = 0.5;
/** Letters and digits for each second in which anything is heard at all: beyond what anybody says. */
const lettersPerHeardSecond = 60;
const fewLetters = 10;
/** Where a program gives no log-probability, its mean probability of a word: as low as Whisper's own threshold of -1. */
const doubtfulBelow = 0.37;

/** Heard in less than this share of a stretch, words may stand on what is no word: told, since a short "yes" in a long stretch is as little. */
const littleHeard = 0.1;

/** In the order of their start. */
export function judgeHeard(heard: readonly HeardWords[], { levels, quiet, events }: SoundGround): readonly JudgedWords[] {
  const ground = { levels, quiet, known: framesAt(levels, events) };
  return heard
    .filter(({ text }) => text.trim() !== "")
    .flatMap((one) => judgeStretch(one, ground))
    .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

interface Ground extends Pick<SoundGround, "levels" | "quiet"> {
  readonly known: ReadonlySet<number>;
}

function judgeStretch(heard: HeardWords, ground: Ground): readonly JudgedWords[] {
  const { given } = heard;
  if (heard.startSec >= given.endSec - 0.01) {
    const startSec = Math.max(given.startSec, given.endSec - endSlackSec);
    return [judged(heard, { startSec, endSec: given.endSec }, "", ["after-end"])];
  }
  const startSec = Math.max(given.startSec, heard.startSec);
  const endSec = Math.min(given.endSec, heard.endSec > startSec ? heard.endSec : startSec + leastSec);
  const span = { startSec, endSec };
  const unheard = whyUnheard(span, ground);
  if (unheard !== undefined) return [judged(heard, span, "", [unheard])];
  return partsOf(heard, span, ground).map((part) =>
    part.unheard === undefined
      ? judged(heard, part, part.text, ownSuspicion(heard, part, ground))
      : judged(heard, part, "", [part.unheard]),
  );
}

function whyUnheard(span: Span, { levels, quiet, known }: Ground): "silence" | "impulsive-noise" | undefined {
  if (isSilent(levels, quiet, span)) return "silence";
  return isImpulsiveAlone(levels, quiet, span, known) ? "impulsive-noise" : undefined;
}

interface Part extends Span {
  readonly text: string;
  readonly unheard: "silence" | "impulsive-noise" | undefined;
}

/** Where words are timed one by one, those at either end that stand on nothing are taken off the stretch. */
function partsOf(heard: HeardWords, span: Span, ground: Ground): readonly Part[] {
  const whole = [{ ...span, text: heard.text.trim(), unheard: undefined }];
  const words = placeWords(heard.text, heard.words);
  // Words that are not all there, or are not in order, cannot be told apart.
  if (words === undefined) return whole;
  const why = (word: Span) =>
    whyUnheard(
      {
        startSec: Math.max(heard.given.startSec, word.startSec - wordSlackSec),
        endSec: Math.min(heard.given.endSec, Math.max(word.startSec, word.endSec) + wordSlackSec),
      },
      ground,
    );
  const first = words.findIndex((word) => why(word) === undefined);
  const last = first < 0 ? -1 : words.findLastIndex((word) => why(word) === undefined);
  if (first < 0 || (first === 0 && last === words.length - 1)) return whole;
  const clamp = (sec: number) => Math.min(span.endSec, Math.max(span.startSec, sec));
  const from = clamp(first === 0 ? span.startSec : words[first]!.startSec);
  const to = clamp(last === words.length - 1 ? span.endSec : words[last]!.endSec);
  const text = heard.text.slice(words[first]!.from, words[last]!.to).trim();
  const parts: readonly Part[] = [
    { startSec: span.startSec, endSec: from, text: "", unheard: first === 0 ? undefined : why(words[0]!) },
    { startSec: from, endSec: Math.max(from, to), text, unheard: undefined },
    { startSec: Math.max(from, to), endSec: span.endSec, text: "", unheard: last === words.length - 1 ? undefined : why(words.at(-1)!) },
  ];
  return parts.filter((part) => part.text !== "" || (part.unheard !== undefined && part.endSec > part.startSec));
}

function ownSuspicion({ text, suspect, confidence }: HeardWords, part: Part, { levels, quiet }: Ground): readonly Suspicion[] {
  const letters = part.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const heardSec = heardFrames(levels, quiet, part) * levelStepSec;
  const little = heardSec < littleHeard * (part.endSec - part.startSec);
  const tooMany = letters > fewLetters && letters > lettersPerHeardSecond * heardSec;
  const doubtful = confidence !== null && confidence < doubtfulBelow;
  return [
    ...suspect,
    ...(little ? ["silence" as const] : []),
    ...(doubtful ? ["low-probability" as const] : []),
    ...(repeatsItself(text) ? ["repeats" as const] : []),
    ...(tooMany ? ["implausible-rate" as const] : []),
  ];
}

function judged({ confidence, language }: HeardWords, span: Span, text: string, suspect: readonly Suspicion[]): JudgedWords {
  const startMs = Math.round(span.startSec * 1000);
  return {
    startMs,
    endMs: Math.max(startMs + 1, Math.round(span.endSec * 1000)),
    text,
    language,
    machine: { confidence, suspect: [...new Set(suspect)] },
  };
}
