/**
 * What speech recognisers of the Whisper family write: `segments` of openai-whisper, faster-whisper's wrappers and WhisperX, and
 * `transcription` of whisper.cpp (milliseconds in `offsets`). Every number may be missing, and what is no number counts as missing.
 */
import { TierFileRefused } from "../../core/tier/tier-file.ts";
import { counted } from "../../core/text/counted.ts";
import { mostSegments } from "../../core/tier/tier.ts";
import type { WhisperSegment, WhisperTranscript, WhisperWord } from "./whisper-segment.ts";

type Members = { readonly [name: string]: unknown };

/** Words of one segment: a recogniser hears at most 30 s at once. */
const mostWords = 2000;
const longestText = 20_000;

/** Throws TierFileRefused. */
export function readWhisperJson(text: string): WhisperTranscript {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new TierFileRefused("the file: expected JSON of a speech recogniser; found text that is no JSON");
  }
  const root = members(value);
  const list = listOf(root?.["segments"]) ?? listOf(root?.["transcription"]);
  if (root === undefined || list === undefined)
    throw new TierFileRefused("the file: expected `segments` or `transcription` with the stretches that a recogniser heard; found neither");
  if (list.length > mostSegments)
    throw new TierFileRefused(`the file: expected at most ${counted(mostSegments, "segment")}; found ${list.length}`);
  const language = members(root["result"])?.["language"] ?? root["language"];
  return {
    language: typeof language === "string" && language !== "" ? language.toLowerCase() : null,
    translated: root["task"] === "translate" || members(root["params"])?.["translate"] === true,
    segments: list.map((one, at) => segmentOf(one, `segment ${at + 1}`)),
  };
}

function segmentOf(value: unknown, where: string): WhisperSegment {
  const found = members(value);
  const offsets = members(found?.["offsets"]);
  const [start, end] = offsets === undefined ? [found?.["start"], found?.["end"]] : [inSeconds(offsets["from"]), inSeconds(offsets["to"])];
  const [startSec, endSec] = [numberOf(start), numberOf(end)];
  if (found === undefined || startSec === null || endSec === null)
    throw new TierFileRefused(
      `${where}: expected the seconds at which it starts and ends; found ${found === undefined ? "no segment" : "none"}`,
    );
  if (typeof found["text"] !== "string" || found["text"].length > longestText)
    throw new TierFileRefused(
      `${where}: expected its words, at most ${longestText} characters; found ${typeof found["text"] === "string" ? "more" : "none"}`,
    );
  const words = [...(listOf(found["words"]) ?? listOf(found["tokens"]) ?? [])].slice(0, mostWords).flatMap(wordOf);
  const avgLogprob = numberOf(found["avg_logprob"]);
  const { speaker } = found;
  return {
    ...{ startSec, endSec, text: found["text"], words, avgLogprob },
    speaker: typeof speaker === "string" && speaker.trim() !== "" ? speaker : typeof speaker === "number" ? String(speaker) : null,
    noSpeechProb: numberOf(found["no_speech_prob"]),
    compressionRatio: numberOf(found["compression_ratio"]),
    confidence: avgLogprob === null ? meanOf(words) : share(Math.exp(avgLogprob)),
  };
}

/** Of openai-whisper and its kin (`word`, `probability`), WhisperX (`score`), whisper.cpp's tokens (`p`, `offsets`). */
function wordOf(value: unknown): WhisperWord[] {
  const found = members(value);
  const said = found?.["word"] ?? found?.["text"];
  // Tokens such as [_BEG_] are marks of the recogniser and no words; those of openai-whisper are numbers alone.
  if (found === undefined || typeof said !== "string" || /^\[_[A-Z0-9_]+\]$/.test(said)) return [];
  const offsets = members(found["offsets"]);
  const startSec = numberOf(offsets === undefined ? found["start"] : inSeconds(offsets["from"]));
  const endSec = numberOf(offsets === undefined ? found["end"] : inSeconds(offsets["to"]));
  if (startSec === null || endSec === null) return [];
  const probability = numberOf(found["probability"] ?? found["score"] ?? found["p"]);
  return [{ text: said, startSec, endSec, probability: probability === null ? null : share(probability) }];
}

function meanOf(words: readonly WhisperWord[]): number | null {
  const given = words.flatMap(({ probability }) => (probability === null ? [] : [probability]));
  return given.length === 0 ? null : given.reduce((sum, one) => sum + one, 0) / given.length;
}

const share = (value: number): number => Math.min(1, Math.max(0, value));
const inSeconds = (milliseconds: unknown): unknown => (typeof milliseconds === "number" ? milliseconds / 1000 : undefined);

/** Beyond a million seconds no recording reaches. */
function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 1_000_000 ? value : null;
}

function members(value: unknown): Members | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
