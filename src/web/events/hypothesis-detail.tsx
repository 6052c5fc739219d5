/** One hypothesis: its standing and why, what speaks for and against it, and how it came to stand so. */
import { CommentThread } from "../comments/comment-thread.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { BearingForm } from "./bearing-form.tsx";
import { BearingList } from "./bearing-list.tsx";
import { useHypothesis } from "./event-queries.ts";
import { HistoryList } from "./history-list.tsx";
import { HypothesisDialog } from "./hypothesis-dialog.tsx";
import { StandingSign } from "./record-list.tsx";

interface HypothesisDetailProps {
  readonly id: string;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
  readonly onGo: (id: string) => void;
}

export function HypothesisDetail({ id, changing, onChanging, onGo }: HypothesisDetailProps) {
  const { data, error, refetch } = useHypothesis(id);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { hypothesis } = data;
  return (
    <article className="record">
      <header className="record-head">
        <p className="quiet">
          <span className="mono">{hypothesis.id}</span> · {t(`question.${hypothesis.question}`)}
        </p>
        <h2>
          <IsolatedText text={hypothesis.statement} />
        </h2>
        <p>
          <StandingSign standing={hypothesis.standing} />
        </p>
        {hypothesis.reason === "" ? null : (
          <p>
            <IsolatedText text={t("statements.because", { reason: hypothesis.reason })} />
          </p>
        )}
        <p className="record-actions">
          <button type="button" className="button is-small" onClick={() => onChanging(true)}>
            {t("hypothesis.change-standing")} <kbd>E</kbd>
          </button>
        </p>
      </header>
      <StaleNotice record={hypothesis.id} />
      <section className="record-part" aria-label={t("bearings.title")}>
        <h3>{t("bearings.title")}</h3>
        {data.bearings.length === 0 ? <p className="quiet">{t("bearings.none")}</p> : null}
        <BearingList bearings={data.bearings} seenFrom="record" />
        <BearingForm on={hypothesis.id} />
      </section>
      <section className="record-part" aria-label={t("comments.tab")}>
        <h3>{t("comments.tab")}</h3>
        <CommentThread record={hypothesis.id} atS={null} />
      </section>
      <HistoryList history={data.history} />
      {changing ? <HypothesisDialog hypothesis={hypothesis} onClose={() => onChanging(false)} onMade={onGo} /> : null}
    </article>
  );
}
