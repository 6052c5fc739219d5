/** One clip on the wall: its clock joins the wall's as soon as it is known, its pictures as soon as a person reveals them. */
import { useEffect, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { type FrameClock, secondsOfPts } from "../bench/frame-clock.ts";
import { useItemClock } from "../bench/use-clock.ts";
import { type MediaState, useMedia } from "../bench/use-media.ts";
import type { ClipTiming } from "./clip-timing.ts";
import type { LockedWall } from "./locked-wall.ts";
import type { WallClip } from "./wall-clip.ts";

/** Decoded pictures that all clips of a wall keep together: a second or two of each, to step back without decoding again. */
const KEPT_BYTES = 256 * 1024 * 1024;

export interface ClipOnWall {
  readonly clip: WallClip | null;
  readonly media: MediaState;
  readonly waiting: boolean;
  readonly fault: string | null;
}

export function useWallClip(
  wall: LockedWall,
  detail: ItemDetail,
  timing: ClipTiming,
  canvas: HTMLCanvasElement | null,
  revealed: boolean,
  clips: number,
): ClipOnWall {
  const { clock, times, waiting, fault } = useItemClock(detail);
  const [clip, setClip] = useState<WallClip | null>(null);
  const id = detail.row.id;
  const isSound = detail.row.kind === "sound";
  const latest = useRef(timing);
  useEffect(() => {
    latest.current = timing;
    wall.setTiming(id, timing);
  }, [wall, id, timing]);
  useEffect(() => {
    if (clock === null || clock.count === 0) return undefined;
    const joined = wall.join(id, clock, isSound ? shiftOfSound(clock) : 0, latest.current);
    setClip(joined);
    return () => {
      wall.leave(joined);
      setClip(null);
    };
  }, [wall, id, clock, isSound]);
  const media = useMedia(clip, detail, times, canvas, revealed, false, Math.floor(KEPT_BYTES / clips));
  return { clip, media, waiting: waiting || (clock !== null && clock.count > 0 && clip === null), fault };
}

/** Players begin a sound at 0; its item time begins at its first timestamp. */
function shiftOfSound(clock: FrameClock): number {
  return secondsOfPts(clock, clock.table.pts[0] ?? 0) - (clock.table.edited[0] ?? 0);
}
