/**
 * `witnessmark hash` on every frame of a 1080p clip, beside decoding it to nothing and, where WITNESSMARK_VPDQ names the
 * reference's program, beside that. All pinned to one processor, and again on two: nobody gains by starting more threads.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { findProgram } from "../../testing/needs.ts";
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure, timeFigure } from "../figure.ts";
import { inTurns, median, type Took, timeShell } from "../measure.ts";

const main = join(import.meta.dirname, "../../../src/main.ts");
const sizes = ["native", "512", "64"] as const;
const rate = 30;

export async function hashSpeed({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  if (findProgram("taskset") === undefined) return [figure("hash", "-", Number.NaN, "-", undefined, "needs taskset (util-linux)")];
  const seconds = quick ? 10 : 60;
  const rounds = quick ? 1 : 3;
  const clip = makeClip(folder, seconds);
  const frames = seconds * rate;
  const vpdq = process.env["WITNESSMARK_VPDQ"];
  const figures: Figure[] = [];
  for (const cpus of ["1", "0,1"]) {
    const threads = cpus.split(",").length;
    const on = (line: string) => () => timeShell(`taskset -c ${cpus} ${line} >hash-speed.out`, folder);
    const decode = on(`ffmpeg -v error -nostdin -threads ${threads} -i ${clip} -map 0:v -f null -`);
    for (const size of sizes) {
      const ours = on(`${process.execPath} --disable-warning=ExperimentalWarning ${main} hash ${clip} --size ${size} --json`);
      say(`hash at ${size} on ${threads} processors`);
      const taken = await inTurns(rounds, ours, decode);
      const name = `hash every frame, ${size}, ${threads === 1 ? "one processor" : "two processors"}`;
      const note = `${fps(taken.ours, frames)} against ${fps(taken.theirs, frames)} frames a second`;
      figures.push(timeFigure({ name, beside: `ffmpeg decoding to nothing on ${threads}`, rounds: taken, speed: true, note }));
      if (vpdq === undefined || vpdq === "") continue;
      const scale = size === "native" ? "" : `-s ${size}`;
      const theirs = on(`${vpdq} -i ${clip} -o ${join(folder, "vpdq.txt")} -r 0 ${scale} -t ${threads}`);
      const peer = await inTurns(rounds, ours, theirs);
      figures.push(
        timeFigure({
          ...{ name, beside: `vpdq-hash-video ${scale} -t ${threads}`, rounds: peer, speed: true },
          // At other sizes the reference itself comes near to the speed of decoding.
          ...(size === "native" ? { target: { atLeast: 3 } } : {}),
          note: `${fps(peer.ours, frames)} against ${fps(peer.theirs, frames)} frames a second`,
        }),
      );
    }
  }
  return figures;
}

function fps(taken: readonly Took[], frames: number): string {
  return (frames / median(taken.map(({ wallS }) => wallS))).toFixed(1);
}

/** Shapes, noise and something that moves, at 6 Mbit/s: as costly to decode as what telephones record. */
function makeClip(folder: string, seconds: number): string {
  const clip = join(folder, "hash-speed.mp4");
  const sources = [
    ...["-f", "lavfi", "-i", `testsrc2=size=1920x1080:rate=${rate},noise=alls=12:allf=t`],
    ...["-f", "lavfi", "-i", `mandelbrot=size=640x360:rate=${rate}`],
  ];
  const shape = ["-filter_complex", "[0][1]overlay=x='100+20*t':y=200:shortest=1", "-t", String(seconds)];
  const code = ["-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-b:v", "6M", "-pix_fmt", "yuv420p"];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...sources, ...shape, ...code, clip]);
  return clip;
}
