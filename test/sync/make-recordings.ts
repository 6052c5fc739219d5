/** Three recordings of one invented event by different microphones, and one of another: noise that comes and goes, written as sound files. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const rate = 16_000;

export function makeRecordings(folder: string): { files: string[]; startsS: number[] } {
  const event = noise(40, 11);
  const other = noise(20, 97);
  const startsS = [0, 4.25, 9.5, 0];
  const lengthsS = [26, 22, 20, 16];
  const files = startsS.map((start, number) => {
    const source = number === 3 ? other : event;
    const own = noise(lengthsS[number] as number, 200 + number);
    const from = Math.round(start * rate);
    const file = join(folder, `recording ${number + 1}.wav`);
    writeFileSync(file, wav(heardBy(number, source.subarray(from), own)));
    return file;
  });
  writeFileSync(join(folder, "notes.txt"), "two clocks in one picture\n");
  return { files, startsS };
}

/** Each microphone is as dull, as far from a wall and as loud as it is, and hears something of its own. */
function heardBy(number: number, event: Float64Array, own: Float64Array): Float64Array {
  const [dull, wall] = [0.3 + 0.2 * number, Math.round(rate * (0.011 + 0.007 * number))];
  let before = 0;
  return own.map((quiet, at) => {
    const direct = (event[at] ?? 0) + (0.5 - 0.1 * number) * (event[at - wall] ?? 0);
    before = dull * before + (1 - dull) * direct;
    return (0.5 + 0.1 * number) * before + 0.2 * quiet;
  });
}

/** Bursts of noise at moments that do not repeat. */
function noise(seconds: number, seed: number): Float64Array {
  const random = generator(seed);
  const samples = new Float64Array(seconds * rate);
  let [level, until, before] = [0, 0, 0];
  for (let at = 0; at < samples.length; at++) {
    if (at >= until) {
      level = random() < 0.4 ? 0.02 : 0.2 + 0.8 * random();
      until = at + Math.round(rate * (0.05 + 0.6 * random()));
    }
    before = 0.6 * before + level * (2 * random() - 1);
    samples[at] = before;
  }
  return samples;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wav(samples: Float64Array): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length * 2, 40);
  const body = Buffer.alloc(samples.length * 2);
  for (const [at, value] of samples.entries()) body.writeInt16LE(Math.max(-32_767, Math.min(32_767, Math.round(value * 20_000))), at * 2);
  return Buffer.concat([head, body]);
}
