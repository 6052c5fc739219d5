/** Observations and markers along the timeline: a press goes to the frame and opens the entry. */
import type { ItemDetail, Observation } from "../../api/items.ts";
import { t } from "../words/t.ts";
import { type FrameClock, formatClock } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { Icon } from "./icon.tsx";
import { type PlacedPin, pinRows } from "./pin-rows.ts";
import type { Span } from "./timeline-draw.ts";

const rowHeight = 26;

interface PinsProps {
  readonly player: FramePlayer;
  readonly detail: ItemDetail;
  readonly span: Span;
  /** Of the timeline, pixels. */
  readonly width: number;
  readonly onPin: (observation: Observation) => void;
}

interface Pin extends PlacedPin {
  readonly observation: Observation;
  readonly startFrame: number;
  readonly sec: number;
  /** Pixels that a range takes; 0 for a single frame. */
  readonly long: number;
}

export function Pins({ player, detail, span, width, onPin }: PinsProps) {
  const pins = detail.observations.flatMap((observation) => pinOf(observation, player.clock, span, width));
  if (pins.length === 0) return null;
  const rows = pinRows(pins);
  return (
    <ul className="pins" aria-label={t("bench.pins")} style={{ height: (Math.max(...rows) + 1) * rowHeight }}>
      {pins.map(({ observation, startFrame, sec, left, long }, index) => (
        <li
          key={observation.id}
          style={{ left, top: (rows[index] ?? 0) * rowHeight, minWidth: long }}
          className={long > 0 ? "is-range" : ""}
        >
          <button
            type="button"
            className={`pin is-${observation.sort} ${observation.withdrawn === undefined ? "" : "is-withdrawn"}`}
            title={observation.text === "" ? observation.id : observation.text}
            aria-label={
              observation.sort === "marker"
                ? t("bench.pin.marker", { id: observation.id, clock: formatClock(sec) })
                : t("bench.pin", { id: observation.id, text: observation.text, clock: formatClock(sec) })
            }
            onClick={() => {
              player.seek(startFrame);
              onPin(observation);
            }}
          >
            {observation.sort === "marker" ? <Icon name="marker" /> : observation.id}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Nothing for what is pinned to no time, to a hidden frame, or outside the part of the timeline that is shown. */
function pinOf(observation: Observation, clock: FrameClock, span: Span, width: number): Pin[] {
  const { range } = observation.target;
  if (range === undefined) return [];
  const sec = clock.table.edited[range.startFrame];
  if (sec === null || sec === undefined || sec < span.from || sec > span.to) return [];
  const end = clock.table.edited[range.endFrame];
  const perSec = width / (span.to - span.from);
  const at = (sec - span.from) * perSec;
  const long = typeof end === "number" && end > sec ? (Math.min(end, span.to) - sec) * perSec : 0;
  // A marker's tip points at its frame; the rest begins there. Digits are about 7 pixels wide.
  const button = observation.sort === "marker" ? 26 : 14 + observation.id.length * 7;
  const left = Math.max(0, Math.min(width - button, observation.sort === "marker" ? at - 13 : at));
  return [{ observation, startFrame: range.startFrame, sec, long, left, width: Math.max(button, long) }];
}
