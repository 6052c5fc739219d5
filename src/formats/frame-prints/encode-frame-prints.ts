/** Frame prints as bytes, before they are packed: docs/formats/frame-prints.md. The same prints give the same bytes. */
import { type FramePrints, hashBytes, type Shot, thumbBytes } from "../../core/copies/frame-prints.ts";
import { at, headBytes, lengthOf, magic, whole } from "./layout.ts";

export function encodeFramePrints(prints: FramePrints): Uint8Array<ArrayBuffer> {
  const { times, quality, hashes, innerHashes, thumbs, shots, landmarks } = prints;
  const frames = times.length;
  const withBars = shots.filter(hasBars);
  const counts = {
    frames,
    shots: shots.length,
    innerHashes: withBars.reduce((sum, shot) => sum + shot.frames, 0),
    landmarkFrames: landmarks.length,
    landmarks: landmarks.reduce((sum, { count }) => sum + count, 0),
  };
  const bytes = new Uint8Array(lengthOf(counts));
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < magic.length; n += 1) bytes[n] = magic.charCodeAt(n);
  view.setUint32(at.width, prints.width, true);
  view.setUint32(at.height, prints.height, true);
  view.setUint32(at.still, prints.still ? 1 : 0, true);
  for (const [name, count] of Object.entries(counts)) view.setUint32(at[name as keyof typeof counts], count, true);

  let place = headBytes;
  const word = (value: number) => {
    view.setUint32(place, value, true);
    place += 4;
  };
  const column = (values: Uint8Array) => {
    bytes.set(values, place);
    place += values.length;
  };
  for (const { frames: count, content } of shots)
    for (const value of [count, content.x, content.y, content.width, content.height]) word(value);
  for (const { frame, count } of landmarks) for (const value of [frame, count]) word(value);
  for (const time of times) {
    view.setFloat64(place, time, true);
    place += 8;
  }
  column(quality);
  column(hashes);
  for (const { firstFrame, frames: count } of withBars)
    column(innerHashes.subarray(firstFrame * hashBytes, (firstFrame + count) * hashBytes));
  for (const { places } of landmarks) for (const value of places) word(value);
  for (const { sizes } of landmarks) {
    for (const size of sizes) {
      view.setUint16(place, size, true);
      place += 2;
    }
  }
  for (const { turns } of landmarks) column(turns);
  for (const { descriptions } of landmarks) column(descriptions);
  // Steps from frame to frame are small numbers, which pack well.
  for (let n = 0; n < thumbs.length; n += 1)
    bytes[place + n] = (thumbs[n] as number) - (n < thumbBytes ? 0 : (thumbs[n - thumbBytes] as number));
  return bytes;
}

export function hasBars({ content }: Shot): boolean {
  return content.width < whole || content.height < whole;
}
