/** One event: when and where as described, its links, what bears on it, what people stated of it, and how it came to be said. */
import { useState } from "react";
import type { EventDetail as Detail, EventLinkRow } from "../../api/events.ts";
import type { PlaceClaim } from "../../core/place/region.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { placeWords } from "../claims/place-words.ts";
import { CommentThread } from "../comments/comment-thread.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { BearingForm } from "./bearing-form.tsx";
import { BearingList } from "./bearing-list.tsx";
import { EventDialog, type LinkWanted } from "./event-dialog.tsx";
import { useEvent } from "./event-queries.ts";
import { HistoryList } from "./history-list.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { relationWords, sortWords } from "./record-words.ts";
import { StatementList } from "./statement-list.tsx";

interface EventDetailProps {
  readonly id: string;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
  readonly onGo: (id: string) => void;
}

export function EventDetail({ id, changing, onChanging, onGo }: EventDetailProps) {
  const { data, error, refetch } = useEvent(id);
  const [leaving, setLeaving] = useState(false);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { event } = data;
  const stands = event.withdrawn === undefined;
  return (
    <article className={stands ? "record" : "record is-withdrawn"}>
      <header className="record-head">
        <p className="quiet">
          <span className="mono">{event.id}</span> · {sortWords(event)}
        </p>
        <h2>
          <IsolatedText text={event.title} />
        </h2>
        {stands ? (
          <p className="record-actions">
            <button type="button" className="button is-small" onClick={() => onChanging(true)}>
              {t("events.change")} <kbd>E</kbd>
            </button>
            <button type="button" className="button is-small" onClick={() => setLeaving(true)}>
              {t("events.withdraw")}
            </button>
            <Link className="small" to={`/map?chosen=${event.id}`}>
              {t("events.on-map")}
            </Link>
          </p>
        ) : (
          <>
            <p>
              <IsolatedText text={t("events.withdrawn-because", { reason: event.withdrawn ?? "" })} />
            </p>
            <p className="record-actions">
              <button type="button" className="button is-small" onClick={() => onChanging(true)}>
                {t("events.describe-anew")} <kbd>E</kbd>
              </button>
              <span className="quiet small">{t("events.describe-anew-how")}</span>
            </p>
          </>
        )}
      </header>
      <StaleNotice record={event.id} />
      <dl className="record-facts">
        <dt>{t("events.time")}</dt>
        <dd>{event.time === "withheld" ? t("events.withheld") : <TimeText claim={event.time} full />}</dd>
        <PlaceFact name={t("events.place")} claim={event.place} />
        {event.movement === null ? null : (
          <>
            <PlaceFact name={t("events.from")} claim={event.movement.from} />
            {event.movement.via.map((claim, at) => (
              <PlaceFact key={at} name={t("events.via")} claim={claim} />
            ))}
            <PlaceFact name={t("events.to")} claim={event.movement.to} />
          </>
        )}
      </dl>
      <Links detail={data} onGo={onGo} />
      <section className="record-part" aria-label={t("bearings.title")}>
        <h3>{t("bearings.title")}</h3>
        {data.bearings.length === 0 ? <p className="quiet">{t("bearings.none")}</p> : null}
        <BearingList bearings={data.bearings} seenFrom="record" />
        {stands ? <BearingForm on={event.id} /> : null}
      </section>
      <StatementList about={event.id} statements={data.statements} takesMore={stands} />
      <section className="record-part" aria-label={t("comments.tab")}>
        <h3>{t("comments.tab")}</h3>
        <CommentThread record={event.id} atS={null} />
      </section>
      <HistoryList history={data.history} />
      {changing ? <EventDialog event={event} onClose={() => onChanging(false)} onMade={onGo} /> : null}
      {leaving ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id: event.id })}
          action={t("events.withdraw")}
          write={(reason) => eventsApi.withdrawEvent(event.id, reason)}
          said={t("events.written", { id: event.id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

function PlaceFact({ name, claim }: { name: string; claim: PlaceClaim | "unknown" | "withheld" }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {placeWords(claim)}
        {claim === "unknown" || claim === "withheld" ? null : (
          <span className="quiet small fact-basis">
            {t(`place.mean.${claim.means}`)}. <IsolatedText text={t("place.basis", { precision: claim.precision, basis: claim.basis })} />
          </span>
        )}
      </dd>
    </>
  );
}

function Links({ detail: { event, links }, onGo }: { detail: Detail; onGo: (id: string) => void }) {
  const [linking, setLinking] = useState(false);
  const [making, setMaking] = useState<LinkWanted>();
  const [leaving, setLeaving] = useState<EventLinkRow>();
  const make = (relation: LinkWanted["relation"]): void => setMaking({ relation, to: event });
  return (
    <section className="record-part" aria-label={t("links.title")}>
      <div className="record-part-head">
        <h3>{t("links.title")}</h3>
        {event.withdrawn === undefined ? (
          <>
            <button type="button" className="button is-small" onClick={() => setLinking(true)}>
              {t("links.add")}
            </button>
            <button type="button" className="button is-small" onClick={() => make("filming-of")}>
              {t("links.new-filming")}
            </button>
            <button type="button" className="button is-small" onClick={() => make("posting-of")}>
              {t("links.new-posting")}
            </button>
            <button type="button" className="button is-small" onClick={() => make("before")}>
              {t("links.new-before")}
            </button>
          </>
        ) : null}
      </div>
      {links.length === 0 ? <p className="quiet">{t("links.none")}</p> : null}
      <ul className="record-lines">
        {links.map((link) => {
          const isFirst = link.from === event.id;
          const other = isFirst ? { id: link.to, title: link.toTitle } : { id: link.from, title: link.fromTitle };
          return (
            <li key={link.id} className={link.unlinked === undefined ? "" : "is-withdrawn"}>
              <p className="record-line-head">
                <strong>{relationWords(link.relation, isFirst)}</strong>
                <Link to={`/events/${other.id}`} className="cut">
                  {other.id} <IsolatedText text={other.title} />
                </Link>
                {link.unlinked === undefined ? (
                  <button
                    type="button"
                    className="button is-bare is-small"
                    aria-label={`${t("links.unlink")} ${link.id}`}
                    onClick={() => setLeaving(link)}
                  >
                    {t("links.unlink")}
                  </button>
                ) : null}
              </p>
              <p className="small">
                <IsolatedText text={link.basis} />
              </p>
              {link.unlinked === undefined ? null : (
                <p className="small">
                  <IsolatedText text={t("links.taken-back", { reason: link.unlinked })} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {linking ? <LinkDialog event={event} onClose={() => setLinking(false)} /> : null}
      {making === undefined ? null : <EventDialog link={making} onClose={() => setMaking(undefined)} onMade={onGo} />}
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("links.unlink-title", { id: leaving.id })}
          action={t("links.unlink")}
          write={(reason) => eventsApi.unlink(leaving.id, reason)}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}
