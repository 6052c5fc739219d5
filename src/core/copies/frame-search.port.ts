/**
 * Where a picture, or frames of a clip, occur among all frames whose prints a case holds: every one within a distance of their
 * hashes, in any of eight forms. It finds look-alike pictures and proves nothing; crops, logos and tilts change a hash beyond
 * any useful distance. Implemented by a child process over a derived index; the domain knows only the contract.
 */
import { z } from "zod";
import type { Cancellation } from "../cancel/cancellation.ts";
import { Digest } from "../hash/digest.ts";

/** Distance up to which PDQ hashes count as the same picture, by its authors' advice. */
export const usualRadius = 31;
/** Farther ones begin to be what unrelated pictures have. */
export const mostRadius = 64;

const count = z.number().int().min(0);
const seconds = z.number();

/** What was done to the picture that was asked with to get the one that was found: mirrored, then turned clockwise. */
const form = { mirrored: z.boolean(), turnedDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]) };

/** Frames that were found in one item and follow each other. */
export const FoundStretch = z.strictObject({
  /** First and last of them, seconds of the item. */
  fromSec: seconds,
  toSec: seconds,
  /** First and last of the frames asked with that they are like. */
  askedFromSec: seconds,
  askedToSec: seconds,
  ...form,
  /** "content": alike once bars are left out, in one of them at least. */
  part: z.enum(["whole", "content"]),
  /** Frames asked with that are found here. */
  asked: count,
  leastDistance: count,
});
export type FoundStretch = z.infer<typeof FoundStretch>;

export const FramesIn = z.strictObject({
  object: Digest,
  /** Frames asked with that occur in it at all. */
  asked: count,
  leastDistance: count,
  /** Most frames first. */
  stretches: z.array(FoundStretch),
});
export type FramesIn = z.infer<typeof FramesIn>;

/** What was asked with. */
export const FramesAsked = z.strictObject({
  object: Digest,
  still: z.boolean(),
  fromSec: seconds,
  toSec: seconds,
  frames: count,
  /** Left of these: see `askedEverySec`. */
  asked: count,
  /** Black, flat or blurred: they are like all others that are, so nothing is asked with them. */
  notComparable: count,
});
export type FramesAsked = z.infer<typeof FramesAsked>;

/**
 * A frame stands for those after it that are within the radius of it and follow in less than this; equal ones are asked with
 * once however long they stand.
 */
export const askedEverySec = 0.2;
/** Found frames of one form belong to one stretch when no more than this lies between them. */
export const stretchGapSec = 1;

export const SearchedFrames = z.strictObject({
  /** Bytes whose frames were searched. */
  sources: count,
  /** Of these, taken in now; and out, since the case no longer holds them. */
  added: count,
  removed: count,
  /** Files of the index that were damaged and are made anew. */
  damaged: count,
  /** Bytes whose prints could not be read: not searched. */
  unreadable: z.array(Digest),
  /** Black, flat or blurred frames there: never compared. */
  notComparable: z.strictObject({ frames: count, sources: count }),
});
export type SearchedFrames = z.infer<typeof SearchedFrames>;

export const FramesFound = z.strictObject({
  asked: FramesAsked,
  searched: SearchedFrames,
  /** Most frames first. */
  found: z.array(FramesIn),
});
export type FramesFound = z.infer<typeof FramesFound>;

/** Bytes with the file of their frame prints. */
export interface PrintedFrames {
  readonly object: Digest;
  /** Absolute path. */
  readonly framePrints: string;
}

export type FrameQuery =
  /** A file outside the case: its prints are made for this and not kept. */
  { readonly file: string } | (PrintedFrames & { readonly atSec: number | "all" });

export interface FrameSearch {
  /**
   * Brings the index to exactly `known`, then searches it. Throws CaseError INPUT_INVALID for a file that holds no picture;
   * undefined when `signal` ended it. What was taken in until then stays.
   */
  find(
    request: { readonly known: readonly PrintedFrames[]; readonly query: FrameQuery; readonly radius: number },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, doing: "reading" | "indexing" | "searching") => void },
  ): Promise<FramesFound | undefined>;
}
