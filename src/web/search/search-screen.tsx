/** Search over every text of the case: words, filters with counts, the days of what is found, and why each hit stands where it does. */
import "./search.css";
import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { SearchHit } from "../../api/search.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { TypedField } from "../parts/typed-field.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { DayStrip } from "./day-strip.tsx";
import { HitRow } from "./hit-row.tsx";
import { SavedSearchBar } from "./saved-search-bar.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { inAddress, searchOf } from "./search-in-address.ts";
import { searchKeys } from "./search-keys.ts";
import { useSearch } from "./use-search.ts";

export function SearchScreen() {
  const { query: address } = useAddress();
  const query = searchOf(address);
  const found = useSearch(query);
  const narrow = useNarrow(900);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [grouped, setGrouped] = useState(false);
  const typed = useCallback((words: string) => setQuery(inAddress({ words })), []);

  const links = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>("a.hit-link") ?? [])];
  /** Moves the focus, so that Enter opens what is looked at; past the last hit more are asked for. */
  const move = (step: 1 | -1): void => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (step === -1 && at === 0) field.current?.focus();
    else if (step === 1 && at === all.length - 1) found.more?.();
    else all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step]?.focus();
  };
  useKeys(searchKeys, {
    next: () => move(1),
    previous: () => move(-1),
    first: () => links()[0]?.focus(),
    search: () => field.current?.focus(),
    group: () => setGrouped(!grouped),
  });
  const fromField = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    links()[0]?.focus();
  };

  const { page, hits } = found;
  const filters = <SearchFilters query={query} page={page} />;
  return (
    <div className="search">
      <h1 className="visually-hidden">{t("search.title")}</h1>
      <div className="search-top" role="search">
        <div className="search-line" onKeyDown={fromField}>
          <TypedField
            className="field search-field"
            field={field}
            label={t("search.field")}
            hint={t("search.field-hint")}
            value={query.words}
            onTyped={typed}
            longest={500}
          />
          <SavedSearchBar query={query} />
        </div>
        <DayStrip query={query} />
      </div>
      <div className="search-main">
        {narrow ? (
          <details className="search-fold">
            <summary>{t("search.filters")}</summary>
            {filters}
          </details>
        ) : (
          <aside className="search-side" aria-label={t("search.filters")} tabIndex={0}>
            {filters}
          </aside>
        )}
        <section className="search-found" aria-label={t("search.found")} tabIndex={0}>
          <div className="search-says">
            <p role="status">
              {page === undefined
                ? t("app.waiting")
                : t(page.counted === "exactly" ? "search.total" : "search.total-most", { count: page.total })}
            </p>
            <button type="button" className="button is-bare" aria-pressed={grouped} onClick={() => setGrouped(!grouped)}>
              {t("search.group")}
            </button>
            <details className="search-order">
              <summary>{t("search.order")}</summary>
              <ol>
                {(["search.order-1", "search.order-2", "search.order-3", "search.order-4"] as const).map((key) => (
                  <li key={key}>{t(key)}</li>
                ))}
              </ol>
              <p>{t("search.order-why-not-rare")}</p>
            </details>
          </div>
          {page !== undefined && page.indexed.waiting > 0 ? (
            <p className="notice is-attention">{t("search.indexing", { texts: page.indexed.texts, waiting: page.indexed.waiting })}</p>
          ) : null}
          {page !== undefined && page.withoutTime > 0 ? (
            <p className="notice">{t("search.without-time", { count: page.withoutTime })}</p>
          ) : null}
          {found.error === null ? null : <ErrorNotice error={found.error} onRetry={found.retry} />}
          {page?.total === 0 ? <p className="page-message">{t("search.none")}</p> : null}
          <ol ref={list} className="hits" aria-busy={found.isAsking}>
            {grouped
              ? groupsOf(hits).map(([item, some]) => <HitGroup key={item} hits={some} />)
              : hits.map((hit) => (
                  <li key={hit.id} className="hit">
                    <HitRow hit={hit} />
                  </li>
                ))}
          </ol>
          {found.more === undefined ? null : (
            <p className="search-more">
              <button type="button" className="button" onClick={found.more}>
                {t("search.more")}
              </button>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

/** Of the hits at hand, in the order of each item's best. */
function groupsOf(hits: readonly SearchHit[]): [string, SearchHit[]][] {
  return [...Map.groupBy(hits, ({ item }) => item)];
}

function HitGroup({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <li className="hit-group">
      <ol>
        {hits.map((hit, place) => (
          <li key={hit.id} className={place === 0 ? "hit" : "hit is-next"}>
            <HitRow hit={hit} sameItem={place > 0} />
          </li>
        ))}
      </ol>
    </li>
  );
}
