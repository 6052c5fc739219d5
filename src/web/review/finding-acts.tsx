/** What can be done with the newest version of a finding: its author signs it, somebody who wrote none of it reviews it, anybody takes it back. */
import { useState } from "react";
import type { FindingAnswer } from "../../api/findings.ts";
import { findingsApi, useFindingReport } from "../api-client/findings-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { ReportPanel } from "./report-panel.tsx";

interface FindingActsProps {
  readonly finding: FindingAnswer;
  readonly onEdit: () => void;
}

export function FindingActs({ finding, onEdit }: FindingActsProps) {
  const { id, version, versions, document, state, withdrawn, reviewObstacle, mine } = finding;
  const [open, setOpen] = useState<"approves" | "returns" | "withdraw">();
  const newest = versions.at(-1)?.version;
  const isNewest = newest === version;
  const isDraft = state === "draft";
  const mayReview = !isDraft && reviewObstacle === null;
  const report = useFindingReport(isNewest && (isDraft || mayReview) && document !== "withheld" ? document : undefined);
  const signing = useWriting(
    () => findingsApi.sign(id, version),
    () => t("finding.signed-said", { id, version }),
  );
  if (withdrawn !== null) return null;
  if (!isNewest) return <p className="notice">{t("finding.not-newest", { newest: newest ?? 0 })}</p>;
  const missing = report.data?.obstacles.length;
  return (
    <section className="finding-acts" aria-label={t("finding.acts")}>
      {(isDraft || mayReview) && document !== "withheld" ? <ReportPanel report={report.data} error={report.error} /> : null}
      {signing.error === null ? null : <ErrorNotice error={signing.error} />}
      <div className="ground-actions">
        <button type="button" className="button" onClick={() => setOpen("withdraw")}>
          {t("events.withdraw")}
        </button>
        <button type="button" className="button" onClick={onEdit}>
          {t("finding.edit")} <kbd>E</kbd>
        </button>
        {isDraft && mine ? (
          <button type="button" className="button is-main" disabled={signing.isPending} onClick={() => signing.mutate(undefined)}>
            {missing === undefined || missing === 0 ? t("finding.sign") : t("finding.sign-missing", { count: missing })}
          </button>
        ) : null}
        {mayReview ? (
          <>
            <button type="button" className="button" onClick={() => setOpen("returns")}>
              {t("finding.return")}
            </button>
            <button type="button" className="button is-main" onClick={() => setOpen("approves")}>
              {t("finding.approve")}
            </button>
          </>
        ) : null}
      </div>
      {isDraft && !mine ? <p className="quiet small">{t("finding.only-writer-signs")}</p> : null}
      {!isDraft && reviewObstacle !== null ? <p className="quiet small">{t("finding.own")}</p> : null}
      {open === "withdraw" ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id })}
          action={t("events.withdraw")}
          write={(reason) => findingsApi.withdraw(id, reason)}
          said={t("events.written", { id })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === "approves" || open === "returns" ? (
        <ReviewDialog {...{ finding, verdict: open }} onClose={() => setOpen(undefined)} />
      ) : null}
    </section>
  );
}

interface ReviewDialogProps {
  readonly finding: FindingAnswer;
  readonly verdict: "approves" | "returns";
  readonly onClose: () => void;
}

function ReviewDialog({ finding: { id, version }, verdict, onClose }: ReviewDialogProps) {
  const [note, setNote] = useState("");
  const [read, setRead] = useState(false);
  const approves = verdict === "approves";
  const writing = useWriting(
    () => findingsApi.review(id, { version, verdict, note: note.trim() }),
    () => t("finding.reviewed-said", { id, version }),
    onClose,
  );
  const ready = approves ? read : note.trim() !== "";
  return (
    <WritingDialog
      title={t(approves ? "finding.approve-title" : "finding.return-title", { id, version })}
      action={t(approves ? "finding.approve" : "finding.return")}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      {approves ? (
        <label className="check">
          <input type="checkbox" data-autofocus checked={read} onChange={(event) => setRead(event.target.checked)} /> {t("finding.read-it")}
        </label>
      ) : null}
      <label className="label">
        <span>{t(approves ? "finding.note" : "finding.note-needed")}</span>
        <textarea
          dir="auto"
          className="field"
          {...(approves ? {} : { "data-autofocus": true })}
          value={note}
          maxLength={5000}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </WritingDialog>
  );
}
