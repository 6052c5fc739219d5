/**
 * Tiny clips for the stepping tests: every picture carries its number as a frame code, so that what is on
 * screen can be compared with what the bench says. Made by ffmpeg from raw pictures drawn here.
 */
import { execFile, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FrameTable } from "../../src/core/analysis/probe-result.ts";
import { FRAME_CODE_CELLS, frameCodeCells } from "../../scripts/sample/frame-code.ts";

const run = promisify(execFile);

export interface SteppingClip {
  readonly name: string;
  readonly file: string;
  readonly table: FrameTable;
  /** Present where the browser cannot decode the original. */
  readonly proxy?: { readonly file: string; readonly timeSec: readonly number[] };
  readonly layout: { x: number; y: number; cellWidth: number; cellHeight: number; width: number; height: number };
  readonly rotationDeg: number;
  readonly codec: string;
  /** Frame code of the clip's frame 0. */
  readonly firstCode: number;
}

const FRAMES = 180;
const LANDSCAPE = { width: 320, height: 240 };
const PORTRAIT = { width: 240, height: 320 };

/** Makes all clips; about ten seconds on two cores. */
export async function makeSteppingClips(folder: string): Promise<SteppingClip[]> {
  await mkdir(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const x264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "3", "-g", "48", "-pix_fmt", "yuv420p"];
  const tone = ["-f", "lavfi", "-t", "8", "-i", "sine=frequency=440:sample_rate=48000"];

  await encode(LANDSCAPE, [...tone], [...x264, "-c:a", "aac", "-shortest"], path("b-frames.mp4"));
  const uneven = "settb=1/1000,setpts='(N*40+mod(N*N*7,31)+floor(N/50)*333)'";
  await encode(
    LANDSCAPE,
    [],
    ["-vf", uneven, "-vsync", "passthrough", "-enc_time_base", "1:1000", ...x264, "-video_track_timescale", "90000"],
    path("variable-rate.mp4"),
  );
  await encode(PORTRAIT, [], ["-vf", "transpose=cclock", ...x264], path("turned.mp4"));
  await ffmpeg(["-i", path("turned.mp4"), "-c", "copy", "-metadata:s:v:0", "rotate=270", path("rotated.mp4")]);
  await ffmpeg(["-ss", "2.6", "-i", path("b-frames.mp4"), "-c", "copy", path("edit-list.mp4")]);
  await ffmpeg(["-i", path("variable-rate.mp4"), "-c", "copy", "-output_ts_offset", "5", path("late-start.mp4")]);
  await encode(
    LANDSCAPE,
    [...tone],
    [
      "-c:v",
      "libvpx-vp9",
      "-deadline",
      "realtime",
      "-cpu-used",
      "8",
      "-g",
      "60",
      "-c:a",
      "libopus",
      "-output_ts_offset",
      "3.25",
      "-shortest",
    ],
    path("late-start.webm"),
  );
  await encode(
    LANDSCAPE,
    [],
    [
      "-c:v",
      "libx265",
      "-preset",
      "ultrafast",
      "-x265-params",
      "log-level=error:bframes=3:keyint=60",
      "-tag:v",
      "hvc1",
      "-vf",
      uneven,
      "-vsync",
      "passthrough",
      "-enc_time_base",
      "1:1000",
      "-video_track_timescale",
      "90000",
    ],
    path("hevc.mp4"),
  );
  await ffmpeg(["-i", path("hevc.mp4"), ...x264, "-vsync", "passthrough", "-enc_time_base", "1:1000", path("hevc-proxy.mp4")]);

  const clip = async (file: string, codec: string, size = LANDSCAPE, rotationDeg = 0, firstCode = 0): Promise<SteppingClip> => ({
    name: file,
    file: path(file),
    table: await tableOf(path(file)),
    layout: layoutOf(size),
    rotationDeg,
    codec,
    firstCode,
  });
  const hevc = await clip("hevc.mp4", "hevc");
  const proxyTable = await tableOf(path("hevc-proxy.mp4"));
  return [
    await clip("b-frames.mp4", "h264"),
    await clip("variable-rate.mp4", "h264"),
    await clip("rotated.mp4", "h264", PORTRAIT, 90),
    await clip("edit-list.mp4", "h264", LANDSCAPE, 0, 48),
    await clip("late-start.mp4", "h264"),
    await clip("late-start.webm", "vp9"),
    { ...hevc, proxy: { file: path("hevc-proxy.mp4"), timeSec: proxyTable.edited.map((sec) => sec ?? Number.NaN) } },
  ];
}

