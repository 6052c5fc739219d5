/** Which pictures of a clip are read for signs: one for each stretch in which the picture stays the same, and not too many. */

export interface Look {
  /** Item time of the picture that is read. */
  readonly atSec: number;
  /** Of the last one that is still the same. */
  readonly untilSec: number;
}

export interface SmallPicture {
  readonly atSec: number;
  /** Grey, of one size for all. */
  readonly grey: Uint8Array;
}

/** Mean difference of grey, of 255, below which a picture is the same: compression noise of a still picture stays below 2. */
const sameBelow = 3;
/** Reading one takes about a second. */
export const mostLooks = 300;

/** Takes pictures in order; what it holds does not grow with the clip. */
export function createLookChooser(): { add(picture: SmallPicture): void; end(): readonly Look[] } {
  const looks: { atSec: number; untilSec: number }[] = [];
  let held: Uint8Array | undefined;
  return {
    add({ atSec, grey }) {
      const last = looks.at(-1);
      if (last !== undefined && held !== undefined && difference(held, grey) < sameBelow) {
        last.untilSec = Math.max(last.untilSec, atSec);
        return;
      }
      held = grey.slice();
      looks.push({ atSec, untilSec: atSec });
    },
    end: () => (looks.length <= mostLooks ? looks : spread(looks)),
  };
}

/** Evenly over the clip; each stands for the time up to the next only as far as it was looked at. */
function spread(looks: readonly Look[]): readonly Look[] {
  return Array.from({ length: mostLooks }, (_, n) => looks[Math.floor((n * looks.length) / mostLooks)]!);
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += Math.abs(a[n]! - (b[n] ?? 0));
  return sum / Math.max(1, a.length);
}
