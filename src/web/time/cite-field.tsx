/** What a statement cites: records of the case by their numbers, chosen from lists or typed. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useEvents } from "../events/event-queries.ts";
import { useInferences } from "../solver/inference-queries.ts";
import { t } from "../words/t.ts";

/** Of a long case the first; others are typed. */
const itemsOffered = 200;

export function CiteField({ cites, onCites }: { cites: string; onCites: (cites: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const events = useEvents().data?.events ?? [];
  const suns = useInferences("sun").data?.inferences ?? [];
  const items = useQuery({
    queryKey: [...queryKeys.records, "citable"],
    queryFn: ({ signal }) => api.items({ limit: itemsOffered }, signal),
    enabled: isOpen,
  }).data?.items;
  const choices = [
    ...events.filter(({ withdrawn }) => withdrawn === undefined).map(({ id, title }) => ({ id: id as string, title })),
    ...suns.filter(({ withdrawn }) => withdrawn === undefined).map(({ id, title }) => ({ id: id as string, title })),
    ...(items ?? []).map(({ id, name }) => ({ id: id as string, title: name })),
  ];
  return (
    <div className="claim-row">
      <label className="label">
        <span>{t("time-bench.cites-label")}</span>
        <input className="field mono" value={cites} placeholder="i12 e3 o5" onChange={(event) => onCites(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("time-bench.cites-add")}</span>
        <select
          className="field"
          value=""
          onFocus={() => setOpen(true)}
          onChange={(event) => onCites(`${cites.trim()} ${event.target.value}`.trim())}
        >
          <option value="">{t("time-bench.cites-choose")}</option>
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {`${id} · ${title.slice(0, 80)}`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
