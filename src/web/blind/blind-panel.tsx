/** The blind second answers to a question, for screens that show the question: whether somebody repeated it, and what came of it. */
import "./blind.css";
import type { QuestionId } from "../../core/question/question.ts";
import { useBlind } from "../api-client/blind-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { BlindState, QuestionChanged } from "./blind-row.tsx";
import { comparisonSentences } from "./blind-words.ts";

export function BlindPanel({ question }: { readonly question: QuestionId }) {
  const blind = useBlind();
  const rows = (blind.data?.reviews ?? []).filter((row) => row.question === question);
  return (
    <section className="blind-panel" aria-label={t("blind.panel")}>
      <h2>{t("blind.panel")}</h2>
      {blind.error === null ? null : <ErrorNotice error={blind.error} onRetry={() => void blind.refetch()} />}
      {blind.data !== undefined && rows.length === 0 ? <p className="quiet small">{t("blind.panel-none")}</p> : null}
      {rows.map((row) => (
        <div key={row.blind} className="blind-panel-row">
          <p>
            <BlindState row={row} /> <Link to={`/blind/${row.blind}`}>{t("blind.panel-open", { blind: row.blind })}</Link>
          </p>
          <QuestionChanged row={row} />
          {row.comparisons
            .flatMap((pair) => comparisonSentences(pair))
            .map((sentence) => (
              <p key={sentence} className="small">
                {sentence}
              </p>
            ))}
          {row.resolutions.map(({ line, how, text, byName }) => (
            <p key={line} className="small blind-words">
              {t(how === "resolution" ? "blind.resolution" : "blind.minority-view", { name: byName, text })}
            </p>
          ))}
        </div>
      ))}
      {rows.length === 0 ? (
        <p className="small">
          <Link to="/blind">{t("blind.assign")}</Link>
        </p>
      ) : null}
    </section>
  );
}
