/** Work in progress: per file and stage, with pause, cancel, and retry beside the reason of a failure. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Job } from "../../api/jobs.ts";
import { api } from "../api-client/api.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t, type WordKey } from "../words/t.ts";

const stages: Readonly<Record<string, WordKey>> = {
  collect: "job.collect",
  probe: "job.probe",
  poster: "job.poster",
  filmstrip: "job.filmstrip",
  "frame-print": "job.frame-print",
  "sound-print": "job.sound-print",
  "sound-events": "job.sound-events",
  waveform: "job.waveform",
  proxy: "job.proxy",
  "telegram-export": "job.telegram-export",
  article: "job.article",
  whatsapp: "job.whatsapp",
  "x-posts": "job.x-posts",
  "yt-dlp": "job.yt-dlp",
  "telegram-html": "job.telegram-html",
  "map-file": "job.map-file",
  copies: "job.copies",
  sync: "job.sync",
  sheet: "job.sheet",
  unpack: "job.unpack",
  "e-mail": "job.e-mail",
  capture: "job.capture",
  look: "job.look",
  recognise: "job.recognise",
  "read-signs": "job.read-signs",
  detect: "job.detect",
  seal: "job.seal",
  "hand-over": "job.hand-over",
  verify: "job.verify",
};

/** The stage in words; a stage this page does not know keeps the server's name. */
export function stageName(name: string): string {
  const words = stages[name];
  return words === undefined ? name : t(words);
}

export function JobsDialog({ onClose }: { onClose: () => void }) {
  const jobs = useJobs();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.jobs }),
  });
  const data = jobs.data;
  return (
    <Dialog title={t("jobs.title")} wide onClose={onClose}>
      {jobs.error === null ? null : <ErrorNotice error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {act.error === null ? null : <ErrorNotice error={act.error} />}
      {data === undefined ? null : (
        <>
          <div className="jobs-head">
            <p>
              {t("jobs.summary", { running: data.running.length, waiting: data.waiting, done: data.done, failed: data.failed })}
              {data.paused ? <strong> {t("jobs.paused")}</strong> : null}
            </p>
            <button type="button" className="button" onClick={() => act.mutate(data.paused ? api.resumeJobs : api.pauseJobs)}>
              {t(data.paused ? "jobs.resume" : "jobs.pause")}
            </button>
          </div>
          {data.running.length + data.ended.length === 0 ? <p className="quiet">{t("jobs.none")}</p> : null}
          <JobList title={t("jobs.running")} jobs={data.running} onCancel={(id) => act.mutate(() => api.cancelJob(id))} onLeave={onClose} />
          <JobList title={t("jobs.ended")} jobs={data.ended} onRetry={(id) => act.mutate(() => api.retryJob(id))} onLeave={onClose} />
        </>
      )}
    </Dialog>
  );
}

interface JobListProps {
  readonly title: string;
  readonly jobs: readonly Job[];
  readonly onCancel?: (id: string) => void;
  readonly onRetry?: (id: string) => void;
  readonly onLeave: () => void;
}

function JobList({ title, jobs, onCancel, onRetry, onLeave }: JobListProps) {
  if (jobs.length === 0) return null;
  return (
    <section className="jobs">
      <h3>{title}</h3>
      <ul>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} onCancel={onCancel} onRetry={onRetry} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  );
}

function JobLine({
  job,
  onCancel,
  onRetry,
  onLeave,
}: { job: Job } & Pick<JobListProps, "onLeave"> & {
    onCancel: JobListProps["onCancel"] | undefined;
    onRetry: JobListProps["onRetry"] | undefined;
  }) {
  const name = stageName(job.name);
  const tone = job.state === "failed" ? "conflict" : job.state === "done" ? "agree" : "unknown";
  return (
    <li className="job">
      <span className="chip">
        <ToneMark tone={tone} />
        {name}
        <span className="quiet">{t(`job-state.${job.state}`)}</span>
      </span>
      <span className="cut">
        {job.item === undefined ? null : (
          <Link to={`/items/${job.item}`} onClick={onLeave}>
            <IsolatedText text={job.itemName ?? job.item} />
          </Link>
        )}{" "}
        {job.state !== "running" || job.detail === undefined ? null : <span className="quiet">{job.detail}</span>}
      </span>
      <span className="job-actions">
        {onCancel === undefined ? null : (
          <button type="button" className="button" onClick={() => onCancel(job.id)} aria-label={t("jobs.cancel-one", { name })}>
            {t("jobs.cancel")}
          </button>
        )}
        {onRetry !== undefined && (job.state === "failed" || job.state === "cancelled") ? (
          <button type="button" className="button" onClick={() => onRetry(job.id)} aria-label={t("jobs.retry-one", { name })}>
            {t("jobs.retry")}
          </button>
        ) : null}
      </span>
      {job.state === "running" ? <ProgressBar progress={job.progress} label={name} /> : null}
      {job.reason === undefined ? null : (
        <p className="job-reason tone-conflict">
          <IsolatedText text={job.reason} />
        </p>
      )}
    </li>
  );
}
