/** The time bench on paper: the question, the drawing, the answer in words, and every statement with who says it. Read here, printed as it is. */
import "./paper.css";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import type { TimeSpan } from "../map/time-scale.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { zonesWords } from "./bar-words.ts";
import type { ChartRow } from "./chart-rows.ts";
import { lengthWords } from "./clock-words.ts";
import { PaperChart, type PaperTerms, rowsOnPaper } from "./paper-chart.tsx";
import { type PerZone, shownAnswer } from "./shown-answer.ts";
import { standingWords, statementWords } from "./statement-words.ts";
import { WindowList } from "./window-list.tsx";

interface PaperViewProps {
  readonly problem: TimeProblem;
  readonly answer: TimeAnswer | undefined;
  readonly zones: string | undefined;
  readonly dropped: ReadonlySet<string>;
  readonly rows: readonly ChartRow[];
  readonly range: TimeSpan;
  readonly zone: string;
  readonly terms: PaperTerms;
  readonly onClose: () => void;
}

/** Of more than this nobody prints a list. */
const statementsListed = 400;

export function PaperView({ problem, answer, zones, dropped, rows, range, zone, terms, onClose }: PaperViewProps) {
  const { drawn } = answer === undefined ? { drawn: [] as PerZone } : shownAnswer(answer, zones);
  return (
    <div className="time-paper">
      <p className="paper-tools">
        <button type="button" className="button is-main" onClick={() => window.print()}>
          {t("time-bench.print")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("time-bench.paper-close")}
        </button>
      </p>
      <article className="paper-sheet" aria-label={t("time-bench.paper")}>
        <h1>
          <IsolatedText text={terms.title} />
        </h1>
        <ul className="paper-terms">
          {terms.lines.map((line) => (
            <li key={line}>
              <IsolatedText text={line} />
            </li>
          ))}
        </ul>
        <div className="paper-drawing" tabIndex={0} role="region" aria-label={t("time-bench.chart")}>
          <PaperChart rows={rows} range={range} zone={zone} />
        </div>
        {rows.length > rowsOnPaper ? <p>{t("time-bench.paper-cut", { count: rows.length - rowsOnPaper })}</p> : null}
        <h2>{t("time-bench.paper-answer")}</h2>
        {drawn.length > 1 ? <p>{t("time-bench.by-zone-how")}</p> : null}
        {drawn.map(([key, one]) => (
          <section key={key}>
            {key === "" ? null : <h3>{t("time-bench.taken-as", { zones: zonesWords(key) })}</h3>}
            {one.consistent ? (
              <>
                {one.touching ? <p>{t("time-bench.touching")}</p> : null}
                <WindowList answer={one} events={problem.events} zone={zone} />
              </>
            ) : (
              <>
                <p>{t("time-bench.not-which")}</p>
                {one.conflicts.map((conflict) => (
                  <div key={conflict.members.join("\n")}>
                    <p>
                      <strong>{t("time-bench.cannot-all", { count: conflict.members.length })}</strong>{" "}
                      {t("time-bench.gap", { length: lengthWords(conflict.gapSeconds) })}
                      {conflict.networkGapSeconds !== null && conflict.networkGapSeconds > conflict.gapSeconds
                        ? ` ${t("time-bench.network-gap", { length: lengthWords(conflict.networkGapSeconds), names: conflict.widenedBy.join(", ") })}`
                        : ""}
                    </p>
                    <ul>
                      {conflict.members.map((id) => (
                        <li key={id}>
                          <IsolatedText text={id} />
                          {conflict.touchingWithout.includes(id) ? ` (${t("time-bench.touching-without")})` : ""}
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </>
            )}
          </section>
        ))}
        <h2>{t("time-bench.paper-statements")}</h2>
        <ol className="paper-statements">
          {problem.statements.slice(0, statementsListed).map((one) => (
            <li key={one.id} className={dropped.has(one.id) ? "is-dropped" : undefined}>
              <strong>
                <IsolatedText text={one.id} />
              </strong>
              {dropped.has(one.id) ? ` (${t("time-bench.dropped-short")})` : ""}: <IsolatedText text={statementWords(one)} />{" "}
              <span className="quiet">
                <IsolatedText
                  text={[
                    standingWords(one),
                    one.basis,
                    (one.cites ?? []).length === 0 ? "" : t("time-bench.cites-list", { cites: (one.cites ?? []).join(", ") }),
                  ]
                    .filter((part) => part !== undefined && part !== "")
                    .join("; ")}
                />
              </span>
            </li>
          ))}
        </ol>
        {problem.statements.length > statementsListed ? (
          <p>{t("time-bench.paper-cut", { count: problem.statements.length - statementsListed })}</p>
        ) : null}
      </article>
    </div>
  );
}
