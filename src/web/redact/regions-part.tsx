/**
 * What a program of the person's own took for something to cover and no mark covers: to be marked, or left with a word of what it is.
 * The program misses people, and what it does not find says nothing.
 */
import "../recogniser/recogniser.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type RedactionAnswer, type RegionsAnswer, RegionsDetectedResult, type RegionStretchRow } from "../../api/redactions.ts";
import type { Job } from "../../api/jobs.ts";
import { usualEverySec } from "../../core/detector/detector-settings.ts";
import { api } from "../api-client/api.ts";
import { useRecogniserSettings } from "../api-client/recogniser-api.ts";
import { redactionApi, useRegions } from "../api-client/redaction-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { NotSetUp } from "../recogniser/not-set-up.tsx";
import { t } from "../words/t.ts";
import { markOfRegion } from "./region-mark.ts";
import { useDetectJob } from "./use-detect-job.ts";
import type { Layer } from "./use-layer.ts";

interface RegionsPartProps {
  readonly answer: RedactionAnswer;
  readonly layer: Layer;
  /** Marks are made on a wider screen. */
  readonly narrow: boolean;
}

export function RegionsPart({ answer, layer, narrow }: RegionsPartProps) {
  const found = useRegions(answer.item);
  const [leaving, setLeaving] = useState<RegionStretchRow | null>(null);
  if (answer.kind === "sound") return null;
  const span = spanWords(answer.kind);
  return (
    <section className="form-stack regions-part" aria-label={t("regions.title")}>
      <h2>{t("regions.title")}</h2>
      <p className="small">{t("regions.what")}</p>
      <LookPart answer={answer} />
      {found.error === null ? null : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data === undefined ? null : (
        <>
          <Runs found={found.data} />
          <ul className="shot-list region-list">
            {found.data.unmarked.map((one) => (
              <li key={`${one.run}-${one.regions[0]?.place}`} className="region-row">
                <span>
                  <ToneMark tone="conflict" /> {t(`regions.class.${one.class}`)}, {t(`regions.where.${one.where.down}-${one.where.across}`)}
                </span>
                <button
                  type="button"
                  className="button is-bare"
                  disabled={answer.kind === "picture"}
                  onClick={() => layer.goTo(one.regions[0]?.atS ?? one.fromS)}
                >
                  {span(one)}
                </button>
                <span className="quiet small">
                  {t("regions.by", { line: String(one.run), score: one.score.toFixed(2) })} <IsolatedText text={one.program} />
                </span>
                <span className="button-row">
                  {narrow ? null : (
                    <button type="button" className="button is-small" onClick={() => markIt(layer, one)}>
                      {t("regions.mark")}
                    </button>
                  )}
                  <button type="button" className="button is-small" onClick={() => setLeaving(one)}>
                    {t("regions.leave")}
                  </button>
                </span>
              </li>
            ))}
          </ul>
          {found.data.further === 0 ? null : <p className="small">{t("regions.further", { count: found.data.further })}</p>}
          <Left found={found.data} span={span} />
        </>
      )}
      {leaving === null ? null : <LeaveDialog answer={answer} stretch={leaving} span={span(leaving)} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function spanWords(kind: RedactionAnswer["kind"]): (span: { readonly fromS: number; readonly toS: number }) => string {
  return ({ fromS, toS }) =>
    kind === "picture" ? t("redact.shot.picture") : t("redact.marks.span", { from: formatClock(fromS), to: formatClock(toS) });
}

/** A draft, to be looked at and kept like one that was drawn. */
function markIt(layer: Layer, stretch: RegionStretchRow): void {
  layer.addMark(markOfRegion(stretch));
  layer.goTo(stretch.regions[0]?.atS ?? stretch.fromS);
}

function LookPart({ answer: { item } }: { readonly answer: RedactionAnswer }) {
  const settings = useRecogniserSettings();
  const { running, ended, started } = useDetectJob(item);
  const [every, setEvery] = useState(String(usualEverySec));
  const start = useMutation({
    mutationFn: () => redactionApi.detect(item, { everySec: Number(every) }),
    onSuccess: ({ job }) => started(job),
  });
  const stop = useMutation({ mutationFn: (id: string) => api.cancelJob(id) });
  if (settings.error !== null) return <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return null;
  const { detector } = settings.data.settings;
  if (detector === null) return <NotSetUp says={t(settings.data.fault === null ? "regions.none-set-up" : "recognise.off")} />;
  const program = detector.path.split(/[\\/]/).at(-1) ?? detector.path;
  if (running !== undefined)
    return (
      <div className="draft-job">
        <div className="draft-job-head">
          <span className="small">
            {t("regions.running")}
            {running.detail === undefined ? "" : `: ${running.detail}`}
          </span>
          <button type="button" className="button is-small" disabled={stop.isPending} onClick={() => stop.mutate(running.id)}>
            {t("recognise.stop")}
          </button>
        </div>
        <ProgressBar progress={running.progress} label={t("regions.running")} />
        {stop.error === null ? null : <ErrorNotice error={stop.error} />}
      </div>
    );
  const seconds = Number(every);
  return (
    <form
      className="regions-look"
      onSubmit={(event) => {
        event.preventDefault();
        if (!start.isPending) start.mutate();
      }}
    >
      <button type="submit" className="button" disabled={start.isPending || !(seconds >= 0.04 && seconds <= 600)}>
        {t("regions.look", { program })}
      </button>
      <label className="small">
        <span>{t("regions.every")}</span>{" "}
        <input
          className="field"
          type="number"
          min={0.04}
          max={600}
          step="any"
          value={every}
          onChange={(event) => setEvery(event.target.value)}
        />
      </label>
      {start.error === null ? null : <ErrorNotice error={start.error} />}
      <div role="status" className="small">
        {ended === undefined ? null : <EndWords job={ended} />}
      </div>
    </form>
  );
}

function EndWords({ job }: { readonly job: Job }) {
  const result = RegionsDetectedResult.safeParse(job.result).data;
  if (job.state === "cancelled") return <p>{t("regions.stopped")}</p>;
  if (job.state !== "done" || result === undefined)
    return (
      <p className="tone-conflict">
        <IsolatedText text={t("regions.failed", { why: job.reason ?? job.state })} />
      </p>
    );
  return (
    <>
      <p>{t("regions.done", { count: result.regions, frames: result.frames })}</p>
      {result.network === "none" ? null : <p className="tone-narrower">{t("recognise.not-cut-off")}</p>}
    </>
  );
}

function Runs({ found: { runs, unmarked, unread } }: { readonly found: RegionsAnswer }) {
  if (runs.length === 0) return <p className="quiet small">{t("regions.no-runs")}</p>;
  return (
    <>
      {unread.length === 0 ? null : <p className="small tone-conflict">{t("regions.unread", { lines: unread.join(", ") })}</p>}
      {unmarked.length === 0 && unread.length === 0 ? <p className="small tone-narrower">{t("regions.all-marked")}</p> : null}
      <details className="small">
        <summary>{t("regions.runs", { count: runs.length })}</summary>
        <ul className="shot-list">
          {runs.map((run) => (
            <li key={run.line}>
              <IsolatedText text={`${run.program}${run.read === null ? "" : ` ${run.read.version}`}`} />:{" "}
              {t("regions.run", { line: String(run.line), frames: String(run.frames), regions: String(run.regions) })} ·{" "}
              <IsolatedText text={run.byName} />
              {run.sameBytes ? null : <span className="tone-narrower"> {t("regions.other-bytes")}</span>}
              {run.read === null || run.read.notLooked === "" ? null : (
                <span className="tone-narrower">
                  {" "}
                  <IsolatedText text={run.read.notLooked} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Left({ found: { left }, span }: { readonly found: RegionsAnswer; readonly span: ReturnType<typeof spanWords> }) {
  if (left.length === 0) return null;
  return (
    <details className="small">
      <summary>{t("regions.left", { count: left.length })}</summary>
      <ul className="shot-list">
        {left.map((one) => (
          <li key={one.line}>
            {one.stretches.map((stretch) => `${t(`regions.class.${stretch.class}`)}, ${span(stretch)}`).join("; ")} ·{" "}
            <IsolatedText text={one.byName} />: <IsolatedText text={one.what} />. <IsolatedText text={one.reason} />{" "}
            {one.counts ? null : <span className="tone-narrower">{t("regions.left-not-counted")}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface LeaveDialogProps {
  readonly answer: RedactionAnswer;
  readonly stretch: RegionStretchRow;
  readonly span: string;
  readonly onClose: () => void;
}

function LeaveDialog({ answer, stretch, span, onClose }: LeaveDialogProps) {
  const client = useQueryClient();
  const [what, setWhat] = useState("");
  const [reason, setReason] = useState("");
  const write = useMutation({
    mutationFn: () =>
      redactionApi.leaveRegion(answer.item, { run: stretch.run, regions: stretch.regions.map(({ place }) => place), what, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      onClose();
    },
  });
  return (
    <WritingDialog
      title={t("regions.leave-title", { what: t(`regions.class.${stretch.class}`), span })}
      action={t("redact.looked.sign")}
      writing={write}
      write={what.trim() === "" || reason.trim() === "" ? undefined : () => write.mutate()}
      onClose={onClose}
    >
      <p>{t("regions.leave-what")}</p>
      <label>
        <span className="quiet">{t("regions.leave-is")}</span>
        <input className="field" data-autofocus maxLength={500} value={what} onChange={(event) => setWhat(event.target.value)} />
      </label>
      <label>
        <span className="quiet">{t("regions.leave-why")}</span>
        <textarea className="field" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}
