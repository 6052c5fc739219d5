/** What the prints of frames amount to, for people and for those who decide what can be compared. */
import { type FramePrints, hashBytes } from "../../core/copies/frame-prints.ts";
import { type FramePrintResult, framePrintsFileName } from "../../core/copies/print-result.ts";
import { frameSort } from "./frame-sort.ts";
import { isStillThroughout } from "./still-throughout.ts";

export function summaryOf(prints: FramePrints): Omit<FramePrintResult, "notRead"> {
  const { width, height, still, times, quality, thumbs, shots, landmarks } = prints;
  const counts = { good: 0, black: 0, flat: 0, blurred: 0 };
  for (let frame = 0; frame < times.length; frame += 1) counts[frameSort(quality[frame] as number, thumbs, frame)] += 1;
  return {
    format: "witnessmark-frame-prints-v1",
    file: framePrintsFileName,
    width,
    height,
    still,
    frames: times.length,
    distinct: runsOf(prints),
    shots: shots.length,
    goodFrames: counts.good,
    blackFrames: counts.black,
    flatFrames: counts.flat,
    blurredFrames: counts.blurred,
    shotsWithBars: shots.filter(({ content }) => content.width < 1_000_000 || content.height < 1_000_000).length,
    framesWithLandmarks: landmarks.length,
    stillThroughout: isStillThroughout(prints),
    fromSec: times[0] ?? 0,
    toSec: times.at(-1) ?? 0,
  };
}

function runsOf({ hashes, times }: FramePrints): number {
  let runs = times.length === 0 ? 0 : 1;
  for (let frame = 1; frame < times.length; frame += 1) {
    const at = frame * hashBytes;
    for (let n = 0; n < hashBytes; n += 1) {
      if (hashes[at + n] === hashes[at + n - hashBytes]) continue;
      runs += 1;
      break;
    }
  }
  return runs;
}
