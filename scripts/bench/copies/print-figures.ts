/**
 * How fast prints of every frame are made, beside ffmpeg decoding the same 1080p clip to nothing; both pinned to the same
 * processors, in turns. From the start of the process to the written file: decoding, hashes, bars, landmarks and packing.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../../testing/needs.ts";
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure, timeFigure } from "../figure.ts";
import { inTurns, median, timeShell } from "../measure.ts";
import { hashSpeed } from "./hash-speed.ts";

const RATE = 30;
const TARGETS = { 1: 0.85, 2: 0.8 } as const;

export async function printFigures(place: BenchPlace): Promise<Figure[]> {
  return [...(await printSpeed(place)), ...(await hashSpeed(place))];
}

async function printSpeed({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  if (findProgram("taskset") === undefined) return [figure("prints", "-", Number.NaN, "-", undefined, "needs taskset (util-linux)")];
  const seconds = quick ? 10 : 60;
  const clip = makeClip(folder, seconds);
  const out = join(folder, "prints");
  mkdirSync(out);
  const node = `${process.execPath} --disable-warning=ExperimentalWarning ${join(import.meta.dirname, "print-child.ts")}`;
  const figures: Figure[] = [];
  for (const threads of [1, 2] as const) {
    const on = (line: string) => () => timeShell(`taskset -c ${threads === 1 ? "1" : "0,1"} ${line}`, folder);
    say(`prints on ${threads} processors`);
    const rounds = await inTurns(
      quick ? 1 : 5,
      on(`${node} ${clip} ${out} ${threads}`),
      on(`ffmpeg -v error -nostdin -threads ${threads} -i ${clip} -map 0:v -f null -`),
    );
    const fps = (of: typeof rounds.ours) => ((seconds * RATE) / median(of.map(({ wallS }) => wallS))).toFixed(0);
    figures.push(
      timeFigure({
        name: `prints of every frame, ${threads === 1 ? "one processor" : "two processors"}`,
        beside: `ffmpeg decoding to nothing on ${threads}`,
        ...{ rounds, speed: true, target: { atLeast: TARGETS[threads] } },
        note: `${fps(rounds.ours)} against ${fps(rounds.theirs)} frames a second`,
      }),
    );
  }
  return figures;
}

/** A test pattern with noise and a moving fractal, 6 Mbit/s, High profile. */
function makeClip(folder: string, seconds: number): string {
  const clip = join(folder, "prints-1080p.mp4");
  const sources = [
    ...["-f", "lavfi", "-i", `testsrc2=size=1920x1080:rate=${RATE},noise=alls=12:allf=t`],
    ...["-f", "lavfi", "-i", `mandelbrot=size=640x360:rate=${RATE}`],
  ];
  const shape = ["-filter_complex", "[0][1]overlay=x='100+20*t':y=200:shortest=1", "-t", String(seconds)];
  const code = ["-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-b:v", "6M", "-pix_fmt", "yuv420p"];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...sources, ...shape, ...code, clip]);
  return clip;
}
