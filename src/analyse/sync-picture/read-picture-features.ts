/** Reads the curves of a video's main picture stream: every frame in one pass of the decoder, small, at its own time. */
import { failed, type Made, type Making } from "../child-contract.ts";
import { seconds } from "../ffmpeg/ask-ffprobe.ts";
import { lumaGain } from "../ffmpeg/luma-range.ts";
import { openMedia, signatureOf } from "../ffmpeg/open-media.ts";
import type { ProgramEnd } from "../ffmpeg/run-program.ts";
import { timedPictures, type Moment } from "../ffmpeg/timed-pictures.ts";
import { createFrameCurves, curveSize } from "./frame-curves.ts";
import type { PictureFeatures } from "./picture-features.ts";

/** Five hours at 60 pictures a second: 22 MB of curves. What comes after is not read. */
const mostFrames = 1_080_000;

export async function readPictureFeatures(making: Making): Promise<PictureFeatures | Extract<Made, { state: "failed" }>> {
  const { signature } = await signatureOf(making.object);
  if (signature?.family === "picture") return failure("no-stream", `${making.analyser}: expected moving pictures; found ${signature.says}`);
  const media = await openMedia(making);
  if ("state" in media) return media;
  const { file, video, probed } = media;
  if (video === undefined) return failure("no-stream", `${making.analyser}: expected moving pictures; found none`);
  const gain = lumaGain(video);
  const curves = createFrameCurves((luma) => (gain === 1 ? luma : Math.min(255, Math.max(0, (luma - 16) * gain))));
  const lengthSec = seconds(probed.format.duration) ?? 0;
  const pairs = pairUp((luma, { atSec }) => {
    if (taken >= mostFrames) return;
    taken += 1;
    curves.add(luma, atSec === "unknown" ? Number.NaN : atSec);
    const done = lengthSec > 0 && atSec !== "unknown" ? Math.min(1, Math.max(0, atSec / lengthSec)) : 0;
    if (done - told < 0.02) return;
    told = done;
    making.onProgress(done);
  });
  let taken = 0;
  let told = 0;
  const { end } = await timedPictures(file, video, {
    ...{ size: curveSize, everySec: undefined, asStored: true, threads: 1 },
    onPicture: pairs.picture,
    onMoment: pairs.moment,
  });
  if (end.missing) return failure("program-missing", `${making.analyser}: expected ffmpeg on this machine; found none`);
  const features = curves.end(notRead(end, taken));
  if (features.timeSec.length > 0) return features;
  return failure("crashed", `${making.analyser}: expected pictures that can be decoded; found: ${end.said || "none"}`);
}

/** The n-th picture and the n-th note belong together; either may come first. */
function pairUp(use: (luma: Uint8Array, moment: Moment) => void): {
  readonly picture: (luma: Uint8Array) => void;
  readonly moment: (moment: Moment) => void;
} {
  const pictures: Uint8Array[] = [];
  const moments: Moment[] = [];
  return {
    picture(luma) {
      const moment = moments.shift();
      if (moment === undefined) pictures.push(luma.slice());
      else use(luma, moment);
    },
    moment(moment) {
      const luma = pictures.shift();
      if (luma === undefined) moments.push(moment);
      else use(luma, moment);
    },
  };
}

function notRead({ code, said }: ProgramEnd, taken: number): string {
  if (taken >= mostFrames) return `Pictures after the first ${mostFrames} were not read.`;
  if (code !== 0) return `The decoder stopped before the end of the file${said === "" ? "" : `: ${said}`}.`;
  // Two frames of an uneven rate that fall on one tick of its list of pictures are both written: no fault of the file.
  return said === "" || said.includes("to muxer") ? "" : `The file is damaged in places: ${said}.`;
}

function failure(code: string, message: string): Extract<Made, { state: "failed" }> {
  return failed(code, message) as Extract<Made, { state: "failed" }>;
}
