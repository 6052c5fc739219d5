/**
 * Measuring how the clocks of recordings stand to each other, every pair of a list: by their sound, and where sound joins a
 * recording to none of the others by light and movement. Implemented by a child process without network; the domain knows only
 * the contract. Files may be named by a person or be items of a case.
 */
import { z } from "zod";
import { AnalysisFailure } from "../analysis/analysis.ts";
import type { Cancellation } from "../cancel/cancellation.ts";
import { PairMeasurement, type SyncChannel } from "./pair-measurement.ts";

export interface FileToMeasure {
  /** What the answer calls it: the caller's own, such as "i12" or its place in a list. One file, one id. */
  readonly id: string;
  /** Absolute path; opened read-only. */
  readonly path: string;
}

const TrackRead = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("read") }),
  /** The file has no such stream. */
  z.strictObject({ state: z.literal("none") }),
  /** Nobody needed it: sound was enough. */
  z.strictObject({ state: z.literal("not-read") }),
  z.strictObject({ state: z.literal("failed"), failure: AnalysisFailure }),
]);

/** What was read of one file. */
export const FileMeasured = z.strictObject({ id: z.string(), sound: TrackRead, picture: TrackRead });
export type FileMeasured = z.infer<typeof FileMeasured>;

/** `a` comes before `b` in the list. */
export const PairOfFiles = z.strictObject({ a: z.string(), b: z.string(), measurement: PairMeasurement });
export type PairOfFiles = z.infer<typeof PairOfFiles>;

/** Two runs that agree in these and in the bytes agree in what they say. */
export const MeasurerVersions = z.strictObject({
  measurer: z.string(),
  soundFeatures: z.string(),
  pictureFeatures: z.string(),
  /** Decoder build, such as "ffmpeg 5.1.9-0+deb12u1". */
  decoder: z.string(),
});
export type MeasurerVersions = z.infer<typeof MeasurerVersions>;

export const FilesMeasured = z.strictObject({
  files: z.array(FileMeasured),
  /** Every pair once. */
  pairs: z.array(PairOfFiles),
  versions: MeasurerVersions,
});
export type FilesMeasured = z.infer<typeof FilesMeasured>;

/** What it is doing, for words of the caller's own: "comparing sound, 12 of 45 pairs". */
export const MeasureProgress = z.strictObject({
  doing: z.enum(["reading-sound", "comparing-sound", "reading-picture", "comparing-picture"]),
  /** Files, or pairs, of all that this step has. */
  done: z.number().int().min(0),
  of: z.number().int().min(0),
  /** Of the whole work, 0 to 1; a guess. */
  share: z.number().min(0).max(1),
});
export type MeasureProgress = z.infer<typeof MeasureProgress>;

/**
 * What was read of files, kept by the caller, so that work that was stopped goes on and nothing is decoded twice. It may be
 * deleted at any time. Whoever keeps it names it by the bytes it was read from and by `version`.
 */
export interface FeatureCache {
  /** Absolute path of what was kept; undefined where there is nothing. */
  find(id: string, channel: SyncChannel, version: string): Promise<string | undefined>;
  /** Moves or copies what lies at `path`, and says where it is kept now. */
  keep(id: string, channel: SyncChannel, version: string, path: string): Promise<string>;
}

/** What an earlier measuring said of two files whose bytes are the same still. */
export interface KnownPair {
  readonly measurement: PairMeasurement;
  /** By the versions that would measure now. */
  readonly isCurrent: boolean;
}

export interface MeasureControl {
  readonly signal: Cancellation;
  readonly onProgress: (progress: MeasureProgress) => void;
  readonly cache?: FeatureCache;
  /** `a` before `b` in the list. What is known and was looked at as closely is said again and not measured. */
  readonly known?: (a: string, b: string) => KnownPair | undefined;
  /** When light and movement are looked at: for recordings that sound joins to none, for every pair that sound refuses, or not at all. */
  readonly picture?: "where-sound-joins-nothing" | "where-sound-refuses" | "never";
}

export interface SyncMeasurer {
  /** Asks which decoder is here. */
  versions(): MeasurerVersions;
  /**
   * Never throws for what the bytes of one file do: that file's pairs are refused, and `files` says why. Throws only for the
   * machine (CaseError PROGRAM_MISSING, DISK_FULL); undefined when `signal` ended it.
   */
  measure(files: readonly FileToMeasure[], control: MeasureControl): Promise<FilesMeasured | undefined>;
}
