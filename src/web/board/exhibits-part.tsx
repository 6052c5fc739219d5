/** Pictures shown with texts: what people say that they show, what stands against it, and which nobody has described yet. */
import "./exhibits.css";
import { useState } from "react";
import { ChoiceField } from "../conditions/choice-field.tsx";
import { useEvents } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { ExhibitCard } from "./exhibits-card.tsx";
import { BesideDialog } from "./exhibits-beside-dialog.tsx";
import { useExhibits, type WhichExhibits } from "./exhibits-queries.ts";

const pageSize = 25;
const choices = ["all", "undescribed", "described"] as const;

export function ExhibitsPart({ readOnly }: { readonly readOnly: boolean }) {
  const [which, setWhich] = useState<WhichExhibits>("all");
  const [from, setFrom] = useState(0);
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useExhibits(which, from, pageSize);
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="claims-empty">{t("claims.exhibits.loading")}</p>;
  const counts = { all: data.described + data.undescribed, undescribed: data.undescribed, described: data.described };
  return (
    <section className="exhibits" aria-label={t("claims.part.exhibits")}>
      <p className="exhibits-how quiet">{t("claims.exhibits.how")}</p>
      <div className="exhibits-bar">
        <ChoiceField
          label={t("claims.exhibits.which")}
          options={choices.map((value) => ({ value, label: t(`claims.exhibits.which.${value}`, { count: counts[value] }) }))}
          value={which}
          mayLeave={false}
          onChange={(value) => {
            setWhich(value ?? "all");
            setFrom(0);
          }}
        />
        {readOnly ? null : (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t("claims.exhibits.put-beside")}
          </button>
        )}
      </div>
      {data.exhibits.length === 0 ? (
        <p className="claims-empty">{t(which === "all" ? "claims.exhibits.empty" : "claims.exhibits.none-of-these")}</p>
      ) : (
        <ul className="exhibit-list">
          {data.exhibits.map((exhibit) => (
            <li key={exhibit.key}>
              <ExhibitCard exhibit={exhibit} events={events} readOnly={readOnly} />
            </li>
          ))}
        </ul>
      )}
      {data.total > pageSize ? (
        <div className="exhibits-bar">
          <button type="button" className="button" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - pageSize))}>
            {t("claims.exhibits.before")}
          </button>
          <span className="quiet">
            {t("claims.exhibits.shown", { from: from + 1, to: Math.min(data.total, from + pageSize), total: data.total })}
          </span>
          <button type="button" className="button" disabled={from + pageSize >= data.total} onClick={() => setFrom(from + pageSize)}>
            {t("claims.exhibits.after")}
          </button>
        </div>
      ) : null}
      {adding ? <BesideDialog onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
