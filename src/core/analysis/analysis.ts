/**
 * Analyses: deterministic functions of (object, analyser version, parameters). The answer is a value,
 * failure included: media that cannot be decoded is a finding about the item, not an outage.
 */
import { z } from "zod";
import { Digest } from "../hash/digest.ts";
import type { Json } from "../json/canonical-json.ts";

/** Analysers that read an export, a page or a sheet: their answer is a Reading. They need no native code and no programs. */
export const readerNames = [
  "telegram-export",
  "article",
  "whatsapp",
  "telegram-html",
  "sheet",
  "unpack",
  "e-mail",
  "yt-dlp",
  "x-posts",
  "map-file",
] as const;
export type ReaderName = (typeof readerNames)[number];

/** Analysers that leave prints behind, by which copies are found. */
export const printerNames = ["frame-print", "sound-print"] as const;

/** Analysers that leave behind what offsets between recordings are measured from. Run when they are asked for, not for every item. */
export const syncFeatureNames = ["sync-sound", "sync-picture"] as const;

export const AnalyserName = z.enum([
  "probe",
  "poster",
  "filmstrip",
  "waveform",
  "proxy",
  ...printerNames,
  "sound-events",
  ...syncFeatureNames,
  ...readerNames,
]);
export type AnalyserName = z.infer<typeof AnalyserName>;

export function isReader(name: string): name is ReaderName {
  return (readerNames as readonly string[]).includes(name);
}

/** Analysers whose results a judgement may cite: results are objects with an entry. The rest is derived, to look at only. */
export const citableAnalysers = ["probe", ...printerNames, "sound-events", ...readerNames] as const satisfies readonly AnalyserName[];

export function isCitable(name: AnalyserName): name is (typeof citableAnalysers)[number] {
  return (citableAnalysers as readonly AnalyserName[]).includes(name);
}

export const AnalysisFailure = z.strictObject({
  /** Stable code: "empty", "not-media", "truncated", "no-stream", "time-limit", "memory-limit", "output-limit", "crashed", "refused", "program-missing", "object-missing". */
  code: z.string(),
  /** What was expected and what was found, without witness data. */
  message: z.string(),
});
export type AnalysisFailure = z.infer<typeof AnalysisFailure>;

/** What an analysis rests on. Two runs that agree in all of it must agree in bytes. */
export const AnalysisGround = z.strictObject({
  analyser: AnalyserName,
  version: z.string(),
  parameters: z.record(z.string(), z.json()),
  inputs: z.array(Digest),
  /** Decoder build, such as "ffmpeg 5.1.9-0+deb12u1"; "none" for analysers without one. */
  decoder: z.string(),
});
export type AnalysisGround = z.infer<typeof AnalysisGround>;

/** One file an analyser made beside its JSON answer; `name` is fixed per analyser ("frames.json", "poster.jpg"). */
export interface AnalysisFile {
  readonly name: string;
  readonly mediaType: string;
  /** Path in the analyser's private folder; the caller moves it out before the folder goes. */
  readonly path: string;
}

export type AnalysisAnswer =
  | { readonly state: "done"; readonly ground: AnalysisGround; readonly result: Json; readonly files: readonly AnalysisFile[] }
  | { readonly state: "failed"; readonly ground: AnalysisGround; readonly failure: AnalysisFailure };
