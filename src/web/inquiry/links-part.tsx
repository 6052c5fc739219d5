/** Links of the case: what waits for a capture, what is due for a look, what is gone. High risk first. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LinkFilter, type LinkRow } from "../../api/links.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { formatSecond } from "../custody/format-second.ts";
import { goneWords } from "../desk/link-signs.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { formatNumber, t } from "../words/t.ts";
import { CheckDialog } from "./check-dialog.tsx";
import { PlanChoice } from "./plan-choice.tsx";
import { RiskChoice } from "./risk-choice.tsx";

const pageSize = 200;

export function LinksPart({ readOnly }: { readOnly: boolean }) {
  const { query } = useAddress();
  const filter = LinkFilter.safeParse(query.get("show")).data ?? "waiting";
  const offset = Math.max(0, Number(query.get("from") ?? 0) || 0);
  const page = useQuery({ queryKey: linkKeys.list(filter, offset), queryFn: ({ signal }) => linkApi.list(filter, offset, signal) });
  const [checked, setChecked] = useState<LinkRow>();
  const { data } = page;
  return (
    <>
      <div className="inquiry-tools">
        <span className="view-switch" role="group" aria-label={t("links.filter")}>
          {LinkFilter.options.map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={filter === one}
              onClick={() => setQuery({ show: one === "waiting" ? undefined : one, from: undefined })}
            >
              {t(`links.filter.${one}`)}
              {data === undefined ? null : <span className="quiet">{formatNumber(data.counts[one])}</span>}
            </button>
          ))}
        </span>
        {data === undefined ? null : (
          <PlanChoice about="high-risk" label={t("links.plan-all")} everyDays={data.highRiskEveryDays} disabled={readOnly} />
        )}
        <span className="quiet">{t("links.plan-note")}</span>
      </div>
      {page.error === null ? null : <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />}
      {data === undefined && page.error === null ? <p className="page-message">{t("links.waiting")}</p> : null}
      {data?.total === 0 ? (
        <div className="inquiry-none">
          <h2>{t("links.none")}</h2>
          <p className="quiet">{t("links.none-how")}</p>
        </div>
      ) : null}
      {data === undefined || data.total === 0 ? null : (
        <ul className="link-list" aria-label={t("links.list")}>
          {data.links.map((row) => (
            <OneLink key={row.item} row={row} readOnly={readOnly} onCheck={() => setChecked(row)} />
          ))}
        </ul>
      )}
      {data !== undefined && offset + pageSize < data.total ? (
        <button type="button" className="button" onClick={() => setQuery({ from: String(offset + pageSize) })}>
          {t("links.more")}
        </button>
      ) : null}
      {checked === undefined ? null : (
        <CheckDialog item={checked.item} shown={checked.shown} normalised={checked.normalised} onClose={() => setChecked(undefined)} />
      )}
    </>
  );
}

function OneLink({ row, readOnly, onCheck }: { row: LinkRow; readOnly: boolean; onCheck: () => void }) {
  const { item, shown, plan, lastLook } = row;
  return (
    <li className="link-row">
      <div className="link-row-what">
        <Link to={`/items/${item}`} className="link-row-name">
          <span className="quiet">{formatNumber(Number(item.slice(1)))}</span>
          <IsolatedText text={shown} />
        </Link>
        <p className="link-row-facts small quiet">
          <span>{t("links.noted", { at: formatSecond(row.notedAt) })}</span>
          <span>
            {lastLook === "none"
              ? t("links.never-looked")
              : t("links.looked", { outcome: t(`outcome.${lastLook.outcome}`), at: formatSecond(lastLook.at) })}
          </span>
          {row.due ? (
            <span className="tone-narrower">
              <ToneMark tone="narrower" /> {t("links.due", { at: formatSecond(row.dueAt) })}
            </span>
          ) : row.dueAt === "not-planned" ? null : (
            <span>{t("links.due-at", { at: formatSecond(row.dueAt) })}</span>
          )}
        </p>
        {row.gone === "not-known" ? null : (
          <p className="small tone-conflict">
            <ToneMark tone="conflict" /> {goneWords(row.gone)}
          </p>
        )}
      </div>
      <div className="link-row-tools">
        <RiskChoice item={item} risk={row.riskOfRemoval} disabled={readOnly} />
        <PlanChoice
          about={[item]}
          label={t("links.plan")}
          everyDays={plan === "none" || plan.of === "high-risk" ? "none" : plan.everyDays}
          byRisk={plan !== "none" && plan.of === "high-risk" ? plan.everyDays : undefined}
          disabled={readOnly}
        />
        <button type="button" className="button" disabled={readOnly} onClick={onCheck}>
          {t("link.check")}
        </button>
        <Link to={`/capture/${item}`} className="button">
          {t("link.capture")}
        </Link>
      </div>
    </li>
  );
}
