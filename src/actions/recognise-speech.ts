/**
 * Has the person's own recogniser read an item's sound, because they asked for it this time, and keeps what it wrote as a draft
 * tier. The sound goes to it in pieces that are cut in pauses; pieces that are done are kept, so that a stopped run goes on. What it
 * wrote is held against the sound: no words on silence, on a sudden noise alone or after the end.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { choosePieces, type Piece } from "../core/recogniser/choose-pieces.ts";
import { type HeardWords, type JudgedWords, judgeHeard } from "../core/recogniser/judge-heard.ts";
import { quietOf } from "../core/recogniser/quiet.ts";
import { cleanWords } from "../core/recogniser/read-tsv.ts";
import type { PieceStore, ReadyRecogniser, SpeechRecogniser } from "../core/recogniser/recogniser.port.ts";
import type { RecogniseRequest } from "../core/recogniser/recogniser-settings.ts";
import type { SpeechSound, SpeechSoundReader } from "../core/recogniser/speech-sound.port.ts";
import { languageCode } from "../core/tier/language-code.ts";
import { TierFileRefused } from "../core/tier/tier-file.ts";
import { mostSegments } from "../core/tier/tier.ts";
import { readWhisperJson } from "../formats/whisper-json/read-whisper-json.ts";
import { suspectWords } from "../formats/whisper-json/suspect-words.ts";
import type { WhisperTranscript } from "../formats/whisper-json/whisper-segment.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type DraftWritten, machineSegment, type ReadControl, type RecognisePorts } from "./recognise-ports.ts";

export interface RecogniseSpeechPorts extends RecognisePorts {
  readonly recogniser: SpeechRecogniser;
  readonly sounds: SpeechSoundReader;
  readonly pieces: PieceStore;
  /** Item times of impulsive sounds that an analyser listed, seconds; empty while none has. */
  readonly impulses: (item: ItemId) => Promise<readonly number[]>;
}

/** Undefined when it was stopped: what is done is kept for the next time. Throws CaseError NOT_ALLOWED, INPUT_INVALID, PROGRAM_MISSING, RECOGNISER_FAILED. */
export async function recogniseSpeech(
  ports: RecogniseSpeechPorts,
  viewer: Viewer,
  { item, language, fromSec, toSec, anew }: RecogniseRequest & { readonly item: ItemId },
  { signal, onProgress }: ReadControl,
): Promise<DraftWritten | undefined> {
  demand(viewer, "append");
  const { object, path } = await ports.originalOf(item);
  onProgress("unknown", "looking at the program and its model");
  const ready = await ports.recogniser.prepare(signal);
  const { identity, network } = ready;
  if (signal.aborted) return undefined;
  onProgress(0, "decoding the sound");
  const decoding = { signal, onProgress: (done: number) => onProgress(done * 0.05, "decoding the sound") };
  return ports.sounds.read({ path, fromSec, toSec }, decoding, async (sound) => {
    const quiet = quietOf(sound.levels);
    const pieces = choosePieces(sound.levels, quiet, sound.span);
    const read = await readPieces(ports, { object, ready, sound, pieces, language, anew }, { signal, onProgress });
    if (read === undefined) return undefined;
    const judged = judgeHeard(heardOf(read), { levels: sound.levels, quiet, events: await ports.impulses(item) });
    if (judged.length > mostSegments) throw failed(`expected at most ${mostSegments} stretches of words; found ${judged.length}`);
    const spoken = languageOf(read, language);
    const { id } = await ports.writeDraft({
      ...{ item, sort: "verbatim", language: spoken, made: { by: "program", ...identity } },
      segments: judged.map((one, n) => machineSegment(n + 1, { ...one, language: one.language === spoken ? null : one.language })),
    });
    await ports.pieces.finish(object, runOf(ready, language));
    return {
      ...{ tier: id, segments: judged.length, language: spoken, by: `${identity.name} ${identity.version}`, ...counts(judged) },
      ...{ notRead: sound.notRead, network, kept: read.filter(({ kept }) => kept).length },
    };
  });
}

interface Reading {
  readonly object: Digest;
  readonly ready: ReadyRecogniser;
  readonly sound: SpeechSound;
  readonly pieces: readonly Piece[];
  readonly language: string;
  readonly anew: boolean;
}

interface ReadPiece {
  readonly piece: Piece;
  /** A run before that was stopped had read it. */
  readonly kept: boolean;
  readonly transcript: WhisperTranscript;
}

const runOf = ({ rests }: ReadyRecogniser, language: string): string => `${rests}\n${language}`;

