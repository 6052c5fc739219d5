/**
 * What a recogniser wrote, held against the sound it was given. Words on silence, on impulsive noise alone or after the end of the
 * sound are no transcript: the stretch stays, empty, with the reason. Everything else that speaks against words is told beside them.
 * Nothing here makes words better; it only takes trust away.
 */
import type { MachineReading } from "../tier/tier.ts";
import { isImpulsiveAlone } from "./impulses.ts";
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

/** In the order of their start. */
export function judgeHeard(heard: readonly HeardWords[], ground: SoundGround): readonly JudgedWords[] {
  return heard
    .filter(({ text }) => text.trim() !== "")
    .flatMap((one) => judgeStretch(one, ground))
    .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

function judgeStretch(heard: HeardWords, ground: SoundGround): readonly JudgedWords[] {
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

function whyUnheard(span: Span, { levels, quiet, events }: SoundGround): "silence" | "impulsive-noise" | undefined {
  if (isSilent(levels, quiet, span)) return "silence";
  return isImpulsiveAlone(levels, quiet, span, events) ? "impulsive-noise" : undefined;
}

interface Part extends Span {
  readonly text: string;
  readonly unheard: "silence" | "impulsive-noise" | undefined;
}

/** Where words are timed one by one, those at either end that stand on nothing are taken off the stretch. */
function partsOf(heard: HeardWords, span: Span, ground: SoundGround): readonly Part[] {
  const whole = [{ ...span, text: heard.text.trim(), unheard: undefined }];
  const { words } = heard;
  // Words that are not all there, or are not in order, cannot be told apart.
  if (!isWhole(heard)) return whole;
  const reasons = words.map((word) =>
    whyUnheard(
      {
        startSec: Math.max(heard.given.startSec, word.startSec - wordSlackSec),
        endSec: Math.min(heard.given.endSec, Math.max(word.startSec, word.endSec) + wordSlackSec),
      },
      ground,
    ),
  );
  const first = reasons.findIndex((reason) => reason === undefined);
  const last = reasons.findLastIndex((reason) => reason === undefined);
  if (first < 0 || (first === 0 && last === words.length - 1)) return whole;
  const clamp = (sec: number) => Math.min(span.endSec, Math.max(span.startSec, sec));
  const from = clamp(first === 0 ? span.startSec : words[first]!.startSec);
  const to = clamp(last === words.length - 1 ? span.endSec : words[last]!.endSec);
  const text = words
    .slice(first, last + 1)
    .map((word) => word.text)
    .join("")
    .trim();
  const parts: readonly Part[] = [
    { startSec: span.startSec, endSec: from, text: "", unheard: reasons[0] },
    { startSec: from, endSec: Math.max(from, to), text, unheard: undefined },
    { startSec: Math.max(from, to), endSec: span.endSec, text: "", unheard: reasons.at(-1) },
  ];
  return parts.filter((part) => part.text !== "" || (part.unheard !== undefined && part.endSec > part.startSec));
}

function isWhole({ text, words }: HeardWords): boolean {
  if (words.length === 0 || words.some((word, at) => at > 0 && word.startSec < words[at - 1]!.startSec)) return false;
  return plain(words.map((word) => word.text).join("")) === plain(text);
}

const plain = (text: string): string => text.replace(/\s+/g, "");

function ownSuspicion({ text, suspect, confidence }: HeardWords, part: Part, { levels, quiet }: SoundGround): readonly Suspicion[] {
  const letters = part.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const heardSec = heardFrames(levels, quiet, part) * levelStepSec;
  const tooMany = letters > fewLetters && letters > lettersPerHeardSecond * heardSec;
  const doubtful = confidence !== null && confidence < doubtfulBelow;
  return [
    ...suspect,
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
