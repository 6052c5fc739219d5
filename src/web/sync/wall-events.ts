/** What is pinned to a moment of any clip, on the common clock: observations, markers, sync marks, sudden sounds. */
import type { ItemDetail } from "../../api/items.ts";
import type { SyncMarkRow } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { type ClipTiming, toCommon } from "./clip-timing.ts";

export type WallEventSort = "observation" | "marker" | "mark" | "sound";

/** A sudden sound that the machine lists: when, and how far above what is around it. Never of what. */
export interface HeardSound {
  readonly atS: number;
  readonly loudDb: number;
}

export interface WallEvent {
  readonly key: string;
  readonly sort: WallEventSort;
  readonly item: ItemId;
  readonly commonSec: number;
  /** Of the record; empty for sounds. */
  readonly id: string;
  readonly text: string;
  /** Sounds only: decibels above what is around them. */
  readonly loudDb: number | null;
}

export interface EventsOf {
  readonly detail: ItemDetail;
  readonly timing: ClipTiming;
  /** Item time of a frame; undefined while the frame table is not there. */
  readonly frameSec: (frame: number) => number | undefined;
  readonly sounds: readonly HeardSound[];
}

/** In the order of the common clock. Withdrawn ones are on their item's bench. */
export function wallEvents(clips: readonly EventsOf[], marks: readonly SyncMarkRow[]): WallEvent[] {
  const events = clips.flatMap(({ detail, timing, frameSec, sounds }): WallEvent[] => {
    const item = detail.row.id;
    const pinned = detail.observations.flatMap((observation): WallEvent[] => {
      const { range } = observation.target;
      if (range === undefined || observation.withdrawn !== undefined) return [];
      const sec = frameSec(range.startFrame) ?? (range.startPts * range.timeBase.num) / range.timeBase.den;
      const { id, sort, text } = observation;
      return [{ key: `${item} ${id}`, sort, item, commonSec: toCommon(timing, sec), id, text, loudDb: null }];
    });
    const heard = sounds.map(({ atS, loudDb }): WallEvent => ({
      ...{ key: `${item} sound ${atS}`, sort: "sound", item, commonSec: toCommon(timing, atS), id: "", text: "", loudDb },
    }));
    const marked = marks.flatMap(({ id, points, text, withdrawn }) =>
      withdrawn !== undefined
        ? []
        : points.flatMap(({ item: of, atS }): WallEvent[] =>
            of === item
              ? [{ key: `${item} ${id}`, sort: "mark", item, commonSec: toCommon(timing, Number(atS)), id, text, loudDb: null }]
              : [],
          ),
    );
    return [...pinned, ...heard, ...marked];
  });
  return events.toSorted((a, b) => a.commonSec - b.commonSec || a.key.localeCompare(b.key));
}

/** The next one after a moment, or the last one before it. Two at one moment are one stop. */
export function nextEvent(events: readonly WallEvent[], commonSec: number, step: 1 | -1): WallEvent | undefined {
  // A clock that was set to an event stands on it, give or take rounding.
  const slack = 0.0005;
  return step === 1 ? events.find((one) => one.commonSec > commonSec + slack) : events.findLast((one) => one.commonSec < commonSec - slack);
}
