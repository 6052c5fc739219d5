/** Triage, graphic level, and the short assessment, for one item. Each change is an entry. */
import "../conditions/conditions.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemDetail, TriageRequest } from "../../api/items.ts";
import { GraphicLevel, TriageState } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { AssessmentFields, assessmentOf, emptyAssessment } from "../conditions/assessment-fields.tsx";
import { AssessmentLines } from "../conditions/assessment-lines.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { useItemConditions } from "./conditions-tab.tsx";

export function TriageTab({ detail }: { detail: ItemDetail }) {
  const { row } = detail;
  const client = useQueryClient();
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: queryKeys.item(row.id) });
    void client.invalidateQueries({ queryKey: queryKeys.items });
  };
  const triage = useMutation({
    mutationFn: (change: Omit<TriageRequest, "items">) => api.triage({ items: [row.id], ...change }),
    onSuccess: () => {
      announce(t("bench.triage.written"));
      refresh();
    },
  });
  return (
    <div className="tab-stack">
      <label className="label">
        <span>{t("triage.level")}</span>
        <select
          className="field"
          value={row.graphicLevel}
          disabled={triage.isPending}
          onChange={(event) => triage.mutate({ graphicLevel: GraphicLevel.parse(event.target.value) })}
        >
          {GraphicLevel.options.map((level) => (
            <option key={level} value={level}>
              {t(`level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        <span>{t("triage.state")}</span>
        <select
          className="field"
          value={row.triage}
          disabled={triage.isPending}
          onChange={(event) => triage.mutate({ state: TriageState.parse(event.target.value) })}
        >
          {TriageState.options.map((state) => (
            <option key={state} value={state}>
              {t(`triage.${state}`)}
            </option>
          ))}
        </select>
      </label>
      {triage.error ? <ErrorNotice error={triage.error} /> : null}
      <AssessmentPart detail={detail} onDone={refresh} />
    </div>
  );
}

function AssessmentPart({ detail, onDone }: { detail: ItemDetail; onDone: () => void }) {
  const { row } = detail;
  const [draft, setDraft] = useState(emptyAssessment);
  const written = useItemConditions(row.id);
  const assess = useMutation({
    mutationFn: () => api.assess({ items: [row.id], ...assessmentOf(draft) }),
    onSuccess: () => {
      setDraft(emptyAssessment);
      announce(t("assess.saved"));
      onDone();
    },
  });
  const lines = written.data?.assessments ?? [];
  return (
    <section className="part" aria-label={t("bench.assess")}>
      <h3>{t("bench.assess")}</h3>
      <p className={row.assessed ? "quiet" : "tone-narrower"}>{t(row.assessed ? "bench.assess.done" : "bench.assess.missing")}</p>
      {written.error === null ? null : <ErrorNotice error={written.error} onRetry={() => void written.refetch()} />}
      {lines.length === 0 ? null : <AssessmentLines lines={lines} />}
      <details open={!row.assessed}>
        <summary>{t("assess.write")}</summary>
        <form
          className="form conditions-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.relevance.trim() !== "") assess.mutate();
          }}
        >
          <AssessmentFields draft={draft} onChange={setDraft} />
          {assess.error === null ? null : <ErrorNotice error={assess.error} />}
          <button type="submit" className="button is-main" disabled={assess.isPending || draft.relevance.trim() === ""}>
            {t("assess.save")}
          </button>
        </form>
      </details>
    </section>
  );
}
