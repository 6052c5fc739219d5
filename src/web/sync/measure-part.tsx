/** Measuring: of the items picked, or of everything that has sound or picture; how far it is, and a way to stop it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SyncMeasurements } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { useCase, useJobs } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { syncApi } from "../api-client/sync-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { formatNumber, t } from "../words/t.ts";

export function MeasurePart({
  measured,
  picked,
  onPickNone,
}: {
  measured: SyncMeasurements;
  picked: readonly ItemId[];
  onPickNone: () => void;
}) {
  const client = useQueryClient();
  const readOnly = useCase().data?.readOnly === true;
  const jobs = useJobs().data;
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: queryKeys.records });
  const measuring = useMutation({
    mutationFn: (items: readonly ItemId[] | "all") => syncApi.measure({ items: items === "all" ? "all" : [...items] }),
    onSuccess: again,
  });
  const stopping = useMutation({ mutationFn: (job: string) => api.cancelJob(job), onSuccess: again });
  const job = measured.running ?? measuring.data?.job;
  const running = jobs?.running.find(({ id }) => id === job);
  const ended = jobs?.ended.find(({ id }) => id === job);
  const isBusy = running !== undefined || measured.running !== null;
  const error = measuring.error ?? stopping.error;
  const pairs = (count: number): string => formatNumber((count * (count - 1)) / 2);
  const count = measured.items.length;
  return (
    <section className="measure-part" aria-label={t("sync.measure")}>
      <p className="small">{t("sync.measure-state", { count, pairs: measured.pairs.length, never: measured.neverMeasured })}</p>
      <div className="button-row">
        <button
          type="button"
          className="button"
          disabled={readOnly || isBusy || picked.length < 2}
          onClick={() => measuring.mutate(picked)}
        >
          {t("sync.measure-picked", { count: picked.length })}
        </button>
        <button type="button" className="button" disabled={readOnly || isBusy || count < 2} onClick={() => measuring.mutate("all")}>
          {t("sync.measure-all", { count, pairs: pairs(count) })}
        </button>
        {picked.length === 0 ? null : (
          <button type="button" className="button is-bare" onClick={onPickNone}>
            {t("sync.pick-none")}
          </button>
        )}
      </div>
      {isBusy && job !== undefined ? (
        <div className="measure-running" role="status">
          <ProgressBar progress={running?.progress ?? "unknown"} label={t("sync.measure-running")} />
          <span className="small">{running?.detail ?? t("sync.measure-running")}</span>
          <button type="button" className="button is-small" onClick={() => stopping.mutate(job)}>
            {t("sync.measure-stop")}
          </button>
        </div>
      ) : null}
      {!isBusy && ended?.state === "failed" ? (
        <p className="notice is-error" role="alert">
          {t("sync.measure-failed", { reason: ended.reason ?? "" })}
        </p>
      ) : null}
      {!isBusy && ended?.state === "cancelled" ? <p className="small quiet">{t("sync.measure-stopped")}</p> : null}
      {error === null ? null : <ErrorNotice error={error} />}
    </section>
  );
}
