/** Observations and markers along the timeline: a press goes to the frame and opens the entry. */
import type { ItemDetail, Observation } from "../../api/items.ts";
import { t } from "../words/t.ts";
import { formatClock } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { place, type Span } from "./timeline-draw.ts";

export function Pins({
  player,
  detail,
  span,
  onPin,
}: {
  player: FramePlayer;
  detail: ItemDetail;
  span: Span;
  onPin: (observation: Observation) => void;
}) {
  const pinned = detail.observations.filter((observation) => observation.target.range);
  if (pinned.length === 0) return null;
  return (
    <ul className="pins" aria-label={t("bench.pins")}>
      {pinned.map((observation) => {
        const range = observation.target.range;
        const sec = range ? player.clock.table.edited[range.startFrame] : null;
        const end = range ? player.clock.table.edited[range.endFrame] : null;
        if (sec === null || sec === undefined || sec < span.from || sec > span.to) return null;
        const long = end !== null && end !== undefined && end > sec ? ((end - sec) / (span.to - span.from)) * 100 : 0;
        return (
          <li key={observation.id} style={{ left: place(sec, span), width: long > 0 ? `${long}%` : undefined }}>
            <button
              type="button"
              className={`pin is-${observation.sort} ${observation.withdrawn ? "is-withdrawn" : ""}`}
              title={observation.text === "" ? observation.id : observation.text}
              aria-label={
                observation.sort === "marker"
                  ? t("bench.pin.marker", { id: observation.id, clock: formatClock(sec) })
                  : t("bench.pin", { id: observation.id, text: observation.text, clock: formatClock(sec) })
              }
              onClick={() => {
                if (range) player.seek(range.startFrame);
                onPin(observation);
              }}
            >
              {observation.sort === "marker" ? "▾" : observation.id}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
