/** Decodes the sample's files by ffmpeg, with nothing taken from the generator. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const LARGE = { encoding: "buffer", maxBuffer: 2 ** 30 } as const;

/** All frames in order, turned upright, RGBA, cut to a box of the displayed picture. */
export async function decodeFrames(path: string, box: { x: number; y: number; width: number; height: number }): Promise<Uint8Array[]> {
  const crop = `crop=${box.width}:${box.height}:${box.x}:${box.y}:exact=1,format=rgba`;
  const args = ["-loglevel", "error", "-i", path, "-vf", crop, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"];
  const { stdout } = await run("ffmpeg", args, LARGE);
  const size = box.width * box.height * 4;
  return Array.from({ length: stdout.length / size }, (_, i) => stdout.subarray(i * size, (i + 1) * size));
}

/** One channel at the given rate, -1 to 1; sample 0 belongs to the moment of the first frame, as the timestamps say. */
export async function decodeSound(path: string, sampleRate: number): Promise<Float32Array> {
  const args = ["-loglevel", "error", "-i", path, "-vn", "-f", "f32le", "-ac", "1", "-ar", String(sampleRate), "pipe:1"];
  const { stdout } = await run("ffmpeg", args, LARGE);
  const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
  const late = Math.round(((await firstFrameTime(path, "a:0")) - ((await firstFrameTime(path, "v:0")) || 0)) * sampleRate);
  if (late <= 0) return samples.subarray(-late);
  const moved = new Float32Array(samples.length + late);
  moved.set(samples, late);
  return moved;
}

/** NaN without such a stream. */
async function firstFrameTime(path: string, stream: string): Promise<number> {
  const args = ["-loglevel", "error", "-select_streams", stream, "-read_intervals", "%+#4", "-show_entries", "frame=pts_time"];
  const { stdout } = await run("ffprobe", [...args, "-of", "csv=p=0", path]);
  return parseFloat(stdout);
}

export interface Probe {
  readonly streams: readonly {
    readonly codec_type: string;
    readonly codec_name: string;
    readonly width?: number;
    readonly height?: number;
    readonly side_data_list?: readonly { readonly rotation?: number }[];
  }[];
  readonly format: { readonly tags?: Readonly<Record<string, string>> };
}

export async function probe(path: string): Promise<Probe> {
  const { stdout } = await run("ffprobe", ["-loglevel", "error", "-show_streams", "-show_format", "-of", "json", path]);
  return JSON.parse(stdout) as Probe;
}

/** Presentation times of all frames, seconds, as the demuxer gives them after the edit list. */
export async function frameTimes(path: string): Promise<number[]> {
  const args = ["-loglevel", "error", "-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path];
  const { stdout } = await run("ffprobe", args, { maxBuffer: 2 ** 26 });
  return stdout.split("\n").map(parseFloat).filter(Number.isFinite);
}
