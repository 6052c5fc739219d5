/** What counts as silence in a sound: its own measured floor, within bounds that no recording moves. */
import { leastDb, levelStepSec, type SoundLevels } from "./sound-levels.ts";

/** Above the level that a tenth of the sound stays below. Room noise of one kind moves by less within 50 ms. */
const overFloorDb = 6;
/** Quieter than this is silence in any recording. */
const surelyQuietDb = -70;
/** Louder than this is no silence: where everything is loud, the floor tells nothing... */
const neverQuietDb = -42;
/** ...unless what is said stands out of it by so much: an old recording hisses in its pauses. */
const underLoudDb = 25;
/** A click of the recorder is shorter. */
const leastHeardFrames = 6;

export interface Quiet {
  /** Frames that are louder are heard. */
  readonly belowDb: number;
}

export function quietOf({ levelDb }: SoundLevels): Quiet {
  // Stretches of nothing (a muted microphone, a gap) say nothing about how quiet the room is.
  const heard = levelDb.filter((level) => level > leastDb + 20).toSorted();
  const at = (share: number) => heard[Math.floor(heard.length * share)] ?? leastDb;
  const most = Math.max(neverQuietDb, at(0.95) - underLoudDb);
  return { belowDb: Math.min(most, Math.max(surelyQuietDb, at(0.1) + overFloorDb)) };
}

export interface Span {
  readonly startSec: number;
  readonly endSec: number;
}

/** Frames of a span, the first and the one past the last. */
export function framesOf({ startSec, levelDb }: SoundLevels, span: Span): { readonly first: number; readonly end: number } {
  const at = (sec: number) => Math.min(levelDb.length, Math.max(0, Math.round((sec - startSec) / levelStepSec)));
  return { first: at(span.startSec), end: at(span.endSec) };
}

export function heardFrames(levels: SoundLevels, { belowDb }: Quiet, span: Span): number {
  const { first, end } = framesOf(levels, span);
  let count = 0;
  for (let n = first; n < end; n++) if (levels.levelDb[n]! > belowDb) count++;
  return count;
}

/** Nothing in the span is loud enough, for long enough, to be a word. */
export function isSilent(levels: SoundLevels, { belowDb }: Quiet, span: Span): boolean {
  const { first, end } = framesOf(levels, span);
  let count = 0;
  for (let n = first; n < end && count < leastHeardFrames; n++) if (levels.levelDb[n]! > belowDb) count++;
  return count < leastHeardFrames;
}
