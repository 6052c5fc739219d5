/** Events and hypotheses: a list of each, and the chosen one beside it. Items bear on them; nothing here joins them. */
import "./events.css";
import { useState } from "react";
import type { HypothesisStart } from "../../core/hypothesis/hypothesis.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { EventDetail } from "./event-detail.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { useEvents, useHypotheses } from "./event-queries.ts";
import { eventsKeys } from "./events-keys.ts";
import { HypothesisDetail } from "./hypothesis-detail.tsx";
import { HypothesisDialog } from "./hypothesis-dialog.tsx";
import { EventList, HypothesisList } from "./record-list.tsx";

/** Below this the chosen record takes the place of the list. */
const besideFrom = 900;

type ListName = "events" | "hypotheses";

/** `/events`, `/events?list=hypotheses`, `/events/e3`, `/events/h1`. */
export function EventsScreen({ record }: { record: string | undefined }) {
  const { query } = useAddress();
  const narrow = useNarrow(besideFrom);
  const list: ListName = record?.startsWith("h") === true || query.get("list") === "hypotheses" ? "hypotheses" : "events";
  const events = useEvents();
  const hypotheses = useHypotheses();
  const [making, setMaking] = useState<"event" | HypothesisStart>();
  const [changing, setChanging] = useState(false);
  const shown = list === "events" ? events : hypotheses;
  const rows: readonly { id: string }[] | undefined = list === "events" ? events.data?.events : hypotheses.data?.hypotheses;
  const go = (id: string): void => {
    setChanging(false);
    navigate(`/events/${id}`);
  };
  const move = (step: number): void => {
    if (rows === undefined || rows.length === 0) return;
    const at = rows.findIndex(({ id }) => id === record);
    const next = rows[at === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next !== undefined) navigate(`/events/${next.id}`, { replace: true });
  };
  const otherList = list === "events" ? "/events?list=hypotheses" : "/events";
  useKeys(eventsKeys, {
    next: () => move(1),
    previous: () => move(-1),
    make: () => setMaking(list === "events" ? "event" : "own"),
    change: () => setChanging(record !== undefined),
    other: () => navigate(otherList),
  });
  const panel =
    record === undefined ? (
      <p className="quiet events-closed">{t("events.closed")}</p>
    ) : record.startsWith("e") ? (
      <EventDetail key={record} id={record} changing={changing} onChanging={setChanging} onGo={go} />
    ) : (
      <HypothesisDetail key={record} id={record} changing={changing} onChanging={setChanging} onGo={go} />
    );
  const showsList = !narrow || record === undefined;
  return (
    <div className={narrow ? "events is-narrow" : "events"}>
      <h1 className="visually-hidden">{t("events.title")}</h1>
      {showsList ? (
        <section className="events-list" aria-label={t(`events.list.${list}`)}>
          <div className="events-bar">
            <nav className="events-tabs" aria-label={t("events.lists")}>
              {(["events", "hypotheses"] as const).map((name) => (
                <Link
                  key={name}
                  to={name === "events" ? "/events" : "/events?list=hypotheses"}
                  aria-current={name === list ? "page" : undefined}
                >
                  {t(`events.list.${name}`)}
                </Link>
              ))}
            </nav>
            <button type="button" className="button is-main" onClick={() => setMaking(list === "events" ? "event" : "own")}>
              {t(list === "events" ? "events.new-event" : "events.new-hypothesis")}
            </button>
          </div>
          {shown.error === null ? null : <ErrorNotice error={shown.error} onRetry={() => void shown.refetch()} />}
          {rows === undefined || rows.length > 0 ? null : list === "events" ? (
            <NoEvents />
          ) : (
            <p className="quiet">{t("events.hypotheses-none")}</p>
          )}
          {list === "events" ? (
            <EventList events={events.data?.events ?? []} chosen={record} />
          ) : (
            <>
              <HypothesisList hypotheses={hypotheses.data?.hypotheses ?? []} chosen={record} />
              <Starts taken={(hypotheses.data?.hypotheses ?? []).map(({ start }) => start)} onStart={setMaking} />
            </>
          )}
        </section>
      ) : null}
      {narrow && record === undefined ? null : (
        <section className="events-panel" aria-label={record ?? t("events.closed")}>
          {narrow ? (
            <p>
              <Link to={list === "events" ? "/events" : "/events?list=hypotheses"}>{t("events.back")}</Link>
            </p>
          ) : null}
          {panel}
        </section>
      )}
      {making === "event" ? <EventDialog onClose={() => setMaking(undefined)} onMade={go} /> : null}
      {making !== undefined && making !== "event" ? (
        <HypothesisDialog start={making} onClose={() => setMaking(undefined)} onMade={go} />
      ) : null}
    </div>
  );
}

function NoEvents() {
  return (
    <div className="events-empty">
      <p>{t("events.none")}</p>
      <p className="quiet">{t("events.none-how")}</p>
    </div>
  );
}

/** The three that every clip deserves, as long as the case has not looked at them. */
function Starts({ taken, onStart }: { taken: readonly HypothesisStart[]; onStart: (start: HypothesisStart) => void }) {
  const left = (["staged", "older", "elsewhere"] as const).filter((start) => !taken.includes(start));
  if (left.length === 0) return null;
  return (
    <div className="events-empty">
      <p className="quiet">{t("events.hypotheses-none-how")}</p>
      <p className="record-actions">
        {left.map((start) => (
          <button key={start} type="button" className="button" onClick={() => onStart(start)}>
            {t(`start.${start}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
