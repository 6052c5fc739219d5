/** Runs the encoder for a proxy. Answers with what went wrong, or undefined. */
import { open } from "node:fs/promises";
import type { OpenedMedia } from "../ffmpeg/open-media.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import type { ProxyClock } from "./proxy-clock.ts";

/** Longer side of a proxy's picture; larger originals are scaled down for looking. */
const longestSide = 1920;
/** No dates, no names, no versions in the file: same bytes for the same build. */
const exactFile = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"];
const aac = ["-c:a", "aac", "-b:a", "160k"];

export interface VideoEncoding {
  readonly clock: ProxyClock;
  readonly withSound: boolean;
  readonly onFrame: (frame: number) => void;
}

export async function encodeVideo(
  media: OpenedMedia,
  out: string,
  { clock, withSound, onFrame }: VideoEncoding,
): Promise<string | undefined> {
  const { file, video, sound } = media;
  const input = [...safeInput(file.demuxer), "-i", file.path];
  const hasEditLists = file.demuxer === "mov";
  // Frames of the same time, or out of order after damage, are put one unit apart: none is lost.
  const rising = (time: string) => `if(isnan(PREV_OUTPTS),${time},max(${time},PREV_OUTPTS+1))`;
  const pictures = [
    "settb=1/90000",
    `setpts='${rising(`round(PTS+(${clock.pictureShift})/TB)`)}'`,
    `scale='min(iw,trunc(iw*${longestSide}/max(iw,ih)))':'min(ih,trunc(ih*${longestSide}/max(iw,ih)))':flags=bicubic+accurate_rnd+bitexact`,
    "pad=ceil(iw/2)*2:ceil(ih/2)*2",
  ].join(",");
  const withPictures = [
    ...[
      "-map",
      `0:${video?.index ?? 0}`,
      "-vf",
      pictures,
      "-vsync",
      "passthrough",
      "-enc_time_base",
      "1:90000",
      "-video_track_timescale",
      "90000",
    ],
    // No frames out of order and a key frame every half second or so: stepping back decodes little.
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-g", "15", "-pix_fmt", "yuv420p", "-threads", "2"],
  ];
  // The frames that the edit list hides are kept, so pictures come from a reading that ignores it; sound from one that does not.
  const ignoring = hasEditLists ? ["-ignore_editlist", "1"] : [];
  const second = withSound && hasEditLists ? input : [];
  const withSoundArgs =
    withSound && sound !== undefined
      ? [
          ...["-map", `${hasEditLists ? 1 : 0}:${sound.index}`, ...aac],
          ...["-af", `asetpts=PTS+(${clock.soundShift})/TB,aresample=async=1:first_pts=0`, "-ac", String(Math.min(2, sound.channels ?? 2))],
        ]
      : ["-an"];
  const args = [
    ...["-v", "error", "-nostdin", "-y", "-copyts", "-threads", "2", ...ignoring, ...input, ...second],
    ...[...withPictures, ...withSoundArgs, "-sn", "-dn", ...exactFile, "-movflags", "+faststart", "-progress", "pipe:1", "-nostats", out],
  ];
  return run(media, args, out, (said) => {
    const frame = /^frame=\s*(\d+)/m.exec(said)?.[1];
    if (frame !== undefined) onFrame(Number(frame));
  });
}

export async function encodeSound(media: OpenedMedia, out: string, onSec: (sec: number) => void): Promise<string | undefined> {
  const { file, sound } = media;
  const args = [
    ...["-v", "error", "-nostdin", "-y", "-threads", "1", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${sound?.index ?? 0}`],
    ...["-vn", "-sn", "-dn", "-af", "aresample=async=1", ...aac, "-ac", String(Math.min(2, sound?.channels ?? 2)), ...exactFile],
    ...["-movflags", "+faststart", "-progress", "pipe:1", "-nostats", out],
  ];
  return run(media, args, out, (said) => {
    const micros = /^out_time_us=(\d+)/m.exec(said)?.[1];
    if (micros !== undefined) onSec(Number(micros) / 1e6);
  });
}

async function run(
  { file }: OpenedMedia,
  args: readonly string[],
  out: string,
  onSaid: (text: string) => void,
): Promise<string | undefined> {
  const end = await runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput: (chunk) => onSaid(chunk.toString("latin1")) });
  if (end.missing) return "no ffmpeg on this machine";
  // Damage makes the encoder complain and go on; only a file that it did not finish is a failure.
  return end.code === 0 && (await holdsBytes(out)) ? undefined : end.said || `the encoder ended with ${end.signal ?? end.code}`;
}

async function holdsBytes(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch(() => undefined);
  const size = (await handle?.stat())?.size ?? 0;
  await handle?.close();
  return size > 0;
}
