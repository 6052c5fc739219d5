/** What the lists of the held tab say when they are empty: read and nothing found, not read yet, or no bytes that could be. */
import type { WordKey } from "../words/t.ts";

interface EmptyWords {
  readonly holds: WordKey;
  readonly holdsNot: WordKey;
  readonly traps: WordKey;
  readonly cannotTell: WordKey;
}

export function emptyWords(held: boolean, probed: boolean): EmptyWords {
  if (!held && !probed) {
    const none = "bench.held.no-bytes";
    return { holds: none, holdsNot: none, traps: none, cannotTell: none };
  }
  return {
    holds: "bench.held.holds-none",
    holdsNot: probed ? "bench.held.holds-not-none" : "bench.held.unread",
    traps: probed ? "bench.held.traps-none" : "bench.held.unread",
    cannotTell: "bench.held.cannot-tell-none",
  };
}
