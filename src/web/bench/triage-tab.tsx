/** Triage, graphic level, and the short assessment, for one item. Each change is an entry. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemDetail, TriageRequest } from "../../api/items.ts";
import { GraphicLevel, TriageState } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

type Risk = "low" | "high" | "unknown";

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
      <AssessmentForm detail={detail} onDone={refresh} />
    </div>
  );
}

function AssessmentForm({ detail, onDone }: { detail: ItemDetail; onDone: () => void }) {
  const [relevance, setRelevance] = useState("");
  const [riskOfRemoval, setRiskOfRemoval] = useState<Risk>("unknown");
  const [riskToPeople, setRiskToPeople] = useState("");
  const assess = useMutation({
    mutationFn: () => api.assess({ items: [detail.row.id], relevance: relevance.trim(), riskOfRemoval, riskToPeople: riskToPeople.trim() }),
    onSuccess: () => {
      setRelevance("");
      setRiskToPeople("");
      announce(t("assess.saved"));
      onDone();
    },
  });
  return (
    <form
      className="observe-form"
      onSubmit={(event) => {
        event.preventDefault();
        assess.mutate();
      }}
    >
      <h3>{t("bench.assess")}</h3>
      <p className={detail.row.assessed ? "quiet" : "tone-narrower"}>
        {t(detail.row.assessed ? "bench.assess.done" : "bench.assess.missing")}
      </p>
      <label className="label">
        <span>{t("assess.relevance")}</span>
        <textarea className="field" maxLength={2000} value={relevance} onChange={(event) => setRelevance(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("assess.removal")}</span>
        <select className="field" value={riskOfRemoval} onChange={(event) => setRiskOfRemoval(event.target.value as Risk)}>
          {(["unknown", "low", "high"] as const).map((risk) => (
            <option key={risk} value={risk}>
              {t(`assess.removal-${risk}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        <span>{t("assess.people")}</span>
        <textarea className="field" maxLength={2000} value={riskToPeople} onChange={(event) => setRiskToPeople(event.target.value)} />
      </label>
      {assess.error ? <ErrorNotice error={assess.error} /> : null}
      <button type="submit" className="button is-main" disabled={assess.isPending || relevance.trim() === ""}>
        {t("assess.save")}
      </button>
    </form>
  );
}
