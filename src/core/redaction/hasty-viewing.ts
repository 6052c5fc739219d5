/**
 * Viewings that cannot have been: signed sooner after the newest mark, or after the last shot that the same person signed, than the
 * stretch lasts at twice its speed. The clocks are those of the machines that wrote the lines.
 */
import type { PersonId } from "../key/key.ts";

export interface ViewedAt {
  readonly line: number;
  readonly by: PersonId;
  readonly at: string;
  readonly fromS: number;
  readonly toS: number;
}

export interface HastyViewing {
  readonly line: number;
  readonly by: PersonId;
  readonly lastsS: number;
  /** Seconds that there were for it. */
  readonly afterS: number;
}

/** Faster than this nobody sees what is on a frame, or hears what is said. */
const fastest = 2;

/** `marks`: when those were made that stood then. `others`: all that these people signed, of this item and of others. */
export function hastyViewings(viewed: readonly ViewedAt[], marks: readonly string[], others: readonly ViewedAt[]): HastyViewing[] {
  return viewed.flatMap(({ line, by, at, fromS, toS }) => {
    const signed = Date.parse(at);
    const before = [...marks, ...others.filter((one) => one.by === by && one.line < line).map((one) => one.at)].map((one) =>
      Date.parse(one),
    );
    const began = Math.max(Number.NEGATIVE_INFINITY, ...before.filter((one) => one <= signed));
    const [lastsS, afterS] = [toS - fromS, (signed - began) / 1000];
    return afterS * fastest < lastsS ? [{ line, by, lastsS, afterS }] : [];
  });
}
