/** Heads of the table's columns; those that can order the list are buttons. */
import { setQuery } from "../router/router.ts";
import { t, type WordKey } from "../words/t.ts";
import type { DeskQuery, SortName } from "./desk-query.ts";

const columns: readonly { readonly name: string; readonly word: WordKey; readonly sort?: SortName }[] = [
  { name: "number", word: "column.number", sort: "number" },
  { name: "poster", word: "column.poster" },
  { name: "name", word: "column.name", sort: "name" },
  { name: "length", word: "column.length", sort: "duration" },
  { name: "posted", word: "column.posted", sort: "posted" },
  { name: "source", word: "column.source" },
  { name: "level", word: "column.level", sort: "graphic-level" },
  { name: "triage", word: "column.triage", sort: "triage" },
  { name: "notes", word: "column.notes" },
];

interface TableHeadProps {
  readonly query: DeskQuery;
  readonly count: number;
  /** "some" while only a part of the list is selected. */
  readonly selected: "none" | "some" | "all";
  readonly onSelectAll: () => void;
}

export function TableHead({ query, count, selected, onSelectAll }: TableHeadProps) {
  return (
    <div role="rowgroup" className="items-head">
      <div role="row" aria-rowindex={1}>
        <span role="columnheader" className="cell-select">
          <input
            type="checkbox"
            aria-label={t("desk.select-all", { count })}
            tabIndex={-1}
            checked={selected === "all"}
            ref={(box) => {
              if (box !== null) box.indeterminate = selected === "some";
            }}
            onChange={onSelectAll}
          />
        </span>
        {columns.map(({ name, word, sort }) => (
          <span key={name} role="columnheader" className={`cell-${name}`} aria-sort={sortOf(query, sort)}>
            {sort === undefined ? (
              t(word)
            ) : (
              <button
                type="button"
                tabIndex={-1}
                title={t("desk.sort-by", { name: t(`sort.${sort}`) })}
                onClick={() =>
                  setQuery({
                    sort: sort === "number" ? undefined : sort,
                    descending: query.sort === sort && !query.descending ? "true" : undefined,
                  })
                }
              >
                {t(word)}
                {query.sort === sort ? <span aria-hidden="true">{query.descending ? "▾" : "▴"}</span> : null}
              </button>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

function sortOf(query: DeskQuery, sort: SortName | undefined): "ascending" | "descending" | undefined {
  if (sort === undefined || query.sort !== sort) return undefined;
  return query.descending ? "descending" : "ascending";
}
