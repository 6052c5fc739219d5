/** One person: what is seen by time, the role as claimed apart from it, protection with reasons, and which labels are the same person. */
import { useState } from "react";
import type { SubjectRow, SubjectsAnswer } from "../../api/subjects.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { CommentThread } from "../comments/comment-thread.tsx";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { ContradictionList } from "./contradiction-list.tsx";
import { ItemFigure } from "./item-figure.tsx";
import { ItemMoment } from "./item-moment.tsx";
import { RecordHead } from "./record-head.tsx";
import { SamePersonPart } from "./same-person-part.tsx";
import { StateDialog } from "./state-dialog.tsx";
import { StateList } from "./state-list.tsx";
import { SubjectDialog } from "./subject-dialog.tsx";

interface SubjectDetailProps {
  readonly id: string;
  readonly answer: SubjectsAnswer;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
  readonly onGo: (id: string) => void;
}

export function SubjectDetail({ id, answer, changing, onChanging, onGo }: SubjectDetailProps) {
  const [leaving, setLeaving] = useState(false);
  const [stating, setStating] = useState(false);
  const subject = answer.subjects.find((one) => one.id === id);
  if (subject === undefined) return <p className="quiet">{t("subjects.unknown", { id })}</p>;
  const stands = subject.withdrawn === undefined;
  const states = answer.states.filter((state) => state.subject === subject.id);
  return (
    <article className={stands ? "record" : "record is-withdrawn"}>
      <RecordHead
        record={subject}
        sort={
          <>
            {t(`subjects.known.${subject.known}`)} · <Link to={`/items/${subject.item}`}>{subject.item}</Link>
          </>
        }
        title={subject.description}
        onChange={() => onChanging(true)}
        onWithdraw={() => setLeaving(true)}
      >
        <Link className="small" to={`/subjects?item=${subject.item}`}>
          {t("subjects.figure-of", { item: subject.item })}
        </Link>
      </RecordHead>
      <StaleNotice record={subject.id} />
      <Said subject={subject} />
      <ContradictionList contradictions={answer.contradictions.filter((one) => one.subject === subject.id)} />
      <section className="record-part" aria-label={t("subjects.states")}>
        <div className="record-part-head">
          <h3>{t("subjects.states")}</h3>
          {stands ? (
            <button type="button" className="button is-small" onClick={() => setStating(true)}>
              {t("subjects.state-add")}
            </button>
          ) : null}
        </div>
        {states.length === 0 ? <p className="quiet">{t("subjects.states-none")}</p> : null}
        {states.length === 0 ? null : <ItemFigure item={subject.item} only={subject.id} shots={answer.shots} />}
        <StateList subject={subject} states={states} />
      </section>
      <SamePersonPart subject={subject} answer={answer} />
      <section className="record-part" aria-label={t("comments.tab")}>
        <h3>{t("comments.tab")}</h3>
        <CommentThread record={subject.id} atS={null} />
      </section>
      {changing && stands ? <SubjectDialog subject={subject} onClose={() => onChanging(false)} onMade={onGo} /> : null}
      {stating ? <StateDialog subject={subject} onClose={() => setStating(false)} /> : null}
      {leaving ? (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: subject.id })}
          action={t("events.withdraw")}
          write={(reason) => subjectApi.withdraw({ record: subject.id, reason })}
          said={t("events.written", { id: subject.id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

/** What others say of this person, and why they are protected: never mixed with what is seen. */
function Said({ subject: { item, spokenOf, roleAsClaimed, protection } }: { readonly subject: SubjectRow }) {
  return (
    <dl className="record-facts">
      {spokenOf === null ? null : (
        <>
          <dt>{t("subjects.spoken")}</dt>
          <dd>
            {spokenOf.by === "claim" ? (
              <Link to={`/claims?claim=${spokenOf.claim}`}>{spokenOf.claim}</Link>
            ) : (
              <ItemMoment item={item} fromS={spokenOf.fromS} toS={spokenOf.toS} />
            )}
          </dd>
        </>
      )}
      <dt>{t("subjects.role")}</dt>
      <dd>
        {roleAsClaimed === null ? (
          <span className="quiet">{t("subjects.role-none")}</span>
        ) : (
          <>
            <IsolatedText text={roleAsClaimed.words} />{" "}
            <span className="quiet small">
              {t("subjects.role-says")} <Link to={`/claims?claim=${roleAsClaimed.claim}`}>{roleAsClaimed.claim}</Link>
            </span>
          </>
        )}
      </dd>
      <dt>{t("subjects.protection")}</dt>
      <dd>
        {protection.length === 0 ? <span className="quiet">{t("subjects.protection-none")}</span> : null}
        {protection.map(({ sort, reason }) => (
          <span key={sort} className="fact-basis">
            <strong>{t(`protection.${sort}`)}</strong>: <IsolatedText text={reason} />
          </span>
        ))}
      </dd>
    </dl>
  );
}
