/** Makes a hypothesis or changes its words or standing. To give one up, a reason is needed. */
import { useState } from "react";
import type { HypothesisRow } from "../../api/events.ts";
import { HypothesisStanding, type HypothesisStart, Question } from "../../core/hypothesis/hypothesis.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { useWriting } from "./event-queries.ts";

/** Which question each of the offered starts answers. */
const questionOf = { staged: "what", older: "when", elsewhere: "where", own: "what" } as const satisfies Record<HypothesisStart, Question>;

interface HypothesisDialogProps {
  readonly hypothesis?: HypothesisRow | undefined;
  readonly start?: HypothesisStart;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function HypothesisDialog({ hypothesis, start: given = "own", onClose, onMade }: HypothesisDialogProps) {
  const start = hypothesis?.start ?? given;
  const [question, setQuestion] = useState<Question>(hypothesis?.question ?? questionOf[start]);
  const [statement, setStatement] = useState(hypothesis?.statement ?? (start === "own" ? "" : t(`start-statement.${start}`)));
  const [standing, setStanding] = useState<HypothesisStanding>(hypothesis?.standing ?? "alive");
  const [reason, setReason] = useState("");
  const needsReason = hypothesis !== undefined || standing !== "alive";
  const ready = statement.trim() !== "" && (!needsReason || reason.trim() !== "");
  const writing = useWriting(
    () =>
      eventsApi.describeHypothesis({
        ...(hypothesis === undefined ? {} : { hypothesis: hypothesis.id }),
        question,
        start,
        statement: statement.trim(),
        standing,
        reason: reason.trim(),
      }),
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onMade(id);
    },
  );
  return (
    <WritingDialog
      title={hypothesis === undefined ? t("hypothesis-form.new") : t("hypothesis-form.change", { id: hypothesis.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("hypothesis-form.statement")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={statement}
          maxLength={5000}
          onChange={(event) => setStatement(event.target.value)}
        />
      </label>
      <div className="claim-row">
        <label className="label">
          <span>{t("hypothesis-form.question")}</span>
          <select className="field" value={question} onChange={(event) => setQuestion(event.target.value as Question)}>
            {Question.options.map((option) => (
              <option key={option} value={option}>
                {t(`question.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("hypothesis-form.standing")}</span>
          <select className="field" value={standing} onChange={(event) => setStanding(event.target.value as HypothesisStanding)}>
            {HypothesisStanding.options.map((option) => (
              <option key={option} value={option}>
                {t(`standing.${option}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="label">
        <span>{t(hypothesis === undefined ? "hypothesis-form.reason-needed" : "events.reason")}</span>
        <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}
