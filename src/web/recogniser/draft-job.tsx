/** A draft that is being written for an item: how far it is, a way to stop it, and what became of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { DraftWrittenResult } from "../../api/recogniser.ts";
import type { Job } from "../../api/jobs.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TierId } from "../../core/tier/tier.ts";
import { api } from "../api-client/api.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { t } from "../words/t.ts";

export type DraftName = "recognise" | "signs";
const jobNames = { recognise: "recognise", signs: "read-signs" } as const;

export interface DraftWork {
  readonly running: Job | undefined;
  readonly ended: Job | undefined;
  started(job: string): void;
}

/** Started from this page, by name and item: a screen that is drawn anew, for the draft that was written, still tells how it ended. */
const startedHere = new Map<string, string>();

/** One that runs is found again by its item after the page was left; one that ended is shown only where it was started. */
export function useDraftWork(name: DraftName, item: ItemId, onWritten: ((tier: TierId) => void) | undefined): DraftWork {
  const jobs = useJobs().data;
  const client = useQueryClient();
  const place = `${name} ${item}`;
  const [id, setId] = useState(startedHere.get(place));
  const running = jobs?.running.find((job) => job.id === id || (job.item === item && job.name === jobNames[name]));
  const ended = running === undefined ? jobs?.ended.find((job) => job.id === id) : undefined;
  if (running !== undefined && running.id !== id) setId(running.id);
  useEffect(() => {
    if (id !== undefined) startedHere.set(place, id);
  }, [place, id]);
  // What ended before this was drawn has been told already.
  const told = useRef(ended?.id);
  useEffect(() => {
    if (ended === undefined || told.current === ended.id) return;
    told.current = ended.id;
    const tier = TierId.safeParse(resultOf(ended)?.tier);
    if (!tier.success) return;
    void client.invalidateQueries({ queryKey: queryKeys.records });
    onWritten?.(tier.data);
  }, [ended, client, onWritten]);
  return { running, ended, started: setId };
}

function resultOf(job: Job): DraftWrittenResult | undefined {
  return DraftWrittenResult.safeParse(job.result).data;
}

export function DraftJob({ name, work: { running, ended } }: { readonly name: DraftName; readonly work: DraftWork }) {
  const stop = useMutation({ mutationFn: (id: string) => api.cancelJob(id) });
  return (
    <div className="draft-job">
      {running === undefined ? null : (
        <>
          <div className="draft-job-head">
            <span className="small">
              {t(`${name}.running`)}
              {running.detail === undefined ? "" : `: ${running.detail}`}
            </span>
            <button type="button" className="button is-small" disabled={stop.isPending} onClick={() => stop.mutate(running.id)}>
              {t("recognise.stop")}
            </button>
          </div>
          <ProgressBar progress={running.progress} label={t(`${name}.running`)} />
        </>
      )}
      {stop.error === null ? null : <ErrorNotice error={stop.error} />}
      <div role="status" className="small">
        {ended === undefined ? null : <EndWords name={name} job={ended} />}
      </div>
    </div>
  );
}

function EndWords({ name, job }: { readonly name: DraftName; readonly job: Job }) {
  const result = resultOf(job);
  if (job.state === "cancelled") return <p>{t(`${name}.stopped`)}</p>;
  if (job.state !== "done" || result === undefined)
    return (
      <p className="tone-conflict">
        <IsolatedText text={t("recognise.failed", { why: job.reason ?? job.state })} />
      </p>
    );
  const { segments, unheard, suspect, notRead, network, kept } = result;
  return (
    <>
      <p>
        {t(`${name}.done`, { count: segments - unheard })} {suspect === 0 ? "" : t(`${name}.suspect`, { count: suspect })}
      </p>
      {unheard === 0 ? null : <p>{t("recognise.unheard", { count: unheard })}</p>}
      {kept === 0 ? null : <p>{t("recognise.kept", { count: kept })}</p>}
      {notRead === "" ? null : (
        <p className="tone-narrower">
          <IsolatedText text={notRead} />
        </p>
      )}
      {network === "none" ? null : <p className="tone-narrower">{t("recognise.not-cut-off")}</p>}
    </>
  );
}
