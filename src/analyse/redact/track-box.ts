/** Inside the child: follows a box forward, or backward in pieces that fit into memory, over small grey frames. */
import type { BoxKey, ShareBox } from "../../core/redaction/redaction.ts";
import type { Tracked } from "../../core/redaction/tracker.port.ts";
import type { OpenedMedia } from "../ffmpeg/open-media.ts";
import { decodeFrames } from "./decode-frames.ts";
import { fewestKeys } from "./fewest-keys.ts";
import { followPatch, type PatchFollower } from "./follow-patch.ts";
import type { GreyPicture, PatchPlace } from "./grey-patch.ts";
import { lastAtOrBelowIn } from "./last-at-or-below.ts";
import { type OpenedVideo, openVideo, seekBefore } from "./opened-video.ts";
import { RefusedRender } from "./redact-contract.ts";

/** Longer side of the grey frames. */
const longest = 640;
/** Frames that are held at once going backward: under 150 MB. */
const pieceFrames = 600;
/** Frames in one go; also what a mark can hold. */
const mostFrames = 4500;

export interface TrackAsked {
  readonly atS: number;
  readonly untilS: number;
  readonly box: ShareBox;
  readonly onProgress: (done: number) => void;
}

type Frame = GreyPicture & { readonly atS: number };

/** Throws RefusedRender. */
export async function trackBox(media: OpenedMedia, asked: TrackAsked): Promise<Tracked> {
  const video = await openVideo(media);
  if (video === undefined) throw new RefusedRender("expected moving pictures that players show; found none");
  const { times } = video;
  const start = Math.max(0, lastAtOrBelowIn(times, asked.atS + 0.0005));
  const until = Math.max(0, lastAtOrBelowIn(times, asked.untilS + 0.0005));
  if (Math.abs(until - start) + 1 > mostFrames)
    throw new RefusedRender(`expected at most ${mostFrames} frames to follow it over; found ${Math.abs(until - start) + 1}`);
  const run = createRun(asked, Math.abs(until - start));
  if (until >= start) await eachFrame(video, start, until, (frame) => run.take(frame));
  else
    for (let to = start; to > until || to === start; to -= pieceFrames) {
      const piece: Frame[] = [];
      const from = Math.max(until, to - pieceFrames + 1);
      await eachFrame(video, from, to, (frame) => piece.push({ ...frame, luma: frame.luma.slice() }) > 0);
      if (!piece.toReversed().every((frame) => run.take(frame)) || from === until) break;
    }
  return run.end();
}

function createRun({ box, onProgress }: TrackAsked, wanted: number): { take(frame: Frame): boolean; end(): Tracked } {
  const keys: BoxKey[] = [];
  let follower: PatchFollower | undefined;
  let lost: Tracked["lost"] = null;
  return {
    take(frame) {
      const { atS, width, height } = frame;
      if (keys.length === 0) {
        follower = followPatch(frame, placeOf(box, frame));
        keys.push({ atS, box, by: "tracker" });
        return true;
      }
      const next = follower === undefined ? ({ lost: "flat" } as const) : follower.next(frame);
      if ("lost" in next) lost = { atS, why: next.lost };
      else keys.push({ atS, box: boxOf(next.place, { width, height }), by: "tracker" });
      if (keys.length % 10 === 0) onProgress(Math.min(1, keys.length / Math.max(1, wanted)));
      return lost === null;
    },
    end() {
      if (keys.length === 0) throw new RefusedRender("expected the frame that the box was drawn on; the decoder gave none");
      const rising = keys.toSorted((a, b) => a.atS - b.atS);
      return { keys: fewestKeys(rising), frames: keys.length, lost };
    },
  };
}

/** Frames `from` to `to` of those that players show, in order, until `use` says no. The bytes are overwritten by the next but one. */
async function eachFrame(video: OpenedVideo, from: number, to: number, use: (frame: Frame) => boolean): Promise<void> {
  const { file, stream, size, times } = video;
  const shrink = Math.min(1, longest / Math.max(size.width, size.height));
  const [width, height] = [Math.max(2, Math.round(size.width * shrink)), Math.max(2, Math.round(size.height * shrink))];
  const [fromS, toS] = [times[from] as number, times[to] as number];
  const end = await decodeFrames(file, stream, {
    frameBytes: width * height,
    shape: `scale=${width}:${height}:flags=area,format=gray`,
    pixels: "gray",
    seekS: seekBefore(video, fromS),
    onFrame(luma, atS) {
      if (atS === "unknown" || atS < fromS - 0.0005) return true;
      return atS <= toS + 0.0005 && use({ luma, width, height, atS });
    },
  });
  if (end.missing) throw new RefusedRender("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
}

function placeOf({ x, y, w, h }: ShareBox, { width, height }: GreyPicture): PatchPlace {
  return { x: (x + w / 2) * width, y: (y + h / 2) * height, w: w * width, h: h * height };
}

function boxOf({ x, y, w, h }: PatchPlace, { width, height }: { width: number; height: number }): ShareBox {
  const within = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 1e6) / 1e6));
  const [left, top] = [within((x - w / 2) / width), within((y - h / 2) / height)];
  const [right, bottom] = [within((x + w / 2) / width), within((y + h / 2) / height)];
  return { x: left, y: top, w: within(right - left), h: within(bottom - top) };
}
