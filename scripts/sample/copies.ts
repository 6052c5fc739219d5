/** Re-uploads of the cameras, each with what was done to it and which seconds of what it holds. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { cameraById, frameTimeS, type Camera } from "./cameras.ts";
import { EACH_FRAME, REPRODUCIBLE, runFfmpeg } from "./ffmpeg.ts";
import type { FrameCodeLayout } from "./frame-code.ts";
import { drawPlate, drawText, fillBox, textWidth, type Rgb } from "./pixel-text.ts";
import { SYNTHETIC_LABEL } from "./event.ts";
import { COMMENT } from "./record.ts";

/** Seconds of a copy that are seconds of a source; both count from the first frame of their file. */
export interface Segment {
  readonly source: string;
  readonly copyFromS: number;
  readonly copyToS: number;
  readonly sourceFromS: number;
  readonly sourceToS: number;
}

export interface PictureSegment extends Segment {
  /** Numbers in the strip are frames of this camera's recording; null when the strip was cut away. */
  readonly frameCode: FrameCodeLayout | null;
  readonly camera: string;
}

export interface Copy {
  readonly file: string;
  /** The files it was made from; a copy of a copy names the copy. */
  readonly madeFrom: readonly string[];
  readonly edits: readonly string[];
  readonly picture: readonly PictureSegment[];
  readonly sound: readonly Segment[];
  readonly width: number;
  readonly height: number;
  /** ffmpeg options between the inputs and the output. */
  readonly options: readonly string[];
  readonly container: "mp4" | "webm";
  /** A picture that `options` lay over the copy, as the last input. */
  readonly stamp?: "logo" | "label";
}

const A = cameraById("A");
const B = cameraById("B");
const C = cameraById("C");

const cropped = (l: FrameCodeLayout, x: number, y: number, width: number, height: number): FrameCodeLayout => ({
  ...l,
  x: l.x - x,
  y: l.y - y,
  width,
  height,
});

const scaled = (l: FrameCodeLayout, width: number, height: number): FrameCodeLayout => ({
  ...l,
  x: (l.x * width) / l.width,
  y: (l.y * height) / l.height,
  cellWidth: (l.cellWidth * width) / l.width,
  cellHeight: (l.cellHeight * height) / l.height,
  width,
  height,
});

const placed = (l: FrameCodeLayout, x: number, y: number, width: number, height: number): FrameCodeLayout =>
  cropped(l, -x, -y, width, height);

const mirrored = (l: FrameCodeLayout): FrameCodeLayout => ({ ...l, mirrored: true });

const span = (source: string, copyFromS: number, copyToS: number, sourceFromS: number, speed = 1): Segment => ({
  source,
  copyFromS,
  copyToS,
  sourceFromS,
  sourceToS: sourceFromS + (copyToS - copyFromS) * speed,
});

const whole = (camera: Camera) => span(camera.file, 0, camera.durationS, 0);

const h264 = (quality: number) => [
  ...["-c:v", "libx264", "-preset", "veryfast", "-crf", String(quality), "-pix_fmt", "yuv420p"],
  ...["-x264-params", "bframes=2:b-adapt=0:keyint=150:scenecut=0"],
];
/** The encoder's clock: without it, ffmpeg rounds irregular frame times to a steady rate. */
const MILLISECONDS = ["-enc_time_base:v", "1:1000", "-video_track_timescale", "16000"];
const aac = (rate: string) => ["-c:a", "aac", "-b:a", rate, "-ac", "1"];

const MIRROR = "copies/b-mirror.mp4";
const SMALL: readonly [number, number] = [426, 240];
const again: readonly [number, number] = [270, 480];
/** On a frame: between two frames, the copy's clock would begin later than the cut. */
const AGAIN_FROM_S = frameTimeS(B, 54);
const AGAIN_FOR_S = 10;
const AGAIN_CUT = `${AGAIN_FROM_S}:${AGAIN_FROM_S + AGAIN_FOR_S}`;

