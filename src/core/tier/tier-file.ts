/**
 * What the readers of subtitle and annotation files hand over, before it is a tier: speakers as the file calls them, which are
 * never kept. What a reader could not hold is told in `notes`, with the place and never with words of the file.
 */
import type { MachineReading, TierDocument, TierId, TierSort } from "./tier.ts";

export interface FileCue {
  /** Where the file numbers it; null where it does not, or not with a number. */
  readonly id: number | null;
  /** Milliseconds on the clock of the file, rounded. */
  readonly startMs: number;
  readonly endMs: number;
  /** As the file names who speaks; null where it does not. */
  readonly speaker: string | null;
  readonly text: string;
  readonly overlap: boolean;
  readonly alternatives: readonly string[];
  /** Where the file says one, BCP 47. */
  readonly language: string | null;
  readonly machine: MachineReading | null;
  /** Place, among the cues of the tier that this one is written from. */
  readonly of: number | null;
}

export interface FileTier {
  /** Null where the format does not say. */
  readonly sort: TierSort | null;
  readonly language: string | null;
  readonly cues: readonly FileCue[];
  /** Place of the tier that this one is written from, always before this one. */
  readonly from: number | null;
}

export interface TierFile {
  readonly tiers: readonly FileTier[];
  readonly notes: readonly string[];
}

/** Why a file is no tier at all: what was expected and what was found, nothing of its words. */
export class TierFileRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TierFileRefused";
  }
}

export const plainCue: Omit<FileCue, "startMs" | "endMs" | "text"> = {
  id: null,
  speaker: null,
  overlap: false,
  alternatives: [],
  language: null,
  machine: null,
  of: null,
};

/** A tier on its way into a file, on the clock of that file. */
export interface TierToWrite {
  readonly id: TierId;
  readonly version: number;
  readonly document: TierDocument;
  /** The tier that it is written from. */
  readonly from: TierId | null;
  /** Milliseconds of item time at which the file's clock begins. */
  readonly zeroMs: number;
}

export interface WrittenFile {
  readonly text: string;
  /** What the format cannot hold of the tier. */
  readonly notes: readonly string[];
}
