/** What the makers of pictures and peaks need to know before they decode: which streams, how large, how long. */
import type { Made } from "../child-contract.ts";
import { failed, type Making } from "../child-contract.ts";
import { openBytes } from "../probe/byte-reader.ts";
import { headLength, recognise, type Signature } from "../probe/signature.ts";
import { mainVideo, type Video, videoStream } from "../probe/streams.ts";
import { askFfprobe, type MediaFile, type Probed, type ProbedStream } from "./ask-ffprobe.ts";

export interface OpenedMedia {
  readonly file: MediaFile;
  readonly size: number;
  readonly probed: Probed;
  readonly video: ProbedStream | undefined;
  readonly shown: Video | undefined;
  readonly sound: ProbedStream | undefined;
}

/** By the bytes, as the probe decides. */
export async function signatureOf(path: string): Promise<{ signature: Signature | undefined; size: number }> {
  const bytes = await openBytes(path);
  try {
    return { signature: recognise(await bytes.read(0, headLength)), size: bytes.size };
  } finally {
    await bytes.close();
  }
}

export async function openMedia(making: Making): Promise<OpenedMedia | Extract<Made, { state: "failed" }>> {
  const { signature, size } = await signatureOf(making.object);
  if (signature !== undefined && signature.family !== "media")
    return failure("not-media", `${making.analyser}: expected moving pictures or sound; found ${signature.says}`);
  const file: MediaFile = { path: making.object, demuxer: signature?.demuxer, ffmpeg: making.ffmpeg, ffprobe: making.ffprobe };
  const asked = await askFfprobe(file);
  if (asked.state === "failed") {
    if (asked.end.missing) return failure("program-missing", `${making.analyser}: expected ffprobe on this machine; found none`);
    return failure("not-media", `${making.analyser}: expected a media file that can be opened; found: ${asked.end.said}`);
  }
  const { probed } = asked;
  const video = mainVideo(probed.streams);
  const sound = probed.streams.find(({ codec_type }) => codec_type === "audio");
  return { file, size, probed, video, shown: video === undefined ? undefined : videoStream(video, undefined), sound };
}

function failure(code: string, message: string): Extract<Made, { state: "failed" }> {
  return failed(code, message) as Extract<Made, { state: "failed" }>;
}
