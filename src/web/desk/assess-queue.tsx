/**
 * What waits for its assessment, one item after the other, told in words alone: name, length, what was written with it. Nobody has
 * to look at material to say what it may be about and what could happen to it. All by keyboard: Ctrl+Enter goes on, Alt+N skips.
 */
import "../conditions/conditions.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Unassessed } from "../../api/conditions.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { Prose } from "../bench/prose.tsx";
import { AssessmentFields, assessmentOf, emptyAssessment } from "../conditions/assessment-fields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration, formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { Link } from "../router/link.tsx";
import { t, type WordKey } from "../words/t.ts";

type Waiting = NonNullable<Unassessed["item"]>;

export function AssessQueue({ onClose }: { onClose: () => void }) {
  const [after, setAfter] = useState(0);
  const [draft, setDraft] = useState(emptyAssessment);
  const [keep, setKeep] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const query = useQuery({
    queryKey: [...queryKeys.records, "unassessed", after],
    queryFn: ({ signal }) => sourcesApi.unassessed(after, signal),
    // The item must not change under the person's hands because something else was written.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
    structuralSharing: false,
  });
  const item = query.data?.item ?? null;
  const shown = item?.id;
  useEffect(() => {
    if (shown !== undefined) form.current?.querySelector("textarea")?.focus();
  }, [shown]);
  const goOn = (from: Waiting): void => {
    if (!keep) setDraft(emptyAssessment);
    setAfter(Number(from.id.slice(1)));
  };
  const record = useMutation({
    mutationFn: async (of: Waiting) => {
      await api.assess({ items: [of.id], ...assessmentOf(draft) });
      return of;
    },
    onSuccess: (of) => {
      announce(t("assess.saved"));
      goOn(of);
    },
  });
  const canRecord = item !== null && draft.relevance.trim() !== "" && !record.isPending;
  const { left = 0, held = 0 } = query.data ?? {};
  return (
    <Dialog
      wide
      title={t("assess.queue-title")}
      onClose={onClose}
      foot={
        item === null ? null : (
          <>
            <label className="chip queue-keep">
              <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
              {t("assess.queue-keep")}
            </label>
            <button type="button" className="button" onClick={() => goOn(item)}>
              {t("assess.queue-skip")}
            </button>
            <button type="submit" form="assess-queue" className="button is-main" disabled={!canRecord}>
              {t("assess.queue-save")}
            </button>
          </>
        )
      }
    >
      {query.error === null ? null : <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      <p role="status">{t("assess.queue-left", { left, held })}</p>
      <ProgressBar progress={held === 0 ? 1 : (held - left) / held} label={t("assess.queue-title")} />
      {query.data !== undefined && item === null ? <p>{t("assess.queue-done")}</p> : null}
      {item === null ? null : (
        <>
          <p className="quiet small">{t("assess.queue-hint")}</p>
          <Facts item={item} />
          <form
            id="assess-queue"
            ref={form}
            className="form conditions-form"
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
              if (event.altKey && event.key.toLowerCase() === "n") goOn(item);
            }}
            onSubmit={(event) => {
              event.preventDefault();
              if (canRecord) record.mutate(item);
            }}
          >
            <AssessmentFields draft={draft} onChange={setDraft} />
          </form>
          {record.error === null ? null : <ErrorNotice error={record.error} />}
        </>
      )}
    </Dialog>
  );
}

function Facts({ item }: { item: Waiting }) {
  const unknown = <span className="quiet">{t("item.unknown")}</span>;
  return (
    <section className="queue-facts" aria-label={t("assess.queue-now", { number: Number(item.id.slice(1)) })}>
      <dl className="condition-list">
        <dt>{t("assess.fact.name")}</dt>
        <dd>
          <Link to={`/items/${item.id}`}>{item.id}</Link> <IsolatedText text={item.name} />
        </dd>
        <dt>{t("assess.fact.kind")}</dt>
        <dd>
          {t(`kind.${item.kind}` as WordKey)}
          {item.durationSec === "unknown" ? null : `, ${formatDuration(item.durationSec)}`}
          {item.size === "unknown" ? null : `, ${formatSize(item.size)}`}
        </dd>
        <dt>{t(item.sent ? "assess.fact.sent" : "assess.fact.posted")}</dt>
        <dd>{item.posted === "unknown" ? unknown : <IsolatedText text={item.posted} />}</dd>
        <dt>{t("assess.fact.source")}</dt>
        <dd>{item.source === "unknown" ? unknown : <IsolatedText text={item.source} />}</dd>
        <dt>{t("assess.fact.caption")}</dt>
        <dd className="caption">{item.caption === "unknown" ? unknown : <Prose text={item.caption} />}</dd>
      </dl>
    </section>
  );
}
