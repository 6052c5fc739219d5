/** Writes the clips: H.264 and AAC without B-frames, so that the first frame stands at 0 s; made under another name, then renamed. */
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runFfmpeg, runFfprobe } from "../../sample/ffmpeg.ts";
import { framesOf, secondsOf, type Scene } from "./scene.ts";
import { soundOf } from "./sounds.ts";

export interface Probed {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
}

const video = (crf: number, preset = "veryfast") => [
  "-c:v",
  "libx264",
  "-preset",
  preset,
  "-crf",
  String(crf),
  "-bf",
  "0",
  "-pix_fmt",
  "yuv420p",
];
const sound = ["-c:a", "aac", "-b:a", "64k", "-ac", "1", "-ar", "22050"];
const container = ["-threads", "1", "-map_metadata", "-1", "-movflags", "+faststart", "-video_track_timescale", "90000"];

/** Runs ffmpeg into `target` unless it is there; nothing half-written is ever found under that name. */
export async function encodeOnce(target: string, args: (part: string) => readonly string[], input?: Iterable<Uint8Array>): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  const part = target.replace(/\.mp4$/, `.part-${process.pid}.mp4`);
  try {
    await runFfmpeg(args(part), input === undefined ? {} : { input });
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

export async function encodeScene(scene: Scene, target: string, work: string, crf = 20): Promise<void> {
  if (existsSync(target)) return;
  const wav = await writeSound(scene.name, secondsOf(scene), work);
  await encodeOnce(
    target,
    (part) => [
      ...[
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-video_size",
        `${scene.width}x${scene.height}`,
        "-framerate",
        String(scene.fps),
        "-i",
        "-",
      ],
      ...["-i", wav, "-map", "0:v", "-map", "1:a", ...video(crf), ...sound, ...container, part],
    ],
    framesOf(scene),
  );
}

export interface Piece {
  readonly path: string;
  readonly fromSec: number;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** A piece of foreign footage at a modest size; sound of our own where `name` says there is none. */
export async function encodePiece(name: string, piece: Piece, target: string, work: string): Promise<void> {
  if (existsSync(target)) return;
  const audio = (await runFfprobe(["-select_streams", "a", "-show_entries", "stream=codec_name", "-of", "csv=p=0", piece.path]))
    .toString()
    .trim();
  const wav = await writeSound(name, piece.seconds, work);
  const cut = `${piece.fromSec}:${piece.fromSec + piece.seconds}`;
  const picture = `[0:v]trim=${cut},setpts=PTS-STARTPTS,fps=${piece.fps},scale=${piece.width}:${piece.height}:flags=area,setsar=1[v]`;
  const heard = audio === "" ? "[1:a]anull[a]" : `[0:a]atrim=${cut},asetpts=PTS-STARTPTS[a]`;
  await encodeOnce(target, (part) => [
    ...["-i", piece.path, "-i", wav, "-filter_complex", `${picture};${heard}`, "-map", "[v]", "-map", "[a]"],
    ...[...video(20), ...sound, ...container, part],
  ]);
}

export async function encodeEdit(inputs: readonly string[], graph: string, crf: number, target: string): Promise<void> {
  await encodeOnce(target, (part) => [
    ...[...inputs, "-filter_complex", graph, "-map", "[v]", "-map", "[a]", ...video(crf, "superfast"), ...sound, ...container, part],
  ]);
}

async function writeSound(name: string, seconds: number, work: string): Promise<string> {
  const path = join(work, `${name}.wav`);
  await writeFile(path, soundOf(name, seconds));
  return path;
}

/** Throws when the first frame is not at 0: the truth counts from there. */
export async function probeClip(path: string): Promise<Probed> {
  const entries = "stream=width,height,avg_frame_rate,nb_frames,start_time";
  const text = (await runFfprobe(["-select_streams", "v:0", "-show_entries", entries, "-of", "json", path])).toString();
  const [stream] = (JSON.parse(text) as { streams: Record<string, string | number>[] }).streams;
  const [over = NaN, under = NaN] = String(stream?.["avg_frame_rate"]).split("/").map(Number);
  const fps = over / under;
  if (Number(stream?.["start_time"]) !== 0) throw new Error(`${path}: expected the first frame at 0 s; found ${stream?.["start_time"]}`);
  return { width: Number(stream?.["width"]), height: Number(stream?.["height"]), fps, seconds: Number(stream?.["nb_frames"]) / fps };
}
