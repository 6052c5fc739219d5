/** The plain rule per frame over the same pairs; see vpdq-rule.ts. */
import { readFramePrints } from "../../../src/analyse/copies/read-prints.ts";
import type { CopyPair, DifferentPair } from "./pairs.ts";
import { claimedByFrames, foundByFrames, hashesOf, matchFrames, type FrameHashes } from "./vpdq-rule.ts";
import type { Clip } from "./truth.ts";

export interface PeerFound {
  /** Names of copies that it finds in the clip they are of. */
  readonly copies: readonly string[];
  /** Pairs of different clips that it claims, and how many there are. */
  readonly claimed: readonly { readonly a: string; readonly b: string; readonly lookAlike: string | null }[];
}

/** `framesOf` names the file of a clip's frame prints. */
export function peerOf(copies: readonly CopyPair[], different: readonly DifferentPair[], framesOf: (clip: Clip) => string): PeerFound {
  const read = new Map<string, FrameHashes>();
  const hashes = (clip: Clip) => {
    const known = read.get(clip.name) ?? hashesOf(readFramePrints(framesOf(clip)));
    read.set(clip.name, known);
    return known;
  };
  const found = copies
    .filter(({ a, b, main, picture }) => main && foundByFrames(matchFrames(hashes(a), hashes(b)), picture, b.fps))
    .map(({ b }) => b.name);
  const claims = (a: Clip, b: Clip) => claimedByFrames(matchFrames(hashes(a), hashes(b)));
  const claimed = different.filter(({ a, b }) => claims(a, b) || claims(b, a));
  return { copies: found, claimed: claimed.map(({ a, b, lookAlike }) => ({ a: a.name, b: b.name, lookAlike })) };
}
