/** What people say about one record: comments with their answers, oldest first, and a field for the next. Nothing in it plays. */
import "./comments.css";
import { useState } from "react";
import type { CommentRow } from "../../api/work.ts";
import type { RecordName } from "../../core/review/ground.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useComments, workApi } from "../api-client/work-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration, formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { usePeople } from "../api-client/people-api.ts";
import { t } from "../words/t.ts";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentText } from "./comment-text.tsx";
import { RecordStill } from "./record-still.tsx";

interface CommentThreadProps {
  readonly record: RecordName;
  /** Moment of the recording that a new comment would be about, item time in seconds; null where there is none. */
  readonly atS: number | null;
}

export function CommentThread({ record, atS }: CommentThreadProps) {
  const { data, error, refetch } = useComments(record);
  const readOnly = useCase().data?.readOnly === true;
  const [answering, setAnswering] = useState<CommentRow["id"]>();
  const [leaving, setLeaving] = useState<CommentRow["id"]>();
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const comments = data ?? [];
  const answersTo = Map.groupBy(comments, ({ answers }) => answers);
  const below = (id: CommentRow["id"] | null) => (
    <ol className={id === null ? "comments" : "comments is-answers"}>
      {(answersTo.get(id) ?? []).map((comment) => (
        <li key={comment.id}>
          <Comment comment={comment} onLeave={() => setLeaving(comment.id)}>
            {readOnly || answering === comment.id ? null : (
              <button type="button" className="button is-bare is-small" onClick={() => setAnswering(comment.id)}>
                {t("comments.answer")}
              </button>
            )}
          </Comment>
          {answering === comment.id ? (
            <CommentComposer record={record} atS={null} answers={comment.id} onDone={() => setAnswering(undefined)} />
          ) : null}
          {answersTo.has(comment.id) ? below(comment.id) : null}
        </li>
      ))}
    </ol>
  );
  return (
    <section className="comment-thread" aria-label={t("comments.title", { record })}>
      {data !== undefined && comments.length === 0 ? <p className="quiet">{t("comments.none")}</p> : below(null)}
      {readOnly ? null : <CommentComposer record={record} atS={atS} />}
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("comments.withdraw-title", { id: leaving })}
          action={t("comments.withdraw")}
          write={(reason) => workApi.withdrawComment(leaving, reason)}
          said={t("comments.withdrawn-said")}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}

function Comment({ comment, onLeave, children }: { comment: CommentRow; onLeave: () => void; children: React.ReactNode }) {
  const me = usePeople().data?.find((row) => row.me)?.person;
  const { about, withdrawn } = comment;
  return (
    <article className={withdrawn === null ? "comment" : "comment is-withdrawn"} id={comment.id}>
      <p className="comment-head small">
        <strong>
          <IsolatedText text={comment.byName} />
        </strong>
        <span className="quiet">{formatInstant(comment.at) ?? comment.at} UTC</span>
        <Link className="quiet" to={`/custody/${comment.seq}`}>
          {comment.id}
        </Link>
      </p>
      {withdrawn === null ? (
        <>
          {about.atS === null ? null : (
            <Link to={about.address} className="comment-still">
              {about.item === null ? null : <RecordStill item={about.item} atS={about.atS} />}
              <span>{t("comments.at", { at: formatDuration(about.atS) })}</span>
            </Link>
          )}
          <CommentText text={comment.text} />
          <p className="comment-actions">
            {children}
            {me === comment.by ? (
              <button
                type="button"
                className="button is-bare is-small"
                aria-label={`${t("comments.withdraw")} ${comment.id}`}
                onClick={onLeave}
              >
                {t("comments.withdraw")}
              </button>
            ) : null}
          </p>
        </>
      ) : (
        <p className="quiet">
          <IsolatedText text={t("comments.withdrawn", { reason: withdrawn })} />
        </p>
      )}
    </article>
  );
}
