/**
 * Where a public copy of a whole recording ends: at a whole second. A length to the frame finds the original, by which whoever
 * filmed it is found.
 */

/** Sound and the last frame may outlast where they were cut, by as much as a coder's block: less than this is no difference. */
const leastS = 0.1;

/** Null where nothing would be left: a recording of hardly a second is shown as long as it is, and that is said. */
export function publicCut(whole: {
  readonly fromS: number;
  readonly toS: number;
}): { readonly fromS: number; readonly toS: number } | null {
  const seconds = Math.ceil(whole.toS - whole.fromS - leastS) - 1;
  return seconds < 1 ? null : { fromS: whole.fromS, toS: whole.fromS + seconds };
}
