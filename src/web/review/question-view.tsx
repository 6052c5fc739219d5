/** One question: what it asks, of what, how close an answer must be; the other answers that are kept in mind; the findings on it. */
import { useState } from "react";
import type { QuestionRow } from "../../api/findings.ts";
import { findingsApi } from "../api-client/findings-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { precisionWords } from "./finding-terms.ts";
import { GradeChip } from "./grade-chip.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import { QuestionHypotheses } from "./question-hypotheses.tsx";

interface QuestionViewProps {
  readonly question: QuestionRow;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
  readonly onWrite: () => void;
}

export function QuestionView({ question, changing, onChanging, onWrite }: QuestionViewProps) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, sort, text, event, eventTitle, items, precision, findings, grade, withdrawn, reason } = question;
  return (
    <article className={withdrawn === null ? "record" : "record is-withdrawn"}>
      <header className="record-head">
        <p className="quiet">
          <span className="mono">{id}</span> · {t(`question.${sort}`)}
        </p>
        <h2>
          <IsolatedText text={text} />
        </h2>
        {withdrawn === null ? null : (
          <p className="notice is-attention">
            <IsolatedText text={t("events.withdrawn-because", { reason: withdrawn })} />
          </p>
        )}
        {reason === null ? null : (
          <p className="small quiet">
            <IsolatedText text={t("review.changed-because", { reason })} />
          </p>
        )}
        <dl className="record-facts">
          <dt>{t("review.about")}</dt>
          <dd>
            {event === null ? null : (
              <Link to={`/events/${event}`}>
                {event} <IsolatedText text={eventTitle ?? ""} />
              </Link>
            )}{" "}
            {items.map((item) => (
              <Link key={item} className="about-item mono" to={`/items/${item}`}>
                {item}
              </Link>
            ))}
          </dd>
          <dt>{t("review.asked")}</dt>
          <dd>
            <IsolatedText text={precisionWords(precision)} />
          </dd>
          <dt>{t("finding.grade")}</dt>
          <dd>
            <GradeChip grade={grade?.grade ?? null} state={grade?.state} />
            {grade === null ? null : (
              <>
                {" "}
                <Link to={`/review/${grade.by}`}>{grade.by}</Link>
              </>
            )}
          </dd>
        </dl>
        {withdrawn === null ? (
          <p className="record-actions">
            <button type="button" className="button is-main" onClick={onWrite}>
              {t("review.write-finding")} <kbd>F</kbd>
            </button>
            <button type="button" className="button is-small" onClick={() => onChanging(true)}>
              {t("events.change")} <kbd>E</kbd>
            </button>
            <button type="button" className="button is-small" onClick={() => setWithdrawing(true)}>
              {t("events.withdraw")}
            </button>
          </p>
        ) : null}
      </header>
      <QuestionHypotheses sort={sort} />
      <section className="record-part" aria-label={t("review.findings")}>
        <h3>{t("review.findings")}</h3>
        {findings.length === 0 ? <p className="quiet">{t("review.no-findings")}</p> : null}
        <ul className="record-lines">
          {findings.map((finding) => (
            <li key={finding.id} className={finding.state === "withdrawn" ? "is-withdrawn" : undefined}>
              <p className="record-line-head">
                <Link to={`/review/${finding.id}`}>{finding.id}</Link>
                <GradeChip grade={finding.grade} />
                <span className="quiet small">{t(`finding-state.${finding.state}`)}</span>
              </p>
              <p>
                <IsolatedText text={finding.statement ?? t("events.withheld")} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      {changing ? <QuestionDialog question={question} onClose={() => onChanging(false)} onAsked={() => onChanging(false)} /> : null}
      {withdrawing ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id })}
          action={t("events.withdraw")}
          write={(why) => findingsApi.withdrawQuestion(id, why)}
          said={t("events.written", { id })}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </article>
  );
}
