/** The two lists: events with what bears on each, hypotheses with their standing. A row is a link. */
import { useEffect, useRef } from "react";
import type { EventRow, HypothesisRow } from "../../api/events.ts";
import { placeWords } from "../claims/place-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { bearingSorts, sortWords } from "./record-words.ts";

export function EventList({ events, chosen }: { events: readonly EventRow[]; chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {events.map((event) => (
        <Row key={event.id} id={event.id} chosen={chosen} withdrawn={event.withdrawn !== undefined}>
          <span className="record-row-head">
            <span className="mono quiet">{event.id}</span>
            <span className="quiet">{sortWords(event)}</span>
            {event.withdrawn === undefined ? null : <span className="sign">{t("events.withdrawn")}</span>}
          </span>
          <strong className="record-row-title">
            <IsolatedText text={event.title} />
          </strong>
          <span className="record-row-facts small">
            {event.time === "withheld" ? (
              t("events.withheld")
            ) : event.time === "unknown" ? (
              t("events.time-unknown")
            ) : (
              <TimeText claim={event.time} />
            )}
            <span className="quiet">{event.place === "unknown" ? t("events.place-unknown") : placeWords(event.place)}</span>
          </span>
          <Counts counts={event.bearings} />
        </Row>
      ))}
    </ul>
  );
}

export function HypothesisList({ hypotheses, chosen }: { hypotheses: readonly HypothesisRow[]; chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {hypotheses.map((hypothesis) => (
        <Row key={hypothesis.id} id={hypothesis.id} chosen={chosen} withdrawn={hypothesis.standing === "rejected"}>
          <span className="record-row-head">
            <span className="mono quiet">{hypothesis.id}</span>
            <span className="quiet">{t(`question.${hypothesis.question}`)}</span>
            <StandingSign standing={hypothesis.standing} />
          </span>
          <strong className="record-row-title">
            <IsolatedText text={hypothesis.statement} />
          </strong>
          <Counts counts={hypothesis.bearings} />
        </Row>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly id: string;
  readonly chosen: string | undefined;
  readonly withdrawn: boolean;
  readonly children: React.ReactNode;
}

function Row({ id, chosen, withdrawn, children }: RowProps) {
  const link = useRef<HTMLLIElement>(null);
  const isChosen = id === chosen;
  useEffect(() => {
    if (isChosen) link.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li ref={link}>
      <Link
        to={`/events/${id}`}
        className={withdrawn ? "record-row is-withdrawn" : "record-row"}
        aria-current={isChosen ? "true" : undefined}
      >
        {children}
      </Link>
    </li>
  );
}

function Counts({ counts }: { counts: EventRow["bearings"] }) {
  const some = bearingSorts.filter((sort) => counts[sort] > 0);
  if (some.length === 0) return null;
  return <span className="quiet small">{some.map((sort) => t(`bearing-count.${sort}`, { count: counts[sort] })).join(" · ")}</span>;
}

const standingTones: Readonly<Record<HypothesisRow["standing"], Tone>> = {
  alive: "unknown",
  rejected: "conflict",
  "set-aside": "narrower",
};

export function StandingSign({ standing }: { standing: HypothesisRow["standing"] }) {
  return (
    <span className="chip">
      <ToneMark tone={standingTones[standing]} />
      {t(`standing.${standing}`)}
    </span>
  );
}
