/** A clip of four seconds that is cut in the middle, with two sudden sounds, and another of the same scene. Synthetic. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Where the picture is cut, and where the sudden sounds begin, seconds. */
export const cutS = 2;
export const clicksS = [1, 3] as const;

export function makeSubjectClips(folder: string): void {
  const click = clicksS.map((at) => `between(t,${at},${at + 0.03})`).join("+");
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", `testsrc2=size=160x120:rate=10:duration=${cutS}`],
    ...["-f", "lavfi", "-i", `mandelbrot=size=160x120:rate=10:maxiter=60`],
    ...["-f", "lavfi", "-i", `aevalsrc='0.9*(${click})*sin(2*PI*900*t)+0.002*sin(2*PI*70*t)':d=${2 * cutS}:s=48000`],
    ...["-filter_complex", `[1:v]trim=duration=${cutS},setpts=PTS-STARTPTS[b];[0:v][b]concat=n=2:v=1[v]`, "-map", "[v]", "-map", "2:a"],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", join(folder, "a-clip.mp4")],
  ]);
  execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=2,hflip", "-c:v", "libx264", "-preset", "ultrafast"],
    ...["-pix_fmt", "yuv420p", join(folder, "b-clip.mp4")],
  ]);
}
