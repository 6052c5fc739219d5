/** What narrows the log. Every choice goes into the address. */
import type { RefObject } from "react";
import { ItemId } from "../../core/item/item.ts";
import type { CustodyPage } from "../../api/custody.ts";
import { TypedField } from "../parts/typed-field.tsx";
import { setQuery } from "../router/router.ts";
import { formatNumber, t } from "../words/t.ts";
import { isNarrowed, type LogQuery } from "./custody-query.ts";
import { kindWords } from "./entry-words.tsx";

interface LogToolbarProps {
  readonly query: LogQuery;
  readonly kinds: CustodyPage["kinds"] | undefined;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

export function LogToolbar({ query, kinds, searchField }: LogToolbarProps) {
  const options = [...(kinds ?? [])];
  if (query.kind !== "" && !options.some(({ value }) => value === query.kind)) options.push({ value: query.kind, count: 0 });
  return (
    <div className="log-toolbar" role="search">
      <TypedField
        className="field log-search"
        field={searchField}
        label={t("custody.search")}
        value={query.q}
        onTyped={(q) => setQuery({ q })}
        longest={200}
      />
      <select
        className={query.kind === "" ? "field" : "field is-set"}
        aria-label={t("custody.filter-kind")}
        value={query.kind}
        onChange={(event) => setQuery({ kind: event.target.value })}
      >
        <option value="">{t("custody.filter-kind-all")}</option>
        {options.map(({ value, count }) => (
          <option key={value} value={value}>
            {t("custody.filter-option", { value: kindWords(value), count: formatNumber(count) })}
          </option>
        ))}
      </select>
      <TypedField
        className={query.item === "" ? "field log-item" : "field log-item is-set"}
        label={t("custody.filter-item")}
        hint={t("custody.filter-item-hint")}
        value={query.item.slice(1)}
        onTyped={(typed) => setQuery({ item: ItemId.safeParse(`i${typed.trim().replace(/^i/i, "")}`).data })}
        longest={12}
      />
      <select
        className="field"
        aria-label={t("desk.sort")}
        value={query.oldestFirst ? "oldest" : "newest"}
        onChange={(event) => setQuery({ order: event.target.value === "oldest" ? "oldest" : undefined })}
      >
        <option value="newest">{t("custody.newest")}</option>
        <option value="oldest">{t("custody.oldest")}</option>
      </select>
      {isNarrowed(query) ? (
        <button type="button" className="button is-bare" onClick={() => setQuery({ q: undefined, kind: undefined, item: undefined })}>
          {t("custody.clear")}
        </button>
      ) : null}
    </div>
  );
}
