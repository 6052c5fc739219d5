/** One claim that is put forward: a line while others are looked at, and all of it when its turn has come. */
import { useEffect, useRef } from "react";
import type { EventRow } from "../../api/events.ts";
import type { ClaimStatement } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { OtherSortNote } from "./other-sort-note.tsx";
import { basisWords, eventWords, sortWords, speakerWords, valueLines } from "./proposal-words.ts";
import type { ProposalRow } from "./proposal-rows.ts";

/** A line: aspect, words, and in words whatever limits them. */
export function ProposalLine({ row, onChoose }: { readonly row: ProposalRow; readonly onChoose: () => void }) {
  const { statement, notes } = row.proposal;
  return (
    <button type="button" className="proposal-line" onClick={onChoose}>
      <span className="proposal-aspect">{t(`claims.aspect.${statement.aspect}`)}</span>
      <span className="proposal-words" dir="auto">
        <IsolatedText text={statement.value.words} />
      </span>
      <LimitSigns statement={statement} looks={notes.length > 0} />
    </button>
  );
}

function LimitSigns({ statement, looks }: { readonly statement: ClaimStatement; readonly looks: boolean }) {
  const signs = [
    ...(statement.polarity === "affirmed" ? [] : [t(`claims.proposal.${statement.polarity}`)]),
    ...(statement.hedges.length > 0 ? [t("claims.proposal.hedged")] : []),
    ...(looks ? [t("claims.proposal.look")] : []),
  ];
  return signs.length === 0 ? null : <span className="proposal-signs">{signs.join(" · ")}</span>;
}

interface ProposalCardProps {
  readonly row: ProposalRow;
  readonly at: number;
  readonly count: number;
  readonly event: EventId | "unassigned";
  readonly events: readonly EventRow[];
  readonly readOnly: boolean;
  readonly showQuote: boolean;
  readonly takeFocus: boolean;
  readonly onEvent: (event: EventId | "unassigned") => void;
  readonly onAccept: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
}

export function ProposalCard(props: ProposalCardProps) {
  const { row, at, count, event, events, readOnly, showQuote, takeFocus } = props;
  const { statement, notes, quote } = row.proposal;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: "nearest" });
    // Never out of a field in which somebody is typing.
    if (takeFocus) card.current?.focus({ preventScroll: true });
  }, [row.key, takeFocus]);
  return (
    <article
      ref={card}
      className="proposal-card"
      tabIndex={-1}
      aria-current="true"
      aria-label={t("claims.proposals.at", {
        at,
        count,
        aspect: t(`claims.aspect.${statement.aspect}`),
        words: statement.value.words,
        limits: limitsSaid(statement),
      })}
      data-testid="proposal"
    >
      <div className="proposal-head">
        <span className="proposal-aspect">{t(`claims.aspect.${statement.aspect}`)}</span>
        <span className="quiet small">
          {at} / {count}
        </span>
      </div>
      <p className="proposal-value" dir="auto">
        <IsolatedText text={statement.value.words} />
      </p>
      <StatementFacts statement={statement} />
      {showQuote ? (
        <blockquote className="proposal-quote" dir="auto">
          <IsolatedText text={quote} />
        </blockquote>
      ) : null}
      {notes.length === 0 ? null : (
        <ul className="proposal-notes" aria-label={t("claims.proposal.notes")}>
          {notes.map((note) => (
            <li key={note}>
              <IsolatedText text={note} />
            </li>
          ))}
        </ul>
      )}
      <label className="label">
        <span>{t("claims.proposal.event")}</span>
        <select
          className="field"
          data-event-choice=""
          value={event}
          disabled={readOnly}
          onChange={(change) => props.onEvent(change.target.value as EventId | "unassigned")}
        >
          <option value="unassigned">{t("claims.proposal.unassigned")}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {eventWords({ id, title })}
            </option>
          ))}
        </select>
      </label>
      <OtherSortNote read={statement.eventSort} assigned={events.find(({ id }) => id === event)?.sort} />
      <div className="proposal-acts">
        <button type="button" className="button is-main" disabled={readOnly} onClick={props.onAccept} aria-keyshortcuts="a">
          {t("claims.proposal.accept")} <kbd aria-hidden="true">A</kbd>
        </button>
        <button type="button" className="button" disabled={readOnly} onClick={props.onEdit} aria-keyshortcuts="e">
          {t("claims.proposal.edit")} <kbd aria-hidden="true">E</kbd>
        </button>
        <button type="button" className="button" disabled={readOnly} onClick={props.onReject} aria-keyshortcuts="r">
          {t("claims.proposal.reject")} <kbd aria-hidden="true">R</kbd>
        </button>
      </div>
      <p className="quiet small">{byWords(row)}</p>
    </article>
  );
}

export function StatementFacts({ statement }: { readonly statement: ClaimStatement }) {
  const { value, hedges, speakers } = statement;
  const lines = valueLines(value);
  return (
    <dl className="proposal-facts">
      {lines.length === 0 ? null : (
        <>
          <dt>{value.is === "time" ? t("claims.proposal.readings", { count: value.readings.length }) : t("claims.proposal.value")}</dt>
          <dd>
            {lines.map((line) => (
              <span key={line} className="proposal-fact">
                <IsolatedText text={line} />
              </span>
            ))}
          </dd>
        </>
      )}
      <dt>{t("claims.proposal.polarity")}</dt>
      <dd className={statement.polarity === "affirmed" ? undefined : "is-strong"}>{t(`claims.polarity.${statement.polarity}`)}</dd>
      <dt>{t("claims.proposal.hedges")}</dt>
      <dd>
        {hedges.length === 0 ? (
          <span className="quiet">{t("claims.proposal.no-hedges")}</span>
        ) : (
          hedges.map(({ words, sort, span }) => (
            <span key={span.start} className="proposal-fact">
              <span className="mark-hedge">
                <IsolatedText text={words} />
              </span>{" "}
              <span className="quiet">{t(`claims.hedge.${sort}`)}</span>
            </span>
          ))
        )}
      </dd>
      <dt>{t("claims.proposal.speakers")}</dt>
      <dd>
        {speakers.length === 0 ? (
          <span className="quiet">{t("claims.proposal.own-voice")}</span>
        ) : (
          <ol className="proposal-chain">
            {speakers.map((speaker, place) => (
              <li key={place}>
                <IsolatedText text={speaker.words} /> <span className="quiet">{speakerWords(speaker)}</span>
              </li>
            ))}
          </ol>
        )}
      </dd>
      <dt>{t("claims.proposal.basis")}</dt>
      <dd className={statement.basis === "unstated" ? "quiet" : undefined}>
        <IsolatedText text={basisWords(statement)} />
      </dd>
      <dt>{t("claims.proposal.event-sort")}</dt>
      <dd>{sortWords(statement.eventSort)}</dd>
    </dl>
  );
}

/** For those who listen: the limits come with the value, never behind it. */
function limitsSaid({ polarity, hedges }: ClaimStatement): string {
  const denied = polarity === "affirmed" ? [] : [t(`claims.polarity.${polarity}`)];
  return [...denied, ...hedges.map(({ words }) => words)].join(", ");
}

export function byWords({ by }: Pick<ProposalRow, "by">): string {
  if (by.by === "rules") return t("claims.proposal.from-rules", { version: by.version });
  return by.by === "assistant" ? t("claims.proposal.from-assistant", { model: by.model }) : t("claims.proposal.from-person");
}
