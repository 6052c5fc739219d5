/** Reads frame prints, whole or not at all: lengths, counts and bounds must agree with each other. Room is made only for bytes that are there. */
import { type FrameLandmarks, type FramePrints, hashBytes, type Shot, thumbBytes } from "../../core/copies/frame-prints.ts";
import { hasBars } from "./encode-frame-prints.ts";
import { at, headBytes, lengthOf, magic, whole } from "./layout.ts";

/** Says what was expected and what was found. */
export class FramePrintsRefused extends Error {}

export function decodeFramePrints(given: Uint8Array): FramePrints {
  // A Node Buffer cuts windows where an array makes copies.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length < headBytes) refuse(`at least ${headBytes} bytes`, `${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let n = 0; n < magic.length; n += 1)
    if (bytes[n] !== magic.charCodeAt(n)) refuse(`the first line ${JSON.stringify(magic.trimEnd())}`, "another one");
  const head = (name: keyof typeof at) => view.getUint32(at[name], true);
  const frames = head("frames");
  const counts = {
    frames,
    shots: head("shots"),
    innerHashes: head("innerHashes"),
    landmarkFrames: head("landmarkFrames"),
    landmarks: head("landmarks"),
  };
  const wanted = lengthOf(counts);
  if (bytes.length !== wanted) refuse(`${wanted} bytes by its own counts`, `${bytes.length}`);
  const [width, height] = [head("width"), head("height")];
  if (frames < 1 || width < 1 || height < 1) refuse("a frame and a size", `${frames} of ${width} x ${height}`);
  if (head("still") > 1) refuse("0 or 1 for a still picture", `${head("still")}`);
  if (head("reserved") !== 0) refuse("0 in the last word of the head", `${head("reserved")}`);
  const still = head("still") === 1;

  let place = headBytes;
  const word = () => {
    const value = view.getUint32(place, true);
    place += 4;
    return value;
  };
  const column = (length: number) => bytes.slice(place, (place += length));
  const shots = readShots(word, counts);
  const tops = readTops(word, counts);
  const times = readTimes();
  const quality = column(frames);
  const tooGood = quality.findIndex((value) => value > 100);
  if (tooGood >= 0) refuse(`frame ${tooGood} with a quality up to 100`, `${quality[tooGood]}`);
  const hashes = column(frames * hashBytes);
  const innerHashes = hashes.slice();
  for (const { firstFrame, frames: count } of shots.filter(hasBars)) innerHashes.set(column(count * hashBytes), firstFrame * hashBytes);
  const landmarks = readLandmarks();
  const thumbs = column(frames * thumbBytes);
  for (let n = thumbBytes; n < thumbs.length; n += 1) thumbs[n] = (thumbs[n] as number) + (thumbs[n - thumbBytes] as number);
  return { width, height, still, times, quality, hashes, innerHashes, thumbs, shots, landmarks };

  function readTimes(): Float64Array {
    const read = new Float64Array(frames);
    for (let n = 0, before = Number.NEGATIVE_INFINITY; n < frames; n += 1) {
      const time = view.getFloat64(place, true);
      if (!(time > before && time < 1e9 && time > -1e9)) refuse(`frame ${n} later than ${before} s`, `${time} s`);
      read[n] = before = time;
      place += 8;
    }
    if (still && (frames !== 1 || read[0] !== 0)) refuse("one frame at 0 s in a still picture", `${frames} from ${read[0]} s`);
    return read;
  }

  function readLandmarks(): FrameLandmarks[] {
    const places = new Int32Array(counts.landmarks * 2);
    for (let n = 0; n < places.length; n += 1) {
      const value = word();
      if (value > whole) refuse(`landmark ${n >> 1} on the frame (0 to ${whole})`, `${value}`);
      places[n] = value;
    }
    const sizes = new Uint16Array(counts.landmarks);
    for (let n = 0; n < sizes.length; n += 1, place += 2) sizes[n] = view.getUint16(place, true);
    const turns = column(counts.landmarks);
    const descriptions = column(counts.landmarks * 32);
    let from = 0;
    return tops.map(({ frame, count }) => {
      const until = from + count;
      const one = {
        frame,
        count,
        places: places.subarray(from * 2, until * 2),
        sizes: sizes.subarray(from, until),
        turns: turns.subarray(from, until),
        descriptions: descriptions.subarray(from * 32, until * 32),
      };
      from = until;
      return one;
    });
  }
}

interface Known {
  readonly frames: number;
  readonly shots: number;
  readonly innerHashes: number;
  readonly landmarkFrames: number;
  readonly landmarks: number;
}

function readShots(word: () => number, { frames, shots: count, innerHashes }: Known): Shot[] {
  const shots: Shot[] = [];
  let firstFrame = 0;
  let inBars = 0;
  for (let n = 0; n < count; n += 1) {
    const shot = { firstFrame, frames: word(), content: { x: word(), y: word(), width: word(), height: word() } };
    const { x, y, width, height } = shot.content;
    if (shot.frames < 1) refuse(`shot ${n} with frames`, "none");
    if (width < 1 || height < 1 || x + width > whole || y + height > whole)
      refuse(`the content of shot ${n} on the frame (0 to ${whole})`, `${width} x ${height} at ${x}, ${y}`);
    shots.push(shot);
    firstFrame += shot.frames;
    if (hasBars(shot)) inBars += shot.frames;
  }
  if (firstFrame !== frames) refuse(`shots of ${frames} frames`, `${firstFrame}`);
  if (inBars !== innerHashes) refuse(`a hash inside the bars for ${inBars} frames`, `${innerHashes}`);
  return shots;
}

function readTops(word: () => number, { frames, landmarkFrames, landmarks }: Known): { frame: number; count: number }[] {
  const tops: { frame: number; count: number }[] = [];
  let before = -1;
  let sum = 0;
  for (let n = 0; n < landmarkFrames; n += 1) {
    const top = { frame: word(), count: word() };
    if (top.frame <= before || top.frame >= frames) refuse(`landmarks of a frame from ${before + 1} to ${frames - 1}`, `${top.frame}`);
    before = top.frame;
    sum += top.count;
    tops.push(top);
  }
  if (sum !== landmarks) refuse(`${landmarks} landmarks in all`, `${sum}`);
  return tops;
}

function refuse(expected: string, found: string): never {
  throw new FramePrintsRefused(`frame prints: expected ${expected}; found ${found}`);
}
