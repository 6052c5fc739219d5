/** Clips for the redaction tests: short, noisy enough that a lazy encoder shows, and full of what must not come along. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const ffmpeg = (args: readonly string[]) => void execFileSync("ffmpeg", ["-v", "error", "-y", ...args]);

/** Moving bars, a flash and grain; two sounds, subtitles, chapters, names everywhere. */
export function makeLoadedClip(folder: string): string {
  const path = join(folder, "loaded.mkv");
  writeFileSync(join(folder, "words.srt"), "1\n00:00:00,000 --> 00:00:02,000\nsecret-subtitle\n");
  writeFileSync(
    join(folder, "chapters.txt"),
    ";FFMETADATA1\ntitle=secret-title\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=secret-chapter\n",
  );
  const flash = "testsrc2=s=192x144:r=25:d=3,noise=alls=6:allf=t,drawbox=w=192:h=144:t=fill:c=white:enable='between(t,1.5,1.58)'";
  ffmpeg([
    ...["-f", "lavfi", "-i", flash, "-f", "lavfi", "-i", voice],
    ...["-f", "lavfi", "-i", "sine=300:d=3", "-i", join(folder, "words.srt"), "-i", join(folder, "chapters.txt")],
    ...["-map", "0:v", "-map", "1:a", "-map", "2:a", "-map", "3:s", "-map_metadata", "4", "-map_chapters", "4"],
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-g", "50", "-c:a", "flac", "-ac", "2", "-c:s", "srt"],
    ...["-metadata:s:v:0", "title=secret-stream", "-metadata:s:a:0", "comment=secret-comment", "-t", "3", path],
  ]);
  return path;
}

/** Never the same twice in a row, so that what is left of it would show. */
const voice = "aevalsrc='0.1*sin(2*PI*(220+90*t)*t)+0.05*(random(0)-0.5)':s=44100:d=3";

/** Frames at uneven distances, the longest of a third of a second. */
export function makeUnevenClip(folder: string): string {
  const path = join(folder, "uneven.mp4");
  ffmpeg([
    ...["-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=3", "-vf", "settb=1/1000,setpts='(N*40+mod(N*N*7,31)+floor(N/20)*333)'"],
    ...[
      "-vsync",
      "passthrough",
      "-enc_time_base",
      "1:1000",
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-video_track_timescale",
      "90000",
      path,
    ],
  ]);
  return path;
}

/** Stored lying, with the word that it stands; an odd number of columns as shown. */
export function makeTurnedClip(folder: string): string {
  const stored = join(folder, "lying.mov");
  ffmpeg([
    ...[
      "-f",
      "lavfi",
      "-i",
      "testsrc2=s=176x120:r=25:d=1",
      "-vf",
      "hue=s=0.4,format=yuvj444p,scale=161:120,transpose=cclock",
      "-c:v",
      "mjpeg",
      "-q:v",
      "3",
      "-pix_fmt",
      "yuvj444p",
      stored,
    ],
  ]);
  const path = join(folder, "turned.mov");
  ffmpeg(["-i", stored, "-c", "copy", "-metadata:s:v:0", "rotate=270", path]);
  return path;
}

/** Cut without decoding: the frames before the cut are in the file, and an edit list hides them. */
export function makeCutClip(folder: string): string {
  const whole = join(folder, "whole.mp4");
  ffmpeg([
    ...[
      "-f",
      "lavfi",
      "-i",
      "testsrc2=s=128x96:r=25:d=3",
      "-f",
      "lavfi",
      "-i",
      voice,
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-g",
      "75",
    ],
    ...["-bf", "2", "-c:a", "aac", "-b:a", "128k", "-shortest", whole],
  ]);
  const path = join(folder, "cut.mp4");
  ffmpeg(["-ss", "0.9", "-i", whole, "-c", "copy", path]);
  return path;
}
