/** Hands the edition over as a job, followed here: where the pack lies and what to tell the receiver, or what the leak test found. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { HandOverResult } from "../../api/editions.ts";
import type { Job } from "../../api/jobs.ts";
import type { EditionId, EditionPlan } from "../../core/edition/edition.ts";
import { api } from "../api-client/api.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { editionApi } from "../api-client/edition-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { StillSpeaking } from "../parts/still-speaking.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { BlockerList } from "./blocker-list.tsx";

interface HandOverRunProps {
  readonly plan: EditionPlan;
  readonly edition: EditionId | undefined;
  /** Of private.age. */
  readonly passphrase: string | undefined;
  readonly onSealed: () => void;
}

export function HandOverRun({ plan, edition, passphrase, onSealed }: HandOverRunProps) {
  const [out, setOut] = useState("");
  const [recipients, setRecipients] = useState("");
  const run = useMutation({ mutationFn: editionApi.handOver });
  const jobs = useJobs().data;
  // Two runs into one folder: the second would be refused, and its refusal stand where the first is followed.
  const isUnderway = run.data !== undefined && isRunning(jobs?.running.find(({ id }) => id === run.data.job));
  return (
    <form
      className="handover-run"
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ plan, out, recipients: recipients.split(/\s+/u).filter((one) => one !== ""), edition, passphrase });
      }}
    >
      <label className="label">
        <span>{t("handover.out")}</span>
        <input
          className="field mono"
          value={out}
          required
          aria-describedby="handover-out-hint"
          onChange={(event) => setOut(event.target.value)}
        />
        <span id="handover-out-hint" className="quiet">
          {t("handover.out-hint")}
        </span>
      </label>
      <label className="label">
        <span>{t("handover.recipients")}</span>
        <textarea
          className="field mono"
          rows={2}
          value={recipients}
          spellCheck={false}
          aria-describedby="handover-recipients-hint"
          onChange={(event) => setRecipients(event.target.value)}
        />
        <span id="handover-recipients-hint" className="quiet">
          {t("handover.recipients-hint")}
        </span>
      </label>
      <button type="submit" className="button is-main" disabled={run.isPending || isUnderway || out.trim() === ""}>
        {t("handover.run")}
      </button>
      {run.error === null ? null : <ErrorNotice error={run.error} />}
      {run.data === undefined ? null : <Followed id={run.data.job} onSealed={onSealed} />}
    </form>
  );
}

function isRunning(job: Job | undefined): boolean {
  return job?.state === "running" || job?.state === "waiting";
}

function Followed({ id, onSealed }: { readonly id: string; readonly onSealed: () => void }) {
  const jobs = useJobs().data;
  const job: Job | undefined = [...(jobs?.running ?? []), ...(jobs?.ended ?? [])].find((one) => one.id === id);
  const stop = useMutation({ mutationFn: () => api.cancelJob(id) });
  if (job === undefined) return <p className="quiet">{t("job-state.waiting")}</p>;
  if (isRunning(job))
    return (
      <div aria-live="polite">
        <p className="quiet">{job.detail ?? ""}</p>
        <ProgressBar progress={job.progress} label={t("handover.run")} />
        <button type="button" className="button" onClick={() => stop.mutate()} disabled={stop.isPending}>
          {t("handover.stop")}
        </button>
      </div>
    );
  if (job.state === "cancelled") return <p role="status">{t("handover.stopped")}</p>;
  if (job.state === "failed") return <ErrorNotice error={job.reason ?? t("job-state.failed")} />;
  const result = HandOverResult.safeParse(job.result).data;
  return result === undefined ? null : <Ended result={result} onSealed={onSealed} />;
}

function Ended({ result, onSealed }: { readonly result: HandOverResult; readonly onSealed: () => void }) {
  const isSealed = result.state === "sealed";
  useEffect(() => {
    if (isSealed) onSealed();
    // Told once: what is typed after that is another plan, and stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isSealed]);
  if (result.state === "blocked") return <BlockerList blockers={result.blockers} />;
  if (result.state === "leaks") return <Leaks report={result.report} />;
  const { edition, version, out, objects, files, withheld, stillSpeaking, noPdf, shortCode, leaks, encrypted } = result;
  return (
    <div role="status" className="handover-done">
      <p>
        <ToneMark tone="agree" /> <strong>{t("handover.sealed", { edition, version })}</strong>
      </p>
      <p className="mono">
        <IsolatedText text={out} />
      </p>
      <p>{t("handover.sealed-counts", { objects, files, withheld })}</p>
      <StillSpeaking lines={stillSpeaking} />
      {encrypted === null ? null : (
        <>
          <p>
            {t("handover.encrypted")}{" "}
            <span className="mono">
              <IsolatedText text={encrypted.out} />
            </span>
          </p>
          <p className="quiet">{t("handover.encrypted-how")}</p>
        </>
      )}
      {noPdf === null ? null : (
        <p>
          {t("handover.no-pdf")} <IsolatedText text={noPdf} />
        </p>
      )}
      {leaks === null ? null : <p>{t("handover.leaks-none", { files: leaks.scanned.files, frames: leaks.scanned.frames })}</p>}
      <p>
        {t("handover.tell-head")} <strong className="mono">{shortCode}</strong>
      </p>
    </div>
  );
}

/** Labels of secrets and the way into the file; never the secret itself. */
function Leaks({ report }: { readonly report: Extract<HandOverResult, { state: "leaks" }>["report"] }) {
  const { leaks, moreLeaks, notScanned } = report;
  return (
    <div role="status">
      <h2>
        <ToneMark tone="conflict" /> {t("handover.leaks", { count: leaks.length + moreLeaks })}
      </h2>
      <p>{t("handover.leaks-what")}</p>
      <ul className="handover-blockers">
        {leaks.slice(0, 100).map(({ kind, file, where, secret }, at) => (
          <li key={at}>
            <strong>{t(`handover.leak.${kind}`)}</strong> <IsolatedText text={file} />{" "}
            <span className="quiet">
              <IsolatedText text={where} />
            </span>{" "}
            <IsolatedText text={secret} />
          </li>
        ))}
        {notScanned.slice(0, 100).map(({ file, where, why }, at) => (
          <li key={`n${at}`}>
            <strong>{t("handover.not-read")}</strong> <IsolatedText text={file} /> <IsolatedText text={where} /> <IsolatedText text={why} />
          </li>
        ))}
      </ul>
    </div>
  );
}
