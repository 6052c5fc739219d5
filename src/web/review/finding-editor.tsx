/**
 * Writes a version of a finding. The linter reads along; what is missing before it may be signed is told beside it. What is typed is kept
 * in this browser until it is written or given up.
 */
import { useDeferredValue, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { QuestionRow } from "../../api/findings.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Ground } from "../../core/review/ground.ts";
import { lintFinding } from "../../reason/lint/lint-document.ts";
import { findingsApi, useFindingReport } from "../api-client/findings-api.ts";
import { useHypotheses, useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { ContradictionFields } from "./contradiction-fields.tsx";
import { documentOf, type FindingDraft, lintedDocument } from "./finding-draft.ts";
import { GroundFields } from "./ground-fields.tsx";
import { HypothesisFields } from "./hypothesis-fields.tsx";
import { LadderFields } from "./ladder-fields.tsx";
import { LintedField } from "./linted-field.tsx";
import { ReportPanel } from "./report-panel.tsx";
import { TextListFields } from "./text-list-fields.tsx";
import { useFindingDraft } from "./use-finding-draft.ts";

interface FindingEditorProps {
  readonly question: QuestionRow;
  readonly finding: FindingId | undefined;
  readonly base: number;
  readonly start: FindingDraft;
  /** Name of what is kept in this browser. */
  readonly kept: string;
  readonly cursor: Ground | undefined;
  /** Where to say what is missing; null: beneath. */
  readonly beside: HTMLElement | null;
  readonly onCursor: (ground: Ground) => void;
  /** Written, or given up; the finding to go to. */
  readonly onDone: (finding: string | undefined) => void;
}

export function FindingEditor({ question, finding, base, start, kept, cursor, beside, onCursor, onDone }: FindingEditorProps) {
  const drafting = useFindingDraft(kept, base, start);
  const { draft, change } = drafting;
  const [reason, setReason] = useState("");
  const [sure, setSure] = useState(false);
  const [stale, setStale] = useState<number>();
  const hypotheses = useHypotheses().data?.hypotheses ?? [];
  const linted = useMemo(() => lintFinding(lintedDocument(draft)), [draft]);
  const marksOf = (field: string) => linted.filter((one) => one.field === field);
  const document = useMemo(() => documentOf(draft), [draft]);
  const report = useFindingReport(useDeferredValue(document));
  const isNew = finding === undefined;
  const writing = useWriting(
    () => findingsApi.write({ ...(isNew ? {} : { finding, base: drafting.base }), document: document as never, reason: reason.trim() }),
    (written) =>
      written.state === "written" ? t("finding.written", { id: written.id, version: written.version }) : t("finding.stale-said"),
    (written) => {
      if (written.state === "stale") return setStale(written.version);
      drafting.drop();
      onDone(written.id);
    },
  );
  const ready = document !== undefined && (isNew || reason.trim() !== "");
  const area = (field: "statement" | "lookedAgainst" | "method" | "limits" | "wouldChange") => (
    <LintedField
      label={t(`finding.${field}`)}
      hint={t(`finding-hint.${field}`)}
      value={draft[field]}
      marks={marksOf(field)}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const missing = <ReportPanel report={report.data} error={report.error} waiting={document === undefined} />;
  return (
    // Not a form that Enter sends: a version is written by its button alone.
    <section className="finding-form" role="form" aria-label={t("finding.editing")}>
      <header className="finding-form-head">
        <h2>
          {isNew ? t("finding.new", { question: question.id }) : t("finding.next-version", { id: finding, version: drafting.base + 1 })}
        </h2>
        {drafting.restored ? <p className="notice is-fine">{t("finding.restored")}</p> : null}
        {drafting.elsewhere ? <p className="notice is-attention">{t("finding.elsewhere")}</p> : null}
        {drafting.unkept ? <p className="notice is-attention">{t("finding.unkept")}</p> : null}
        {stale === undefined || finding === undefined ? null : (
          <div className="notice is-error">
            <p>{t("finding.stale", { version: stale })}</p>
            <p className="action-row">
              <a className="button" href={`/review/${finding}`} target="_blank" rel="noreferrer">
                {t("finding.stale-read", { version: stale })}
              </a>
              <button
                type="button"
                className="button"
                onClick={() => {
                  drafting.goOnFrom(stale);
                  setStale(undefined);
                }}
              >
                {t("finding.stale-go-on", { version: stale })}
              </button>
            </p>
          </div>
        )}
      </header>
      <AnswerFields asked={question.precision} draft={draft.answer} onDraft={(answer) => change({ answer })} />
      {area("statement")}
      <LadderFields draft={draft} marksOf={marksOf} set={change} />
      <section className="record-part" aria-label={t("finding.evidence-for")}>
        <h3>{t("finding.evidence-for")}</h3>
        <GroundFields
          {...{ side: "for", cursor, marksOf, onCursor }}
          grounds={draft.evidenceFor}
          onGrounds={(evidenceFor) => change({ evidenceFor })}
        />
      </section>
      <section className="record-part" aria-label={t("finding.evidence-against")}>
        <h3>{t("finding.evidence-against")}</h3>
        <GroundFields
          {...{ side: "against", cursor, marksOf, onCursor }}
          grounds={draft.evidenceAgainst}
          onGrounds={(evidenceAgainst) => change({ evidenceAgainst })}
        />
        {area("lookedAgainst")}
      </section>
      <section className="record-part" aria-label={t("finding.hypotheses")}>
        <h3>{t("finding.hypotheses")}</h3>
        <HypothesisFields {...{ hypotheses, marksOf }} named={draft.hypotheses} onNamed={(named) => change({ hypotheses: named })} />
      </section>
      <section className="record-part" aria-label={t("finding.contradictions")}>
        <h3>{t("finding.contradictions")}</h3>
        <ContradictionFields
          {...{ question, marksOf }}
          texts={draft.openContradictions}
          onTexts={(openContradictions) => change({ openContradictions })}
        />
      </section>
      <section className="record-part" aria-label={t("finding.unknown")}>
        <h3>{t("finding.unknown")}</h3>
        <TextListFields
          {...{ field: "unknown", marksOf }}
          label={t("finding.unknown-one")}
          add={t("finding.add-unknown")}
          texts={draft.unknown}
          onTexts={(unknown) => change({ unknown })}
        />
      </section>
      {area("method")}
      {area("limits")}
      {area("wouldChange")}
      {beside === null ? missing : createPortal(missing, beside)}
      <footer className="finding-form-foot">
        {isNew ? null : (
          <label className="label">
            <span>{t("finding.reason")}</span>
            <input dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {writing.error === null ? null : <ErrorNotice error={writing.error} />}
        <p className="quiet small">{t("finding.draft-kept")}</p>
        <div className="ground-actions">
          {sure ? (
            <button type="button" className="button is-bare" onClick={() => setSure(false)}>
              {t("dialog.cancel")}
            </button>
          ) : null}
          <button
            type="button"
            className="button"
            onClick={() => {
              // What was typed is nowhere else.
              if (drafting.changed && !sure) return setSure(true);
              drafting.drop();
              onDone(finding);
            }}
          >
            {t(sure ? "finding.give-up-sure" : "finding.give-up")}
          </button>
          <button type="button" className="button is-main" disabled={!ready || writing.isPending} onClick={() => writing.mutate(undefined)}>
            {t("finding.write")}
          </button>
        </div>
      </footer>
    </section>
  );
}
