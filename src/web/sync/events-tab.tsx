/** Everything pinned to the clips, in the order of the common clock. A press goes there. */
import { formatClock } from "../bench/frame-clock.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { LockedWall } from "./locked-wall.ts";
import type { WallEvent } from "./wall-events.ts";

/** As many as are shown; the rest is said to be there. */
const mostListed = 300;

export function EventsTab({ wall, events }: { wall: LockedWall; events: readonly WallEvent[] }) {
  const sounds = events.filter(({ sort }) => sort === "sound").length;
  return (
    <div className="tab-stack">
      <p className="quiet small">
        {t("sync.events-how")} {sounds === 0 ? "" : t("sync.sounds-mean", { count: sounds })}
      </p>
      {events.length === 0 ? <p className="quiet">{t("sync.events-none")}</p> : null}
      <ul className="event-list">
        {events.slice(0, mostListed).map((event) => (
          <li key={event.key}>
            <button type="button" className="button is-bare event-go" onClick={() => wall.seek(event.commonSec)}>
              <span className="mono">{formatClock(event.commonSec)}</span>
              <span>
                <span className="sign">{t(`sync.event.${event.sort}`)}</span> {t("sync.of-item", { number: event.item.slice(1) })}{" "}
                {event.id}
                {event.loudDb === null ? null : ` ${t("sync.loud", { db: event.loudDb.toFixed(0) })}`}
                {event.text === "" ? null : (
                  <>
                    {" "}
                    <IsolatedText text={event.text} />
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {events.length > mostListed ? <p className="quiet small">{t("sync.events-more", { count: events.length - mostListed })}</p> : null}
    </div>
  );
}
