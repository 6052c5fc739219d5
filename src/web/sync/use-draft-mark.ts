/** A sync mark in the making: one moment in each of several clips, set one after the other, each as the frame that its clip shows. */
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SyncMarkPoint } from "../../core/sync/sync-mark.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { LockedWall } from "./locked-wall.ts";
import { formatClock } from "../bench/frame-clock.ts";

export interface DraftPoint {
  readonly item: ItemId;
  readonly atSec: number;
  readonly channel: SyncMarkPoint["channel"];
  /** As typed, seconds. */
  readonly plusMinus: string;
}

export interface DraftMark {
  readonly points: readonly DraftPoint[];
  /** Sets or moves the point of a clip to what it shows now. */
  readonly set: (item: ItemId) => void;
  readonly change: (item: ItemId, change: Partial<Pick<DraftPoint, "channel" | "plusMinus">>) => void;
  readonly remove: (item: ItemId) => void;
  readonly clear: () => void;
}

export function useDraftMark(wall: LockedWall, details: readonly ItemDetail[]): DraftMark {
  const [points, setPoints] = useState<readonly DraftPoint[]>([]);
  const set = (item: ItemId): void => {
    const clip = wall.clip(item);
    const frame = clip?.frameAt(wall.clockSec) ?? null;
    if (clip === undefined || frame === null) return announce(t("sync.point-not-filmed", { number: item.slice(1) }));
    const isSound = details.find(({ row }) => row.id === item)?.row.kind === "sound";
    const start = clip.clock.table.edited[frame];
    // A picture's moment is its frame's; a sound's is the clock's.
    const atSec = isSound || typeof start !== "number" ? clip.itemSec(wall.clockSec) : start + clip.shiftSec;
    const next = typeof start === "number" ? (clip.clock.table.edited[clip.neighbour(frame, 1) ?? frame] ?? start) - start : 0;
    const frameSec = next > 0 ? next : 0.04;
    setPoints((now) => {
      const before = now.find((point) => point.item === item);
      const made: DraftPoint = {
        ...{ item, atSec },
        channel: before?.channel ?? (isSound ? "sound" : "picture"),
        // Within a frame nothing tells when it was.
        plusMinus: before?.plusMinus ?? (isSound ? 0.02 : Math.max(0.001, frameSec)).toFixed(3),
      };
      return [...now.filter((point) => point.item !== item), made];
    });
    announce(t("sync.point-set", { number: item.slice(1), clock: formatClock(atSec) }));
  };
  return {
    points,
    set,
    change: (item, change) => setPoints((now) => now.map((point) => (point.item === item ? { ...point, ...change } : point))),
    remove: (item) => setPoints((now) => now.filter((point) => point.item !== item)),
    clear: () => setPoints([]),
  };
}

/** What the server takes; undefined while something is missing or not a number. */
export function pointsToWrite(points: readonly DraftPoint[], details: readonly ItemDetail[]): SyncMarkPoint[] | undefined {
  const read = points.flatMap(({ item, atSec, channel, plusMinus }): SyncMarkPoint[] => {
    const object = details.find(({ row }) => row.id === item)?.object;
    const error = Number(plusMinus.replace(",", "."));
    if (object === undefined || !(error > 0) || error > 999_999) return [];
    return [{ item, object, channel, atS: decimal(atSec), plusMinusS: decimal(error) }];
  });
  return read.length === points.length && read.length >= 2 ? read : undefined;
}

/** Seconds as marks write them: a decimal with at most six digits. */
export function decimal(sec: number): string {
  return sec
    .toFixed(6)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");
}
