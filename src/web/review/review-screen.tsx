/**
 * Questions and findings: what is asked on the left, the finding in the middle, what it stands on at the cursor on the right. A finding
 * leads from any of its sentences to the record and the frame behind it.
 */
import "../events/events.css";
import "./review.css";
import { useState } from "react";
import type { FindingAnswer, QuestionRow } from "../../api/findings.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Ground } from "../../core/review/ground.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useFinding, useQuestions } from "../api-client/findings-api.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { EvidenceCard } from "./evidence-card.tsx";
import { FindingActs } from "./finding-acts.tsx";
import { draftOf, emptyDraft } from "./finding-draft.ts";
import { FindingEditor } from "./finding-editor.tsx";
import { FindingView } from "./finding-view.tsx";
import { keptName } from "./kept-finding.ts";
import { QuestionDialog } from "./question-dialog.tsx";
import { QuestionList } from "./question-list.tsx";
import { QuestionView } from "./question-view.tsx";
import { reviewKeys } from "./review-keys.ts";
import { ReviewSide } from "./review-side.tsx";

/** Below the first the evidence stands beneath its ground, below the second the list goes too. */
const threeFrom = 1180;
const twoFrom = 860;

/** `/review`, `/review/qn1`, `/review/qn1?write=1`, `/review/f1?version=2`, `/review/f1?write=1`. */
export function ReviewScreen({ record }: { readonly record: string | undefined }) {
  const { query } = useAddress();
  const [withoutSide, narrow] = [useNarrow(threeFrom), useNarrow(twoFrom)];
  const questions = useQuestions();
  const version = /^[1-9]\d{0,8}$/.test(query.get("version") ?? "") ? Number(query.get("version")) : undefined;
  const finding = useFinding(record?.startsWith("f") === true ? (record as FindingId) : undefined, version);
  const [asking, setAsking] = useState(false);
  const [changing, setChanging] = useState(false);
  const [at, setAt] = useState<{ readonly record: string | undefined; readonly ground: Ground }>();
  // What was chosen in another finding is not this one's.
  const cursor = at?.record === record ? at?.ground : undefined;
  const setCursor = (ground: Ground): void => setAt({ record, ground });
  /** Where the editor says what is missing, while there is room beside it. */
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  const rows = questions.data?.questions ?? [];
  const shown = record?.startsWith("f") === true ? finding.data : undefined;
  const question = rows.find(({ id }) => id === (shown?.question ?? record));
  const writing = query.get("write") === "1";
  const order = rows.flatMap(({ id, findings }) => [id, ...findings.map((one) => one.id)] as string[]);
  const move = (step: number): void => {
    const at = record === undefined ? -1 : order.indexOf(record);
    const next = order[at === -1 ? (step > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + step))];
    if (next !== undefined && !writing) navigate(`/review/${next}`, { replace: true });
  };
  const write = (): void => {
    if (question !== undefined && question.withdrawn === null) navigate(`/review/${question.id}?write=1`);
  };
  const edit = (): void => setQuery({ write: "1", version: undefined });
  useKeys(reviewKeys, {
    next: () => move(1),
    previous: () => move(-1),
    ask: () => setAsking(true),
    write,
    change: () => (shown === undefined ? setChanging(question !== undefined) : shown.withdrawn === null ? edit() : undefined),
  });
  const card = cursor === undefined ? null : <EvidenceCard ground={cursor} />;
  const showsList = !narrow || record === undefined;
  return (
    <div className={narrow ? "review is-narrow" : withoutSide ? "review is-two" : "review"}>
      <h1 className="visually-hidden">{t("review.title")}</h1>
      {showsList ? (
        <section className="events-list" aria-label={t("review.questions")}>
          <div className="events-bar">
            <strong>{t("review.questions")}</strong>
            <button type="button" className="button is-main" onClick={() => setAsking(true)}>
              {t("review.ask")}
            </button>
          </div>
          {questions.error === null ? null : <ErrorNotice error={questions.error} onRetry={() => void questions.refetch()} />}
          {questions.data !== undefined && rows.length === 0 ? (
            <div className="events-empty">
              <p>{t("review.none")}</p>
              <p className="quiet">{t("review.none-how")}</p>
            </div>
          ) : null}
          <QuestionList questions={rows} chosen={record} />
        </section>
      ) : null}
      {narrow && record === undefined ? null : (
        <section className="events-panel review-middle" aria-label={record ?? t("review.closed")}>
          {narrow ? (
            <p>
              <Link to="/review">{t("events.back")}</Link>
            </p>
          ) : null}
          {finding.error === null ? null : <ErrorNotice error={finding.error} onRetry={() => void finding.refetch()} />}
          {record === undefined ? <p className="quiet">{t("review.closed")}</p> : null}
          {record !== undefined && question === undefined && questions.data !== undefined && shown === undefined && !finding.isFetching ? (
            <p className="quiet">{t("review.unknown", { id: record })}</p>
          ) : null}
          {writing && question !== undefined && (record?.startsWith("qn") === true || shown !== undefined) ? (
            <Editor {...{ question, cursor, beside }} finding={shown} onCursor={setCursor} />
          ) : shown !== undefined ? (
            <FindingView finding={shown} {...{ question, cursor }} onCursor={setCursor} card={withoutSide ? card : null}>
              <FindingActs key={`${shown.id}.${shown.version}`} finding={shown} onEdit={edit} />
              {withoutSide ? <ReviewSide question={question} finding={shown} card={null} /> : null}
            </FindingView>
          ) : question !== undefined && record === question.id ? (
            <>
              <QuestionView key={question.id} {...{ question, changing }} onChanging={setChanging} onWrite={write} />
              {withoutSide ? <ReviewSide question={question} finding={undefined} card={null} /> : null}
            </>
          ) : null}
        </section>
      )}
      {withoutSide ? null : (
        <aside className="review-side" aria-label={t("review.side")}>
          <div ref={setBeside} />
          <ReviewSide question={question} finding={shown} card={card ?? <p className="quiet">{t("evidence.none")}</p>} />
        </aside>
      )}
      {asking ? <QuestionDialog onClose={() => setAsking(false)} onAsked={(id) => navigate(`/review/${id}`)} /> : null}
    </div>
  );
}

interface EditorProps {
  readonly question: QuestionRow;
  readonly finding: FindingAnswer | undefined;
  readonly cursor: Ground | undefined;
  readonly beside: HTMLElement | null;
  readonly onCursor: (ground: Ground) => void;
}

function Editor({ question, finding, cursor, beside, onCursor }: EditorProps) {
  const held = useCase().data;
  if (held === undefined) return null;
  if (finding !== undefined && (finding.document === "withheld" || finding.withdrawn !== null))
    return <p className="notice">{t("finding.withheld")}</p>;
  const newest = finding?.versions.at(-1)?.version ?? 0;
  const of = finding?.id ?? `new.${question.id}`;
  return (
    <FindingEditor
      key={of}
      {...{ question, cursor, beside, onCursor }}
      finding={finding?.id}
      base={newest}
      start={finding === undefined ? emptyDraft(question.id, question.precision) : draftOf(finding.document as never)}
      kept={keptName(held.caseId, held.person.id, of)}
      onDone={(id) => navigate(id === undefined ? `/review/${question.id}` : `/review/${id}`)}
    />
  );
}
