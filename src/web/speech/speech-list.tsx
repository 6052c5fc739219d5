/** Items with sound or with tiers, and how far each is: no tier, a program's draft, written, reviewed. Nothing is revealed here. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TierRow } from "../../api/tiers.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useTiers } from "../api-client/tier-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { Link } from "../router/link.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { languageName, sortName } from "./segment-words.ts";
import { speechPath } from "./speech-address.ts";
import { type ItemTiers, itemsOfSpeech, listFilters } from "./speech-items.ts";
import { TierStageMark } from "./tier-state.tsx";

const pageSize = 25;

export function SpeechList() {
  const { query } = useAddress();
  const asked = useTiers();
  const filter = listFilters.find((name) => name === query.get("state")) ?? "all";
  const page = Math.max(1, Number(/^[1-9]\d{0,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1));
  const items = useMemo(() => itemsOfSpeech(asked.data?.sounding ?? [], asked.data?.tiers ?? []), [asked.data]);
  const found = items.filter(({ states }) => filter === "all" || states.includes(filter));
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  return (
    <div className="speech-list">
      <header className="speech-list-head">
        <h1>{t("speech.title")}</h1>
        <p className="quiet">{t("speech.list-how")}</p>
        <div className="button-row" role="group" aria-label={t("speech.filter")}>
          {listFilters.map((name) => (
            <button
              key={name}
              type="button"
              className="button is-small"
              aria-pressed={name === filter}
              onClick={() => setQuery({ state: name === "all" ? undefined : name, page: undefined })}
            >
              {t(`speech.filter.${name}`)}
              <span className="tab-count">
                {name === "all" ? items.length : items.filter(({ states }) => states.includes(name)).length}
              </span>
            </button>
          ))}
        </div>
      </header>
      {asked.error === null ? null : <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data === undefined ? <p className="quiet speech-empty">{t("speech.waiting")}</p> : null}
      {asked.data !== undefined && found.length === 0 ? (
        <p className="quiet speech-empty">{t(items.length === 0 ? "speech.list-none" : "speech.list-none-such")}</p>
      ) : null}
      <ul className="speech-cards">
        {shown.map((one) => (
          <SpeechCard key={one.item} of={one} />
        ))}
      </ul>
      {pages === 1 ? null : (
        <nav className="button-row speech-pages" aria-label={t("speech.pages")}>
          <button type="button" className="button is-small" disabled={page === 1} onClick={() => setQuery({ page: String(page - 1) })}>
            {t("speech.page-back")}
          </button>
          <span className="quiet">{t("speech.page", { page, pages })}</span>
          <button type="button" className="button is-small" disabled={page >= pages} onClick={() => setQuery({ page: String(page + 1) })}>
            {t("speech.page-on")}
          </button>
        </nav>
      )}
    </div>
  );
}

function SpeechCard({ of: { item, tiers, sounds } }: { of: ItemTiers }) {
  const asked = useQuery({ queryKey: queryKeys.item(item), queryFn: ({ signal }) => api.item(item, signal) });
  const row = asked.data?.row;
  return (
    <li className="speech-card" data-item={item}>
      <Link to={speechPath(item)} className="speech-card-picture" tabIndex={-1} aria-hidden="true">
        {row === undefined ? null : <Shielded item={item} kind={row.kind} poster={row.poster} />}
      </Link>
      <div className="speech-card-facts">
        <p>
          <Link to={speechPath(item)}>
            <b>{t("speech.item", { number: item.slice(1) })}</b>
          </Link>{" "}
          {row === undefined ? null : (
            <>
              <IsolatedText text={row.name} /> <LevelMark level={row.graphicLevel} />{" "}
              <span className="quiet">{row.durationSec === "unknown" ? "" : formatDuration(row.durationSec)}</span>
            </>
          )}{" "}
          {sounds ? null : <span className="quiet small">{t("speech.silent")}</span>}
        </p>
        {asked.error === null ? null : <ErrorNotice error={asked.error} />}
        {tiers.length === 0 ? (
          <p className="quiet">{t("speech.no-tier-yet")}</p>
        ) : (
          <ul className="speech-card-tiers">
            {tiers.map((tier) => (
              <li key={tier.id}>
                <TierLine item={item} tier={tier} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function TierLine({ item, tier }: { item: ItemId; tier: TierRow }) {
  const { standings } = tier;
  return (
    <>
      <Link to={speechPath(item, { tier: tier.id })}>
        {sortName(tier.sort)}, {languageName(tier.language)}
      </Link>{" "}
      <TierStageMark row={tier} />{" "}
      <span className="quiet small">
        {t("speech.tier-facts", { count: tier.segments, reviewed: standings.reviewed, quotable: tier.quotable })}
        {standings.machine === 0 ? "" : ` ${t("speech.tier-machine", { count: standings.machine })}`}
        {tier.suspect === 0 ? "" : ` ${t("speech.tier-suspect", { count: tier.suspect })}`}
      </span>
    </>
  );
}
