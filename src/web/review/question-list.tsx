/** Questions of the case with the grade of each and the findings on it; a row is a link. */
import { useEffect, useRef } from "react";
import type { QuestionRow } from "../../api/findings.ts";
import { toneOf } from "../blind/blind-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { GradeChip } from "./grade-chip.tsx";

export function QuestionList({ questions, chosen }: { readonly questions: readonly QuestionRow[]; readonly chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {questions.map((question) => (
        <li key={question.id}>
          <Row to={`/review/${question.id}`} chosen={question.id === chosen} withdrawn={question.withdrawn !== null}>
            <span className="record-row-head">
              <span className="mono quiet">{question.id}</span>
              <span className="quiet">{t(`question.${question.sort}`)}</span>
              {question.withdrawn === null ? <GradeChip grade={question.grade?.grade ?? null} state={question.grade?.state} /> : null}
              {question.withdrawn === null ? null : <span className="sign">{t("events.withdrawn")}</span>}
              {question.blind === "none" ? null : (
                <span className={`chip small tone-${toneOf[question.blind]}`}>
                  <ToneMark tone={toneOf[question.blind]} />
                  {t("review.blind-sign", { state: t(`blind.state.${question.blind}`) })}
                </span>
              )}
            </span>
            <strong className="record-row-title">
              <IsolatedText text={question.text} />
            </strong>
          </Row>
          {question.findings.length === 0 ? null : (
            <ul className="question-findings">
              {question.findings.map(({ id, state, statement, grade }) => (
                <li key={id}>
                  <Row to={`/review/${id}`} chosen={id === chosen} withdrawn={state === "withdrawn"}>
                    <span className="record-row-head small">
                      <span className="mono quiet">{id}</span>
                      <GradeChip grade={grade} />
                      <span className="quiet">{t(`finding-state.${state}`)}</span>
                    </span>
                    <span className="record-row-title">
                      <IsolatedText
                        text={statement === null ? t("events.withheld") : statement.trim() === "" ? t("finding.no-statement") : statement}
                      />
                    </span>
                  </Row>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly to: string;
  readonly chosen: boolean;
  readonly withdrawn: boolean;
  readonly children: React.ReactNode;
}

function Row({ to, chosen, withdrawn, children }: RowProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div ref={place}>
      <Link to={to} className={withdrawn ? "record-row is-withdrawn" : "record-row"} aria-current={chosen ? "true" : undefined}>
        {children}
      </Link>
    </div>
  );
}
