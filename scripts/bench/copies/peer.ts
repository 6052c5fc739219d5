/** The plain rule per frame over the same pairs; see vpdq-rule.ts. */
import { join } from "node:path";
import type { CopyPair, DifferentPair } from "./pairs.ts";
import { claimedByFrames, foundByFrames, hashFrames, matchFrames } from "./vpdq-rule.ts";
import type { Clip } from "./truth.ts";

export interface PeerFound {
  /** Names of copies that it finds in the clip they are of. */
  readonly copies: readonly string[];
  /** Pairs of different clips that it claims, and how many there are. */
  readonly claimed: readonly { readonly a: string; readonly b: string; readonly lookAlike: string | null }[];
}

export async function peerOf(
  folder: string,
  copies: readonly CopyPair[],
  different: readonly DifferentPair[],
  say: (line: string) => void,
): Promise<PeerFound> {
  const hashes = (clip: Clip) => hashFrames(join(folder, clip.file), clip, join(folder, "vpdq", `${clip.name}.pdq`));
  const found: string[] = [];
  const claimed: PeerFound["claimed"][number][] = [];
  let done = 0;
  const tell = () => (++done % 500 === 0 ? say(`plain rule: ${done} of ${copies.length + different.length}`) : undefined);
  for (const { a, b, main, picture } of copies) {
    if (main && foundByFrames(matchFrames(await hashes(a), await hashes(b)), picture, b.fps)) found.push(b.name);
    tell();
  }
  for (const { a, b, lookAlike } of different) {
    const [one, other] = [await hashes(a), await hashes(b)];
    if (claimedByFrames(matchFrames(one, other)) || claimedByFrames(matchFrames(other, one)))
      claimed.push({ a: a.name, b: b.name, lookAlike });
    tell();
  }
  return { copies: found, claimed };
}
