/**
 * Hashes of one source as the scan wants them: rows in three groups. Singles stand for themselves; heads stand for a run
 * (make-runs.ts), whose other members are the tails. Each group rises in time. What is equal to the row before is no row
 * of its own but a repeat of that one.
 */
import type { Digest } from "../../core/hash/digest.ts";

/** Which picture was hashed: all of what is shown, or what is left without bars. */
export const planes = ["whole", "inner"] as const;
export type HashPlane = (typeof planes)[number];

export interface RowGroup {
  /** First and second half of each hash; 16 bytes a row. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** Moment of each row, microseconds after the piece's base. */
  readonly times: Uint32Array;
  /** Rows that stand for several equal frames: which, how many frames, and when the last one was. */
  readonly repeatRows: Uint32Array;
  readonly repeatFrames: Uint32Array;
  readonly repeatTimes: Uint32Array;
}

/** A stretch of one source's plane, so short that its microseconds fit in 32 bits (71 minutes). */
export interface Piece {
  readonly source: Digest;
  readonly plane: HashPlane;
  readonly baseSec: number;
  readonly singles: RowGroup;
  readonly heads: RowGroup;
  readonly tails: RowGroup;
  /** Radius of each head's run, and how many tails it has. */
  readonly radii: Uint8Array;
  readonly tailCounts: Uint32Array;
}

/** What is known of a source, whether or not any frame of it is fit to be searched. */
export interface StoredSource {
  readonly source: Digest;
  /** Frames below the least quality: kept as this number alone. */
  readonly lowQualityFrames: number;
}

export const groupNames = ["singles", "heads", "tails"] as const;
export const rowsOf = (group: RowGroup): number => group.times.length;
