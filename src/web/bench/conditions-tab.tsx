/** What may be done with the item, by whose word, and who gave, posted or filmed it. Every answer names the line that it rests on. */
import "../conditions/conditions.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemConditions } from "../../api/conditions.ts";
import type { ItemDetail } from "../../api/items.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { AttributionPart } from "../conditions/attribution-part.tsx";
import { StatedLines } from "../conditions/stated-lines.tsx";
import { instantWords, wordsOf } from "../conditions/words-of.ts";
import { ConditionsDialog } from "../desk/conditions-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

/** Asked anew with every line: what binds an item may be stated of its source, or of what it came from. */
export function useItemConditions(item: ItemDetail["row"]["id"]) {
  return useQuery({
    queryKey: [...queryKeys.records, "conditions", item],
    queryFn: ({ signal }) => sourcesApi.itemConditions(item, signal),
  });
}

export function ConditionsTab({ detail }: { detail: ItemDetail }) {
  const { row } = detail;
  const query = useItemConditions(row.id);
  const [stating, setStating] = useState(false);
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <p className="quiet">{t("app.waiting")}</p>;
  const conditions = query.data;
  const standing = conditions.history[0]?.conditions;
  return (
    <div className="tab-stack">
      <div className="part-head">
        <h3>{t("conditions.uses")}</h3>
        <button type="button" className="button" onClick={() => setStating(true)}>
          {t("conditions.state")}
        </button>
      </div>
      {conditions.legalHold ? <p className="notice is-attention">{t("conditions.hold-on")}</p> : null}
      {conditions.disposalDue ? <p className="notice is-attention">{t("conditions.disposal-due")}</p> : null}
      <Uses conditions={conditions} />
      <p className="quiet small">{t("conditions.uses-at", { at: instantWords(conditions.at) })}</p>
      <section className="part" aria-label={t("conditions.fields")}>
        <h3>{t("conditions.fields")}</h3>
        {conditions.bindings.length === 0 ? <p className="quiet">{t("conditions.none-stated")}</p> : <Fields conditions={conditions} />}
      </section>
      <AttributionPart item={row.id} attributions={conditions.attributions} stated={conditions.history[0]} />
      {conditions.history.length === 0 ? null : (
        <section className="part" aria-label={t("conditions.history")}>
          <h3>{t("conditions.history")}</h3>
          <StatedLines lines={conditions.history} />
        </section>
      )}
      {stating ? (
        <ConditionsDialog
          about={{ items: [row.id] }}
          target={t("triage.target-one", { number: row.number })}
          standing={standing}
          onClose={() => setStating(false)}
        />
      ) : null}
    </div>
  );
}

function Uses({ conditions }: { conditions: ItemConditions }) {
  return (
    <ul className="uses">
      {conditions.uses.map(({ use, may }) => (
        <li key={use}>
          <span>{t(`use.${use}`)}</span>
          {may.allowed ? (
            <span className="chip tone-agree">
              <ToneMark tone="agree" />
              {t("may.allowed")}
            </span>
          ) : (
            <>
              <span className={may.because === "unknown" ? "chip tone-unknown" : "chip tone-conflict"}>
                <ToneMark tone={may.because === "unknown" ? "unknown" : "conflict"} />
                {t("may.refused")}
              </span>
              <span className="why quiet small">{may.why}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type From = ItemConditions["uses"][number]["consent"]["from"];

function Fields({ conditions: { effective } }: { conditions: ItemConditions }) {
  const fields = [
    { name: "embargo", says: wordsOf.embargoUntil(effective.embargoUntil.value), from: effective.embargoUntil.from },
    { name: "withdrawn", says: wordsOf.withdrawnAt(effective.withdrawnAt.value), from: effective.withdrawnAt.from },
    { name: "contact", says: wordsOf.mayContact(effective.mayContact.value), from: effective.mayContact.from },
    { name: "retention", says: wordsOf.retention(effective.retention.value), from: effective.retention.from },
    { name: "hold", says: wordsOf.legalHold(effective.legalHold.value), from: effective.legalHold.from },
  ] as const;
  return (
    <dl className="condition-list">
      {fields.map(({ name, says, from }) => (
        <div key={name} className="condition-pair">
          <dt>{t(`conditions.field.${name}`)}</dt>
          <dd>
            {says}
            <ComesFrom from={from} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ComesFrom({ from }: { from: From }) {
  if (from === null) return <span className="from">{t("conditions.nobody-said")}</span>;
  return (
    <span className="from">
      <Link to={`/custody/${from.line}`}>{t(`conditions.from-${from.through}`, { subject: from.subject, line: from.line })}</Link>
    </span>
  );
}