async function readPieces(
  { pieces: store }: RecogniseSpeechPorts,
  { object, ready, sound, pieces, language, anew }: Reading,
  { signal, onProgress }: ReadControl,
): Promise<readonly ReadPiece[] | undefined> {
  const run = runOf(ready, language);
  const { name: program } = ready.identity;
  const { span } = sound;
  const minutes = Math.max(1, Math.ceil((span.endSec - span.startSec) / 60));
  const read: ReadPiece[] = [];
  for (const piece of pieces) {
    if (signal.aborted) return undefined;
    const before = piece.startSec - span.startSec;
    const minute = `minute ${Math.min(minutes, Math.floor(before / 60) + 1)} of ${minutes}`;
    onProgress(0.05 + (0.95 * before) / (span.endSec - span.startSec), minute);
    if (piece.silent) continue;
    const name = `${Math.round(piece.startSec * 1000)}-${Math.round(piece.endSec * 1000)}`;
    // What was kept and is no answer any more is asked for again.
    const known = anew ? undefined : transcriptOf(await store.find(object, run, name));
    if (known !== undefined) {
      read.push({ piece, transcript: known, kept: true });
      continue;
    }
    const answer = await ready.read({ audio: await sound.piece(piece), language }, signal);
    if (answer.state === "stopped" || signal.aborted) return undefined;
    const where = `${program}, ${minute}`;
    if (answer.state !== "answered")
      throw failed(`${where}: expected words; found ${endWords[answer.state]}: ${answer.complaint || "it said nothing"}`);
    const transcript = demandTranscript(answer.text, where);
    // A draft names one program and one model: what another wrote under their names is not kept.
    if (!(await ready.isSame(signal)))
      throw failed(`${where}: expected the program and the model that the run began with; found others in their place. Start it anew.`);
    await store.keep(object, run, name, answer.text);
    read.push({ piece, transcript, kept: false });
  }
  return read;
}

/** Of a piece: twenty a second are none. */
const mostStretches = 2000;

const endWords = {
  failed: "that it failed",
  "out-of-time": "that it took longer than the settings allow",
  "too-large": "that it wrote or said more than the settings allow",
} as const;

function transcriptOf(text: string | undefined): WhisperTranscript | undefined {
  try {
    return text === undefined ? undefined : readWhisperJson(text);
  } catch (error) {
    if (error instanceof TierFileRefused) return undefined;
    throw error;
  }
}

function demandTranscript(text: string, where: string): WhisperTranscript {
  try {
    const transcript = readWhisperJson(text);
    if (transcript.translated)
      throw failed(`${where}: expected the words that are spoken; found a translation. Its command line asks for one.`);
    if (transcript.segments.length > mostStretches)
      throw failed(`${where}: expected at most ${mostStretches} stretches of words; found ${transcript.segments.length}`);
    return transcript;
  } catch (error) {
    if (error instanceof TierFileRefused) throw failed(`${where}: ${error.message}`, error);
    throw error;
  }
}

/** On the item's clock, with what the program's own numbers say against the words: a loop may reach over pieces. */
function heardOf(read: readonly ReadPiece[]): readonly HeardWords[] {
  const all = read.flatMap(({ piece, transcript }) => transcript.segments.map((segment) => ({ piece, segment, transcript })));
  const suspect = suspectWords(all.map(({ segment }) => segment));
  return all.map(({ piece, segment, transcript }, n) => {
    const onClock = (sec: number) => piece.startSec + sec;
    return {
      ...{ startSec: onClock(segment.startSec), endSec: onClock(segment.endSec), text: cleanWords(segment.text) },
      words: segment.words.map((word) => ({ text: word.text, startSec: onClock(word.startSec), endSec: onClock(word.endSec) })),
      ...{ confidence: segment.confidence, language: languageCode(transcript.language), suspect: suspect[n] ?? [], given: piece },
    };
  });
}

/** As it was asked for; else what the program heard, "mul" where it heard several. */
function languageOf(read: readonly ReadPiece[], asked: string): string {
  if (asked !== "auto") return asked;
  const heard = new Set(read.map(({ transcript }) => languageCode(transcript.language)).filter((tag) => tag !== null));
  const [only] = heard;
  return only === undefined ? "und" : heard.size === 1 ? only : "mul";
}

function counts(judged: readonly JudgedWords[]): { unheard: number; suspect: number } {
  return {
    unheard: judged.filter(({ text }) => text === "").length,
    suspect: judged.filter(({ text, machine }) => text !== "" && machine.suspect.length > 0).length,
  };
}

function failed(message: string, cause?: unknown): CaseError {
  return new CaseError("RECOGNISER_FAILED", message, cause === undefined ? {} : { cause });
}
