/** Three recordings of one invented event by different microphones, and one of another: noise that comes and goes, written as sound files. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const rate = 16_000;

export function makeRecordings(folder: string): { files: string[]; startsS: number[] } {
  const event = noise(60, 11);
  const other = noise(30, 97);
  const startsS = [0, 7.25, 15.5, 0];
  const lengthsS = [40, 35, 30, 25];
  const files = startsS.map((start, number) => {
    const source = number === 3 ? other : event;
    const own = noise(lengthsS[number] as number, 200 + number);
    const from = Math.round(start * rate);
    const file = join(folder, `recording ${number + 1}.wav`);
    // Each microphone hears the event at its own loudness, and a quiet of its own beside it.
    const heard = own.map((quiet, at) => (0.4 + 0.1 * number) * (source[from + at] ?? 0) + 0.05 * quiet);
    writeFileSync(file, wav(heard));
    return file;
  });
  writeFileSync(join(folder, "notes.txt"), "two clocks in one picture\n");
  return { files, startsS };
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
