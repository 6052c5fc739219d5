/** Sound prints as a file: docs/formats/sound-prints.md. The same prints give the same bytes. */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { at, bytesPerLandmark, headBytes, magic } from "./layout.ts";

export function encodeSoundPrints(prints: SoundPrints): Uint8Array {
  const { times, tones, heights, energy, fine } = prints;
  const bytes = new Uint8Array(headBytes + times.length * bytesPerLandmark + energy.length + fine.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint32(at.landmarks, times.length, true);
  view.setFloat64(at.durationSec, prints.durationSec, true);
  view.setFloat64(at.startSec, prints.startSec, true);
  view.setFloat64(at.hopSec, prints.hopSec, true);
  view.setFloat64(at.audible, prints.audible, true);
  view.setUint32(at.hops, energy.length / prints.bands, true);
  view.setUint32(at.bands, prints.bands, true);
  view.setUint32(at.fineRate, prints.fineRate, true);
  view.setUint32(at.fineBytes, fine.length, true);
  let place = headBytes;
  for (const time of times) {
    view.setUint32(place, time, true);
    place += 4;
  }
  for (const tone of tones) {
    view.setUint16(place, tone, true);
    place += 2;
  }
  for (const column of [heights, energy, fine]) {
    bytes.set(column, place);
    place += column.length;
  }
  return bytes;
}