function layoutOf(size: { width: number; height: number }) {
  return { x: 0, y: 0, cellWidth: Math.floor(size.width / FRAME_CODE_CELLS), cellHeight: 16, ...size };
}

/** One grey picture: the code on top, a bar that moves one step a frame, a noisy ground so that coders have work. */
function drawPicture(size: { width: number; height: number }, index: number): Buffer {
  const picture = Buffer.alloc(size.width * size.height);
  const layout = layoutOf(size);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const bar = Math.abs(((x - index * 3) % size.width) + (x < (index * 3) % size.width ? size.width : 0)) < 24;
      picture[y * size.width + x] = bar ? 200 : 90 + ((x * 7 + y * 13 + ((x * y) % 11)) % 40);
    }
  }
  frameCodeCells(index).forEach((cell, at) => {
    for (let y = 0; y < layout.cellHeight; y++) {
      picture.fill(cell === 1 ? 235 : 16, y * size.width + at * layout.cellWidth, y * size.width + (at + 1) * layout.cellWidth);
    }
  });
  return picture;
}

async function encode(size: { width: number; height: number }, inputs: string[], options: string[], out: string): Promise<void> {
  const raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${size.width}x${size.height}`, "-r", "25", "-i", "pipe:0"];
  const child = spawn("ffmpeg", ["-v", "error", "-y", ...raw, ...inputs, ...options, out], { stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (bytes: Buffer) => (complaint += bytes.toString()));
  child.stdin.on("error", (error) => (complaint += String(error)));
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  for (let index = 0; index < FRAMES; index++) {
    if (!child.stdin.write(drawPicture(size, index))) await new Promise((resolve) => child.stdin.once("drain", resolve));
  }
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`ffmpeg could not make ${out}: ${complaint}`);
}

async function ffmpeg(options: string[]): Promise<void> {
  await run("ffmpeg", ["-v", "error", "-y", ...options]);
}

interface Packet {
  readonly pts: number;
  readonly pts_time: string;
  readonly pos: string;
  readonly flags: string;
}

/** The frame table by ffprobe: stored times without the edit list, and a player's times with it. */
export async function tableOf(file: string): Promise<FrameTable> {
  const stored = await probe(file, ["-ignore_editlist", "1"]);
  const edited = new Map<string, number | null>();
  for (const packet of (await probe(file, [])).packets) edited.set(packet.pos, packet.flags.includes("D") ? null : Number(packet.pts_time));
  const packets = [...stored.packets].sort((a, b) => a.pts - b.pts);
  const [num, den] = stored.timeBase.split("/").map(Number) as [number, number];
  return {
    timeBase: { num, den },
    pts: packets.map((packet) => packet.pts),
    keyFrames: packets.flatMap((packet, at) => (packet.flags.includes("K") ? [at] : [])),
    edited: packets.map((packet) => edited.get(packet.pos) ?? null),
  };
}

async function probe(file: string, options: string[]): Promise<{ packets: Packet[]; timeBase: string }> {
  const isMp4 = /\.(mp4|mov)$/.test(file);
  const { stdout } = await run(
    "ffprobe",
    [
      "-v",
      "error",
      ...(isMp4 ? options : []),
      "-select_streams",
      "v:0",
      "-show_entries",
      "packet=pts,pts_time,pos,flags:stream=time_base",
      "-of",
      "json",
      file,
    ],
    { maxBuffer: 1 << 26 },
  );
  const answer = JSON.parse(stdout) as { packets: Packet[]; streams: [{ time_base: string }] };
  return { packets: answer.packets, timeBase: answer.streams[0].time_base };
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value));
}
