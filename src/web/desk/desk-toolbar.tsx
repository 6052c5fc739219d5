/** What narrows and orders the list, and what brings files in. Every choice goes into the address. */
import type { RefObject } from "react";
import { ItemSort, type ItemsPage } from "../../api/items.ts";
import { TypedField } from "../parts/typed-field.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { setQuery } from "../router/router.ts";
import { formatNumber, t, type WordKey } from "../words/t.ts";
import type { DeskFilter, DeskQuery } from "./desk-query.ts";
import { filtersSet, isFiltered } from "./desk-query.ts";

export interface DeskToolbarProps {
  readonly query: DeskQuery;
  readonly facets: ItemsPage["facets"] | undefined;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

export function DeskToolbar({ query, facets, searchField }: DeskToolbarProps) {
  const narrow = useNarrow(761);
  const set = filtersSet(query);
  return (
    <div className="desk-toolbar" role="search">
      <TypedField
        className="field desk-search"
        field={searchField}
        label={t("desk.search")}
        value={query.q}
        longest={500}
        onTyped={(q) => setQuery({ q })}
      />
      {narrow ? (
        <details className="desk-fold">
          <summary>
            {t("desk.filters")}
            {set === 0 ? null : <span className="fold-count">{t("desk.filters-set", { count: set })}</span>}
          </summary>
          <DeskFilters query={query} facets={facets} />
        </details>
      ) : (
        <DeskFilters query={query} facets={facets} />
      )}
    </div>
  );
}

function DeskFilters({ query, facets }: Pick<DeskToolbarProps, "query" | "facets">) {
  return (
    <div className="desk-filters" role="group" aria-label={t("desk.filters")}>
      <Filter name="kind" value={query.kind} counts={facets?.kind} wordOf={(value) => t(`kind.${value}` as WordKey)} />
      <Filter name="level" value={query.level} counts={facets?.level} wordOf={(value) => t(`level.${value}` as WordKey)} />
      <Filter name="triage" value={query.triage} counts={facets?.triage} wordOf={(value) => t(`triage.${value}` as WordKey)} />
      <Filter
        name="source"
        value={query.source}
        counts={facets?.source}
        wordOf={(value) => (value === "unknown" ? t("item.unknown") : value)}
      />
      <Filter name="has" value={query.has} counts={facets?.has} wordOf={(value) => t(`has.${value}` as WordKey)} />
      {isFiltered(query) ? (
        <button type="button" className="button is-bare" onClick={clearFilters}>
          {t("desk.clear-filters")}
        </button>
      ) : null}
    </div>
  );
}

/** Order of the list, and table or grid. */
export function DeskOrder({ query }: { query: DeskQuery }) {
  return (
    <div className="desk-order">
      <select
        className="field"
        aria-label={t("desk.sort")}
        value={query.sort}
        onChange={(event) => setQuery({ sort: event.target.value === "number" ? undefined : event.target.value })}
      >
        {ItemSort.options.map((name) => (
          <option key={name} value={name}>
            {t("desk.sort-by", { name: t(`sort.${name}`) })}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button is-icon"
        aria-label={t(query.descending ? "desk.descending" : "desk.ascending")}
        title={t(query.descending ? "desk.descending" : "desk.ascending")}
        onClick={() => setQuery({ descending: query.descending ? undefined : "true" })}
      >
        <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d={query.descending ? "M3 4h9 M3 8h6 M3 12h3" : "M3 4h3 M3 8h6 M3 12h9"}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
      </button>
      <span className="view-switch" role="group" aria-label={t("desk.view")}>
        {(["table", "tiles"] as const).map((view) => (
          <button
            key={view}
            type="button"
            className="button"
            aria-pressed={query.view === view}
            onClick={() => setQuery({ view: view === "table" ? undefined : view })}
          >
            {t(`desk.view-${view}`)}
          </button>
        ))}
      </span>
    </div>
  );
}

export function clearFilters(): void {
  setQuery({ q: undefined, kind: undefined, level: undefined, triage: undefined, source: undefined, has: undefined });
}

interface FilterProps {
  readonly name: DeskFilter;
  readonly value: string;
  readonly counts: readonly { readonly value: string; readonly count: number }[] | undefined;
  readonly wordOf: (value: string) => string;
}

function Filter({ name, value, counts, wordOf }: FilterProps) {
  const word = t(`filter.${name}`);
  const options = [...(counts ?? [])];
  // A filter out of a link stays chosen although nothing fits it now.
  if (value !== "" && !options.some((option) => option.value === value)) options.push({ value, count: 0 });
  return (
    <select
      className={value === "" ? "field" : "field is-set"}
      aria-label={word}
      value={value}
      onChange={(event) => setQuery({ [name]: event.target.value })}
    >
      <option value="">{t("desk.filter-all", { name: word })}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {t("desk.filter-option", { value: wordOf(option.value), count: formatNumber(option.count) })}
        </option>
      ))}
    </select>
  );
}
