/**
 * Where the picture of a recording is cut, from the front of its frame prints alone: of an hour of frames that is a megabyte, and not
 * the seventy that they take whole.
 */
import { FramePrintsRefused } from "./decode-frame-prints.ts";
import { at, headBytes, landmarkFrameBytes, magic, shotBytes } from "./layout.ts";

/** Bytes of the file from `start` up to and without `end`; fewer where it ends before. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** More are no film but a fault, or a hostile file. */
const mostShots = 200_000;

/** Moments of the first frame after each cut, seconds as the container states them, rising. Throws FramePrintsRefused. */
export async function readCuts(read: ReadRange): Promise<number[]> {
  const head = await wholeRange(read, 0, headBytes);
  for (let n = 0; n < magic.length; n += 1)
    if (head.getUint8(n) !== magic.charCodeAt(n))
      throw new FramePrintsRefused(`expected the first line ${JSON.stringify(magic.trimEnd())}; found another one`);
  const [frames, shots, landmarkFrames] = [at.frames, at.shots, at.landmarkFrames].map((place) => head.getUint32(place, true)) as [
    number,
    number,
    number,
  ];
  if (shots > mostShots || shots > frames)
    throw new FramePrintsRefused(`expected at most ${Math.min(mostShots, frames)} shots; found ${shots}`);
  if (shots < 2) return [];
  const table = await wholeRange(read, headBytes, headBytes + shots * shotBytes);
  const firsts: number[] = [];
  for (let n = 0, first = 0; n < shots; n += 1) {
    if (n > 0) firsts.push(first);
    first += table.getUint32(n * shotBytes, true);
    if (first > frames) throw new FramePrintsRefused(`expected shots of ${frames} frames; found more`);
  }
  const times = headBytes + shots * shotBytes + landmarkFrames * landmarkFrameBytes;
  const last = firsts.at(-1) as number;
  const column = await wholeRange(read, times, times + (last + 1) * 8);
  return firsts.map((first) => column.getFloat64(first * 8, true));
}

async function wholeRange(read: ReadRange, start: number, end: number): Promise<DataView> {
  const bytes = await read(start, end);
  if (bytes.length !== end - start) throw new FramePrintsRefused(`expected ${end} bytes; found ${start + bytes.length}`);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
