/**
 * Of which frames landmarks are taken: about two a second, at uneven steps. Even steps would leave a copy that was cut
 * anywhere the same fraction of a step away from every frame of its source, and a moving camera then shows no frame
 * twice; uneven ones (the golden ratio's sequence fills every gap evenly) bring some pair of frames nearly together.
 */
const everySec = 0.5;
const uneven = 0.7;
const goldenPart = 0.618_033_988_75;

/** Asked for each frame in the order of time: whether its landmarks are to be taken. Always for the first one. */
export function createLandmarkMoments(): (timeSec: number) => boolean {
  let start = Number.NaN;
  let taken = 0;
  let due = Number.NEGATIVE_INFINITY;
  return (timeSec) => {
    if (Number.isNaN(start)) start = timeSec;
    if (timeSec < due) return false;
    // A gap in the times is not made up for by many frames in a row.
    do {
      taken += 1;
      due = start + everySec * (taken + uneven * ((taken * goldenPart) % 1));
    } while (due <= timeSec);
    return true;
  };
}
