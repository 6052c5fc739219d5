/** What is pinned to the clips, at its moment on the common clock, with a line through all lanes. A press goes there. */
import { formatClock } from "../bench/frame-clock.ts";
import { pinRows } from "../bench/pin-rows.ts";
import { place, type Span } from "../bench/timeline-draw.ts";
import { t } from "../words/t.ts";
import type { WallEvent } from "./wall-events.ts";

interface EventRowProps {
  readonly events: readonly WallEvent[];
  readonly span: Span;
  readonly width: number;
  readonly onGo: (commonSec: number) => void;
}

/** Beyond this many in sight, sounds are only lines: hundreds of buttons help nobody. The tab lists them all. */
const mostSoundButtons = 40;

export const eventRowHeight = 26;

export function EventRow({ events, span, width, onGo }: EventRowProps) {
  const inSight = events.filter(({ commonSec }) => commonSec >= span.from && commonSec <= span.to);
  const perSec = width / (span.to - span.from);
  const sounds = inSight.filter(({ sort }) => sort === "sound").length;
  const pressed = inSight.filter(({ sort }) => sort !== "sound" || sounds <= mostSoundButtons);
  const pins = pressed.map((event) => {
    const at = (event.commonSec - span.from) * perSec;
    return { event, left: Math.max(0, Math.min(width - 26, at - 13)), width: 26 };
  });
  const rows = pinRows(pins);
  return (
    <div className="event-row" style={{ height: eventRowHeight }}>
      {inSight.map(({ key, sort, commonSec }) => (
        <i key={key} className={`event-line is-${sort}`} style={{ left: place(commonSec, span) }} />
      ))}
      {/* One row only: what would cover another one is reached by its line's moment, by key, or from the list. */}
      {pins.map(({ event, left }, index) =>
        (rows[index] ?? 0) > 0 ? null : (
          <button
            key={event.key}
            type="button"
            className={`event-pin is-${event.sort}`}
            style={{ left }}
            title={event.text === "" ? t(`sync.event.${event.sort}`) : event.text}
            aria-label={t("sync.event-at", {
              sort: t(`sync.event.${event.sort}`),
              id: event.id,
              number: event.item.slice(1),
              clock: formatClock(event.commonSec),
              text: event.text,
            })}
            onClick={() => onGo(event.commonSec)}
          >
            {sign[event.sort]}
          </button>
        ),
      )}
    </div>
  );
}

const sign = { observation: "●", marker: "▼", mark: "◆", sound: "│" } as const;
