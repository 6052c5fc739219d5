/**
 * Whether a video shows the same picture from its beginning to its end: a still with sound, or a camera on a wall where
 * nothing moves. Then no second of it can be told from another, and a match cannot say which seconds are shared.
 */
import { type FramePrints, thumbBytes } from "../../core/copies/frame-prints.ts";

/** Grey levels: noise and re-encoding move the mean over a twenty-fourth of the picture by less; a person far away by more. */
const within = 4;

export function isStillThroughout({ still, times, thumbs }: FramePrints): boolean {
  if (still || times.length < 2) return false;
  const darkest = thumbs.slice(0, thumbBytes);
  const brightest = thumbs.slice(0, thumbBytes);
  for (let frame = 1; frame < times.length; frame += 1) {
    const at = frame * thumbBytes;
    for (let n = 0; n < thumbBytes; n += 1) {
      const value = thumbs[at + n] as number;
      if (value < (darkest[n] as number)) darkest[n] = value;
      else if (value > (brightest[n] as number)) brightest[n] = value;
      if ((brightest[n] as number) - (darkest[n] as number) > within) return false;
    }
  }
  return true;
}
