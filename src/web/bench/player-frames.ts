/**
 * The fallback: a hidden video element is asked to seek to the middle of a frame's time, and the grabbed picture's
 * own timestamp must confirm that it is this frame. Slower than decoding, and it cannot
 * reach frames that the edit list hides.
 */
import { endOfFrame, type FrameClock, frameAtClock, middleOfFrame } from "./frame-clock.ts";
import { type FrameTimes, lastOfTimes } from "./frame-times.ts";
import { type Picture, PictureFault, type PictureSource } from "./picture-source.ts";

/** How a player's media time becomes a frame of the original, and back to the middle of its stay on screen. */
export interface PlayerMapping {
  frameAt(mediaTimeSec: number): number | null;
  /** Null when the player never shows the frame. */
  startOf(frame: number): number | null;
  middleOf(frame: number): number | null;
  /** When the next frame replaces it. */
  endOf(frame: number): number;
}

/** For the original's own bytes. `shiftSec` is the player's time of the first shown frame minus the table's. */
export function mappingOfOriginal(clock: FrameClock, shiftSec = 0): PlayerMapping {
  const plus = (sec: number | null) => (sec === null ? null : sec + shiftSec);
  return {
    // A tenth of a millisecond of grace for players that round media times.
    frameAt: (sec) => frameAtClock(clock, sec - shiftSec + 0.0001),
    startOf: (frame) => plus(clock.table.edited[frame] ?? null),
    middleOf: (frame) => plus(middleOfFrame(clock, frame)),
    endOf: (frame) => endOfFrame(clock, frame) + shiftSec,
  };
}

export function mappingOfProxy(times: FrameTimes, shiftSec = 0): PlayerMapping {
  const startOf = (frame: number) => times.seconds[frame] ?? null;
  const endOf = (frame: number) => {
    const start = startOf(frame) ?? 0;
    return startOf(frame + 1) ?? start + Math.max(0.001, start - (startOf(frame - 1) ?? start - 0.04));
  };
  return {
    frameAt: (sec) => lastOfTimes(times, sec - shiftSec + 0.0001),
    startOf: (frame) => {
      const start = startOf(frame);
      return start === null ? null : start + shiftSec;
    },
    middleOf: (frame) => {
      const start = startOf(frame);
      return start === null ? null : (start + endOf(frame)) / 2 + shiftSec;
    },
    endOf: (frame) => endOf(frame) + shiftSec,
  };
}

/** A seek lands on the frame or not; a nudge after that makes the player present it anew. */
const TRIES = 4;

/**
 * Uses a video element that has its data; the element is the caller's, and is left paused. Number and picture come
 * from one grabbed frame, because a media time told by callback may run ahead of what drawing the element gives
 * (measured: 11 of 60 seeks in a variable-rate clip).
 */
export function playerFrames(video: HTMLVideoElement, mapping: PlayerMapping): PictureSource {
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let held: VideoFrame | null = null;
  const seek = async (frame: number): Promise<Picture> => {
    const middle = mapping.middleOf(frame);
    if (middle === null) throw new PictureFault(`frame ${frame} is hidden by the edit list; this browser's player cannot reach it`);
    let found: number | null = null;
    for (let attempt = 0; attempt < TRIES && !closed; attempt++) {
      await seeked(video, middle + (attempt % 2 === 0 ? 0 : 0.0005));
      for (let wait = 0; wait < 6 && !closed; wait++) {
        held?.close();
        held = new VideoFrame(video);
        found = mapping.frameAt(held.timestamp / 1e6);
        if (found === frame) return pictureOf(held, video, frame);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }
    throw new PictureFault(`expected the player to show frame ${frame}, found ${found ?? "a picture without a number"}`);
  };
  return {
    way: "player",
    drawable: 1,
    width: video.videoWidth,
    height: video.videoHeight,
    picture(frame) {
      const next = turn.then(() => seek(frame));
      turn = next.catch(() => undefined);
      return next;
    },
    close() {
      closed = true;
      void turn.then(() => held?.close());
    },
  };
}

/** What the element shows now, with the number of that very picture; null when it is not in the table. The caller closes it. */
export function grabShown(
  video: HTMLVideoElement,
  mapping: PlayerMapping,
): { readonly grabbed: VideoFrame; readonly frame: number | null } {
  const grabbed = new VideoFrame(video);
  return { grabbed, frame: mapping.frameAt(grabbed.timestamp / 1e6) };
}

function pictureOf(grabbed: VideoFrame, video: HTMLVideoElement, frame: number): Picture {
  return {
    frame,
    width: video.videoWidth,
    height: video.videoHeight,
    draw: (context, width, height) => context.drawImage(grabbed, 0, 0, width, height),
  };
}

function seeked(video: HTMLVideoElement, sec: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      video.removeEventListener("seeked", finish);
      resolve();
    };
    const timer = setTimeout(finish, 2000);
    video.addEventListener("seeked", finish);
    video.currentTime = Math.max(0, sec);
  });
}