export const COPIES: readonly Copy[] = [
  {
    file: "copies/a-small.mp4",
    madeFrom: [A.file],
    edits: ["scaled to 426x240", "re-encoded at low quality"],
    picture: [{ ...whole(A), camera: "A", frameCode: scaled(A.frameCode, ...SMALL) }],
    sound: [whole(A)],
    width: SMALL[0],
    height: SMALL[1],
    options: ["-vf", "scale=426:240:flags=bicubic", ...h264(31), ...aac("48k")],
    container: "mp4",
  },
  {
    file: "copies/a-cut-logo.mp4",
    madeFrom: [A.file],
    edits: ["cut to seconds 7 to 17", "logo at the top right", "re-encoded"],
    picture: [{ ...span(A.file, 0, 10, 7), camera: "A", frameCode: A.frameCode }],
    sound: [span(A.file, 0, 10, 7)],
    width: A.width,
    height: A.height,
    options: [
      "-filter_complex",
      "[0:v]trim=7:17,setpts=PTS-STARTPTS[v];[v][1:v]overlay=W-w-14:14,format=yuv420p[o];[0:a]atrim=7:17,asetpts=PTS-STARTPTS[s]",
      ...["-map", "[o]", "-map", "[s]", ...h264(27), ...aac("64k")],
    ],
    container: "mp4",
    stamp: "logo",
  },
  {
    file: "copies/a-tight-crop.mp4",
    madeFrom: [A.file],
    edits: ["cropped to the van and the fountain, the strip with the frame code cut away", "brightened", "scaled up", "sound removed"],
    picture: [{ ...whole(A), camera: "A", frameCode: null }],
    sound: [],
    width: 480,
    height: 270,
    options: [
      "-filter_complex",
      "[0:v]crop=320:180:250:140,scale=480:270,eq=brightness=0.05:contrast=1.08[v];[v][1:v]overlay=8:8,format=yuv420p[o]",
      ...["-map", "[o]", ...h264(29)],
    ],
    container: "mp4",
    stamp: "label",
  },
  {
    file: "copies/a-faster.mp4",
    madeFrom: [A.file],
    edits: ["played 1.25 times as fast, picture and sound", "re-encoded"],
    picture: [{ ...span(A.file, 0, A.durationS / 1.25, 0, 1.25), camera: "A", frameCode: A.frameCode }],
    sound: [span(A.file, 0, A.durationS / 1.25, 0, 1.25)],
    width: A.width,
    height: A.height,
    options: ["-vf", "setpts=PTS/1.25", "-af", "atempo=1.25", ...MILLISECONDS, ...h264(30), ...aac("64k")],
    container: "mp4",
  },
  {
    file: MIRROR,
    madeFrom: [B.file],
    edits: ["turned upright", "mirrored left to right", "re-encoded"],
    picture: [{ ...whole(B), camera: "B", frameCode: mirrored(B.frameCode) }],
    sound: [whole(B)],
    width: B.width,
    height: B.height,
    options: ["-vf", "hflip", ...MILLISECONDS, ...h264(28), ...aac("64k")],
    container: "mp4",
  },
  {
    file: "copies/b-crop.mp4",
    madeFrom: [B.file],
    edits: ["cropped at the top and at the right", "re-encoded"],
    picture: [{ ...whole(B), camera: "B", frameCode: cropped(B.frameCode, 0, 160, 352, 480) }],
    sound: [whole(B)],
    width: 352,
    height: 480,
    options: ["-vf", "crop=352:480:0:160", ...MILLISECONDS, ...h264(28), ...aac("64k")],
    container: "mp4",
  },
  {
    file: "copies/c-other-sound.mp4",
    madeFrom: [C.file, A.file],
    edits: ["re-encoded as H.264", "sound replaced by that of camera A from its beginning, 2.388 s too early for this picture"],
    picture: [{ ...whole(C), camera: "C", frameCode: C.frameCode }],
    sound: [span(A.file, 0, C.durationS, 0)],
    width: C.width,
    height: C.height,
    options: ["-map", "0:v", "-map", "1:a", "-vf", "setpts=PTS-STARTPTS", "-t", String(C.durationS), ...h264(27), ...aac("64k")],
    container: "mp4",
  },
  {
    file: "copies/b-mirror-again.webm",
    madeFrom: [MIRROR],
    edits: [
      "copy of a copy",
      "scaled to 270x480",
      `cut to seconds ${AGAIN_FROM_S} to ${AGAIN_FROM_S + AGAIN_FOR_S}`,
      "re-encoded as VP8 and Opus",
    ],
    picture: [{ ...span(MIRROR, 0, AGAIN_FOR_S, AGAIN_FROM_S), camera: "B", frameCode: mirrored(scaled(B.frameCode, ...again)) }],
    sound: [span(MIRROR, 0, AGAIN_FOR_S, AGAIN_FROM_S)],
    width: again[0],
    height: again[1],
    options: [
      ...["-vf", `trim=${AGAIN_CUT},setpts=PTS-STARTPTS,scale=270:480:flags=bicubic`],
      ...["-af", `atrim=${AGAIN_CUT},asetpts=PTS-STARTPTS`],
      // Not "realtime": there VP8 chooses its effort by the clock, and the bytes change with the load of the machine.
      ...["-enc_time_base:v", "1:1000", "-c:v", "libvpx", "-b:v", "500k", "-crf", "24", "-deadline", "good", "-cpu-used", "4"],
      ...["-auto-alt-ref", "0"],
      ...["-c:a", "libopus", "-b:a", "40k", "-ac", "1"],
    ],
    container: "webm",
  },
  {
    file: "copies/montage.mp4",
    madeFrom: [A.file, B.file],
    edits: ["seconds 2 to 8 of camera A, then 3 to 9 of camera B between black bars", "25 fps throughout", "re-encoded"],
    picture: [
      { ...span(A.file, 0, 6, 2), camera: "A", frameCode: A.frameCode },
      { ...span(B.file, 6, 12, 3), camera: "B", frameCode: placed(scaled(B.frameCode, 202, 360), 219, 0, 640, 360) },
    ],
    sound: [span(A.file, 0, 6, 2), span(B.file, 6, 12, 3)],
    width: A.width,
    height: A.height,
    options: [
      "-filter_complex",
      [
        "[0:v]trim=2:8,setpts=PTS-STARTPTS,settb=1/25,setsar=1[a]",
        "[1:v]fps=25,trim=3:9,setpts=PTS-STARTPTS,scale=202:360:flags=bicubic,pad=640:360:219:0,setsar=1[b]",
        "[0:a]atrim=2:8,asetpts=PTS-STARTPTS[p]",
        "[1:a]atrim=3:9,asetpts=PTS-STARTPTS,aresample=48000[q]",
        "[a][p][b][q]concat=n=2:v=1:a=1[v][s]",
      ].join(";"),
      ...["-map", "[v]", "-map", "[s]", ...h264(27), ...aac("64k")],
    ],
    container: "mp4",
  },
];

