/**
 * Other answers that the case keeps in mind. "Staged", "older" and "elsewhere" are offered from the start, on every question; one that is
 * given up keeps its place with the reason.
 */
import { useState } from "react";
import type { HypothesisRow } from "../../api/events.ts";
import type { HypothesisStart, Question } from "../../core/hypothesis/hypothesis.ts";
import { useHypotheses } from "../events/event-queries.ts";
import { HypothesisDialog } from "../events/hypothesis-dialog.tsx";
import { StandingSign } from "../events/record-list.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

const starts = ["staged", "older", "elsewhere"] as const satisfies readonly HypothesisStart[];

export function QuestionHypotheses({ sort }: { readonly sort: Question }) {
  const { data, error, refetch } = useHypotheses();
  const [making, setMaking] = useState<HypothesisStart>();
  const [changing, setChanging] = useState<HypothesisRow>();
  const all = data?.hypotheses ?? [];
  const left = starts.filter((start) => !all.some((one) => one.start === start));
  // Those of this sort of question first; the others bear on it too: a clip that is older was not filmed then, or there.
  const shown = all.toSorted((a, b) => Number(b.question === sort) - Number(a.question === sort));
  return (
    <section className="record-part" aria-label={t("review.hypotheses")}>
      <h3>{t("review.hypotheses")}</h3>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <ul className="record-lines">
        {shown.map((hypothesis) => (
          <li key={hypothesis.id}>
            <p className="record-line-head">
              <Link className="mono" to={`/events/${hypothesis.id}`}>
                {hypothesis.id}
              </Link>
              <span className="quiet small">{t(`question.${hypothesis.question}`)}</span>
              <StandingSign standing={hypothesis.standing} />
              <button type="button" className="button is-small" onClick={() => setChanging(hypothesis)}>
                {t("hypothesis.change-standing")}
              </button>
            </p>
            <p>
              <IsolatedText text={hypothesis.statement} />
            </p>
            {hypothesis.reason === "" ? null : (
              <p className="small quiet">
                <IsolatedText text={t("statements.because", { reason: hypothesis.reason })} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {data !== undefined && left.length > 0 ? <p className="quiet small">{t("review.hypotheses-offered")}</p> : null}
      <p className="record-actions">
        {data === undefined
          ? null
          : left.map((start) => (
              <button key={start} type="button" className="button is-small" onClick={() => setMaking(start)}>
                {t(`start.${start}`)}
              </button>
            ))}
        <button type="button" className="button is-small" onClick={() => setMaking("own")}>
          {t("start.own")}
        </button>
      </p>
      {making === undefined ? null : (
        <HypothesisDialog start={making} onClose={() => setMaking(undefined)} onMade={() => setMaking(undefined)} />
      )}
      {changing === undefined ? null : (
        <HypothesisDialog hypothesis={changing} onClose={() => setChanging(undefined)} onMade={() => setChanging(undefined)} />
      )}
    </section>
  );
}
