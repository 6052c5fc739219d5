/** Reads a file of sound prints, whole or not at all: lengths, counts and bounds must agree with each other. */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { at, bytesPerLandmark, headBytes, highestTone, longestSec, magic, mostBands } from "./layout.ts";

/** Says what was expected and what was found. */
export class SoundPrintsRefused extends Error {}

export function decodeSoundPrints(bytes: Uint8Array): SoundPrints {
  if (bytes.length < headBytes) refuse(`at least ${headBytes} bytes`, `${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < magic.length; i++)
    if (bytes[i] !== magic.charCodeAt(i)) refuse(`the first line ${JSON.stringify(magic.trimEnd())}`, "another one");
  const landmarks = view.getUint32(at.landmarks, true);
  const durationSec = number(view, at.durationSec, "a length", 0, longestSec);
  const startSec = number(view, at.startSec, "a beginning", -1e9, 1e9);
  const hopSec = number(view, at.hopSec, "a frame length", 0.001, 1);
  const audible = number(view, at.audible, "an audible share", 0, 1);
  const hops = view.getUint32(at.hops, true);
  const bands = whole(view, at.bands, "bands", 1, mostBands);
  const fineRate = whole(view, at.fineRate, "signs a second", 1, 48_000);
  const fineBytes = view.getUint32(at.fineBytes, true);
  const wanted = headBytes + landmarks * bytesPerLandmark + hops * bands + fineBytes;
  if (bytes.length !== wanted) refuse(`${wanted} bytes by its own counts`, `${bytes.length}`);
  if (Math.abs(hops * hopSec - durationSec) > 2 * hopSec) refuse(`energy of ${durationSec} s`, `${hops} frames of ${hopSec} s`);
  if (Math.abs((fineBytes * 8) / fineRate - durationSec) > 0.1)
    refuse(`signs of ${durationSec} s`, `${fineBytes} bytes at ${fineRate} a second`);

  const times = new Uint32Array(landmarks);
  const tones = new Uint16Array(landmarks);
  const tonesAt = headBytes + landmarks * 4;
  const last = durationSec * 1000 + 100;
  for (let i = 0, before = 0; i < landmarks; i++) {
    const time = view.getUint32(headBytes + i * 4, true);
    const tone = view.getUint16(tonesAt + i * 2, true);
    if (time < before || time > last) refuse(`landmark ${i} from ${before} to ${Math.round(last)} ms`, `${time} ms`);
    if (tone > highestTone) refuse(`landmark ${i} with a tone up to ${highestTone}`, `${tone}`);
    times[i] = before = time;
    tones[i] = tone;
  }
  let place = tonesAt + landmarks * 2;
  const column = (length: number) => bytes.slice(place, (place += length));
  const [heights, energy, fine] = [column(landmarks), column(hops * bands), column(fineBytes)];
  return { durationSec, startSec, times, tones, heights, energy, bands, hopSec, fine, fineRate, audible };
}

function number(view: DataView, place: number, what: string, least: number, most: number): number {
  const value = view.getFloat64(place, true);
  if (!(value >= least && value <= most)) refuse(`${what} from ${least} to ${most}`, `${value}`);
  return value;
}

function whole(view: DataView, place: number, what: string, least: number, most: number): number {
  const value = view.getUint32(place, true);
  if (value < least || value > most) refuse(`${least} to ${most} ${what}`, `${value}`);
  return value;
}

function refuse(expected: string, found: string): never {
  throw new SoundPrintsRefused(`sound prints: expected ${expected}; found ${found}`);
}