export const LOGO_TEXT = "DORVANE LIVE";

/** Writes one copy below `folder`; its sources must be there. `work` holds passing files. */
export async function writeCopy(copy: Copy, folder: string, work: string): Promise<void> {
  const inputs = copy.madeFrom.flatMap((file) => ["-i", join(folder, file)]);
  if (copy.stamp) inputs.push("-i", await writeStamp(copy.stamp, work));
  await runFfmpeg([
    ...inputs,
    ...copy.options,
    ...EACH_FRAME,
    ...REPRODUCIBLE,
    ...["-metadata", `comment=${COMMENT}`],
    ...(copy.container === "mp4" ? ["-movflags", "+faststart"] : []),
    join(folder, copy.file),
  ]);
}

async function writeStamp(stamp: "logo" | "label", work: string): Promise<string> {
  const picture = stamp === "logo" ? logo() : label();
  const { width, height, data } = picture;
  const path = join(work, `${stamp}.png`);
  await writeFile(
    path,
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  );
  return path;
}

const blank = (width: number, height: number): Rgb => ({ width, height, data: new Uint8Array(width * height * 3) });

function logo(): Rgb {
  const picture = blank(textWidth(LOGO_TEXT, 2) + 16, 28);
  fillBox(picture, 0, 0, picture.width, picture.height, [24, 72, 120]);
  fillBox(picture, 0, 24, picture.width, 4, [236, 170, 60]);
  drawText(picture, LOGO_TEXT, 8, 5, 2, [250, 250, 250]);
  return picture;
}

/** For a crop that cut the camera's own label away. */
function label(): Rgb {
  const picture = blank(textWidth(SYNTHETIC_LABEL, 2) + 8, 22);
  drawPlate(picture, SYNTHETIC_LABEL, 0, 0, 2);
  return picture;
}
