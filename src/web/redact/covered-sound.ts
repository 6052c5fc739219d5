/** Where the copy has no sound of the original: on the frames that a span of sound touches, with the margin that the copy leaves out. */
import { type FrameStay, slackS } from "../../core/redaction/box-at.ts";
import type { RedactionMark } from "../../core/redaction/redaction.ts";
import { soundMarginS } from "../../core/redaction/sound-cover.ts";

export function coversSound(marks: readonly RedactionMark[], { startS, endS }: FrameStay): boolean {
  return marks.some(
    ({ sort }) => sort.what === "sound" && endS > sort.fromS - soundMarginS - slackS && startS < sort.toS + soundMarginS + slackS,
  );
}
