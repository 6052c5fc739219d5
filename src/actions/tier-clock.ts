/** Where the clock of a subtitle, transcript or annotation file begins on the clock of the recording. Unknown is never taken for 0 in silence. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { TierFormat } from "./tier-formats.ts";
import type { OriginalKnown } from "./tier-ports.ts";

/** Throws CaseError INPUT_INVALID while nobody has looked where the recording's clock begins. */
export function fileClock(thing: string, item: ItemId, format: TierFormat, original: OriginalKnown): { zeroMs: number; told: string[] } {
  const { clock, startSec, soundStartSec } = original;
  if (clock === "waits")
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected an item of which is known where its clock begins; found that ${item} was not looked at yet. Wait until it was.`,
    );
  // A recogniser is given the sound alone, whose first sample is its zero; players count from the beginning of the file.
  const zeroMs = Math.round((format === "whisper-json" ? soundStartSec : startSec) * 1000);
  const unread = "Where the clock of this item begins could not be read: times of the file are taken for times of its clock";
  return { zeroMs, told: clock === "unread" ? [unread] : [] };
}
