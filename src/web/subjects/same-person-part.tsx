/**
 * Which other labels are this person, as people judged it on clothing and position. Nothing is proposed and no faces are compared: two
 * frames are looked at on their own benches, under the shield.
 */
import { useState } from "react";
import type { SamePersonRow, SubjectRow, SubjectsAnswer } from "../../api/subjects.ts";
import { SamePersonBasis, SamePersonVerdict } from "../../core/subject/same-person.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { useWriting } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { VerdictChip } from "./verdict-chip.tsx";

interface SamePersonPartProps {
  readonly subject: SubjectRow;
  readonly answer: SubjectsAnswer;
}

export function SamePersonPart({ subject, answer }: SamePersonPartProps) {
  const [judging, setJudging] = useState<SamePersonRow | "new">();
  const [leaving, setLeaving] = useState<SamePersonRow>();
  const own = answer.judgements.filter(({ a, b }) => a === subject.id || b === subject.id);
  const others = answer.subjects.filter(({ id, withdrawn }) => id !== subject.id && withdrawn === undefined);
  return (
    <section className="record-part" aria-label={t("same-person.title")}>
      <div className="record-part-head">
        <h3>{t("same-person.title")}</h3>
        {subject.withdrawn === undefined && others.length > 0 ? (
          <button type="button" className="button is-small" onClick={() => setJudging("new")}>
            {t("same-person.new")}
          </button>
        ) : null}
      </div>
      <p className="quiet small">{t("same-person.how")}</p>
      <ul className="record-lines">
        {own.map((one) => {
          const other = one.a === subject.id ? one.b : one.a;
          return (
            <li key={one.id} className={one.withdrawn === undefined ? "" : "is-withdrawn"}>
              <p className="record-line-head">
                <span className="mono quiet">{one.id}</span>
                <Link to={`/subjects/${other}`}>{other}</Link>
                <VerdictChip verdict={one.verdict} />
                <span className="quiet small">{one.on.map((basis) => t(`same-person.on.${basis}`)).join(", ")}</span>
                {one.withdrawn === undefined ? (
                  <>
                    <button
                      type="button"
                      className="button is-bare is-small"
                      aria-label={`${t("events.change")} ${one.id}`}
                      onClick={() => setJudging(one)}
                    >
                      {t("events.change")}
                    </button>
                    <button
                      type="button"
                      className="button is-bare is-small is-second"
                      aria-label={`${t("events.withdraw")} ${one.id}`}
                      onClick={() => setLeaving(one)}
                    >
                      {t("events.withdraw")}
                    </button>
                  </>
                ) : null}
              </p>
              <p className="small">
                <IsolatedText text={one.reason ?? t("events.withheld")} />
              </p>
              {one.withdrawn === undefined ? null : (
                <p className="small">
                  <IsolatedText text={t("events.withdrawn-because", { reason: one.withdrawn })} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {judging === undefined ? null : (
        <JudgeDialog
          subject={subject}
          others={others}
          judged={judging === "new" ? undefined : judging}
          onClose={() => setJudging(undefined)}
        />
      )}
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => subjectApi.withdraw({ record: leaving.id, reason })}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  );
}

interface JudgeDialogProps {
  readonly subject: SubjectRow;
  readonly others: readonly SubjectRow[];
  readonly judged: SamePersonRow | undefined;
  readonly onClose: () => void;
}

function JudgeDialog({ subject, others, judged, onClose }: JudgeDialogProps) {
  const [other, setOther] = useState<SubjectId | undefined>(
    judged === undefined ? others[0]?.id : judged.a === subject.id ? judged.b : judged.a,
  );
  const [verdict, setVerdict] = useState<SamePersonVerdict>(judged?.verdict ?? "cannot-tell");
  const [on, setOn] = useState<readonly SamePersonBasis[]>(judged?.on ?? []);
  const [reason, setReason] = useState(judged?.reason ?? "");
  const ready = other !== undefined && reason.trim() !== "" && (verdict === "cannot-tell" || on.length > 0);
  const writing = useWriting(
    () =>
      subjectApi.judge({
        ...(judged === undefined ? { a: subject.id, b: other as SubjectId } : { judgement: judged.id, a: judged.a, b: judged.b }),
        ...{ verdict, on: [...on], reason: reason.trim() },
      }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  return (
    <WritingDialog
      title={t("same-person.judge-title", { id: subject.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <p className="quiet small">{t("same-person.how")}</p>
      <label className="label">
        <span>{t("same-person.other")}</span>
        <select
          className="field"
          value={other ?? ""}
          disabled={judged !== undefined}
          onChange={(event) => setOther(event.target.value as SubjectId)}
        >
          {others.map(({ id, item, description }) => (
            <option key={id} value={id}>
              {`${id} · ${item} · ${description.slice(0, 60)}`}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="claim-fields">
        <legend>{t("same-person.verdict")}</legend>
        {SamePersonVerdict.options.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="same-person" checked={verdict === one} onChange={() => setVerdict(one)} />{" "}
            {t(`same-person.says.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="claim-fields">
        <legend>{t("same-person.on")}</legend>
        {SamePersonBasis.options.map((one) => (
          <label key={one} className="check">
            <input
              type="checkbox"
              checked={on.includes(one)}
              onChange={(event) => setOn(event.target.checked ? [...on, one] : on.filter((basis) => basis !== one))}
            />{" "}
            {t(`same-person.on.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="label">
        <span>{t("same-person.reason")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={reason}
          maxLength={5000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </WritingDialog>
  );
}
