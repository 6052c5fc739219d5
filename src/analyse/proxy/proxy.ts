/**
 * A stand-in that every browser plays, for what it cannot play itself: H.264 and AAC. Every frame of the original is kept
 * once, at its own distance from its neighbours, so that frame n of the original is found by its time in the proxy.
 */
import { join } from "node:path";
import { failed, type Made, type Making } from "../child-contract.ts";
import { readFrames } from "../ffmpeg/frame-table.ts";
import { type OpenedMedia, openMedia } from "../ffmpeg/open-media.ts";
import { audioStream } from "../probe/streams.ts";
import { encodeSound, encodeVideo } from "./encode.ts";
import { matchFrames } from "./match-frames.ts";
import { proxyClock } from "./proxy-clock.ts";

export async function proxy(making: Making): Promise<Made> {
  const media = await openMedia(making);
  if ("state" in media) return media;
  if (media.video !== undefined) return videoProxy(making, media, media.video);
  if (media.sound === undefined) return failed("no-stream", "proxy: expected a picture or sound stream; found none");
  const out = join(making.folder, "proxy.m4a");
  const lengthSec = Number(media.probed.format.duration ?? 0);
  const said = await encodeSound(media, out, (sec) => making.onProgress(sec / Math.max(1, lengthSec)));
  if (said !== undefined) return failed("crashed", `proxy: expected sound that can be decoded; found: ${said}`);
  return { state: "done", result: { timeSec: [] }, files: [{ name: "proxy.m4a", mediaType: "audio/mp4" }] };
}

async function videoProxy(making: Making, media: OpenedMedia, video: NonNullable<OpenedMedia["video"]>): Promise<Made> {
  const frames = await readFrames(media.file, video, { size: media.size, onProgress: (done) => making.onProgress(done * 0.05) });
  const { table } = frames;
  if (table.pts.length === 0) return failed("no-stream", "proxy: expected frames; found none");
  const span = media.sound === undefined ? undefined : frames.spans.get(media.sound.index);
  const soundStart = media.sound === undefined || span === undefined ? undefined : audioStream(media.sound, span).startSec;
  const clock = proxyClock(table, typeof soundStart === "number" ? soundStart : undefined);

  const out = join(making.folder, "proxy.mp4");
  const onFrame = (frame: number) => making.onProgress(0.05 + (0.9 * frame) / table.pts.length);
  let said = await encodeVideo(media, out, { clock, withSound: media.sound !== undefined, onFrame });
  // Sound that no decoder takes must not cost the pictures.
  if (said !== undefined && media.sound !== undefined) said = await encodeVideo(media, out, { clock, withSound: false, onFrame });
  if (said !== undefined) return failed("crashed", `proxy: expected frames that can be decoded; found: ${said}`);

  const timeSec = await matchFrames({ ...media.file, path: out, demuxer: "mov" }, clock);
  if (timeSec === undefined) return failed("crashed", "proxy: expected frames that can be decoded; found none");
  return { state: "done", result: { timeSec }, files: [{ name: "proxy.mp4", mediaType: "video/mp4" }] };
}
