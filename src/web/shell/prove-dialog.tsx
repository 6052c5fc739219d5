/** Verify and seal from the page: each is a job, followed here to its report. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import type { Job } from "../../api/jobs.ts";
import { api } from "../api-client/api.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { StillSpeaking } from "../parts/still-speaking.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import type { VerifyReport } from "../../verify/report.ts";
import { t } from "../words/t.ts";
import { stageName } from "./jobs-dialog.tsx";
import { ReportView } from "./report-view.tsx";
import { SealConditions } from "./seal-conditions.tsx";

export function ProveDialog({ onClose }: { onClose: () => void }) {
  const [out, setOut] = useState("");
  const [withholdNames, setWithholdNames] = useState(false);
  const [withholdWithdrawn, setWithholdWithdrawn] = useState(false);
  const verify = useMutation({ mutationFn: api.verify });
  const seal = useMutation({ mutationFn: () => api.seal({ out, withholdNames, withholdWithdrawn }) });
  return (
    <Dialog title={t("prove.title")} wide onClose={onClose}>
      <section className="prove">
        <h3>{t("prove.verify-head")}</h3>
        <p className="quiet">{t("prove.verify-what")}</p>
        <div>
          <button type="button" className="button" onClick={() => verify.mutate()} disabled={verify.isPending}>
            {t("prove.verify")}
          </button>
        </div>
        {verify.error === null ? null : <ErrorNotice error={verify.error} />}
        {verify.data === undefined ? null : <FollowedJob id={verify.data.job} onLeave={onClose} />}
      </section>
      <form
        className="prove"
        onSubmit={(event) => {
          event.preventDefault();
          seal.mutate();
        }}
      >
        <h3>{t("prove.seal-head")}</h3>
        <p className="quiet">{t("prove.seal-what")}</p>
        <label className="label">
          <span>{t("prove.out")}</span>
          <input
            className="field mono"
            value={out}
            required
            onChange={(event) => setOut(event.target.value)}
            aria-describedby="prove-out-hint"
          />
          <span id="prove-out-hint" className="quiet">
            {t("prove.out-hint")}
          </span>
        </label>
        <label className="chip is-long">
          <input type="checkbox" checked={withholdNames} onChange={(event) => setWithholdNames(event.target.checked)} />
          {t("prove.withhold")}
        </label>
        <SealConditions withhold={withholdWithdrawn} onWithhold={setWithholdWithdrawn} onLeave={onClose} />
        <div>
          <button type="submit" className="button" disabled={seal.isPending || out === ""}>
            {t("prove.seal")}
          </button>
        </div>
        {seal.error === null ? null : <ErrorNotice error={seal.error} />}
        {seal.data === undefined ? null : <FollowedJob id={seal.data.job} onLeave={onClose} />}
      </form>
    </Dialog>
  );
}

function FollowedJob({ id, onLeave }: { id: string; onLeave: () => void }) {
  const jobs = useJobs().data;
  const job: Job | undefined = [...(jobs?.running ?? []), ...(jobs?.ended ?? [])].find((candidate) => candidate.id === id);
  if (job === undefined) return <p className="quiet">{t("job-state.waiting")}</p>;
  const name = stageName(job.name);
  const ended = job.state === "done" || job.state === "failed" || job.state === "cancelled";
  return (
    <div className="followed" aria-live="polite">
      <p className="chip">
        <ToneMark tone={job.state === "failed" ? "conflict" : job.state === "done" ? "agree" : "unknown"} />
        {ended ? t("prove.ended", { name, state: t(`job-state.${job.state}`) }) : t("prove.started", { name })}
        {ended || job.detail === undefined ? null : <span className="quiet">{job.detail}</span>}
      </p>
      {ended ? null : <ProgressBar progress={job.progress} label={name} />}
      {job.reason === undefined ? null : <p className="tone-conflict">{job.reason}</p>}
      <Result job={job} onLeave={onLeave} />
    </div>
  );
}

const SealedPack = z.looseObject({
  out: z.string(),
  head: z.string(),
  objects: z.number(),
  withheld: z.number(),
  stillSpeaking: z.array(z.number()),
});

/** What a job ended with: the report of a check, or where a pack lies and the head to tell whoever receives it. */
function Result({ job, onLeave }: { job: Job; onLeave: () => void }) {
  if (job.result === undefined || job.result === null) return null;
  // The report is this program's own value, made by `src/verify` and sent on as it is.
  if (job.name === "verify") return <ReportView report={job.result as unknown as VerifyReport} />;
  const pack = SealedPack.safeParse(job.result);
  if (!pack.success) return null;
  return (
    <div className="verdict">
      <ToneMark tone="agree" />
      <div>
        <strong>{t("prove.sealed")}</strong>
        <p className="mono">
          <IsolatedText text={pack.data.out} />
        </p>
        <p className="verdict-facts">
          <span>{t("prove.sealed-objects", { objects: pack.data.objects, withheld: pack.data.withheld })}</span>
        </p>
        <p>{t("prove.tell-head")}</p>
        <p className="mono">{pack.data.head}</p>
        <StillSpeaking lines={pack.data.stillSpeaking} onLeave={onLeave} />
      </div>
    </div>
  );
}
