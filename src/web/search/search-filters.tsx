/** What narrows a search, each choice with how many texts it would leave. Every choice goes into the address. */
import type { SearchPage } from "../../api/search.ts";
import type { SearchQuery } from "../../core/search/search-query.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { setQuery } from "../router/router.ts";
import { en } from "../words/en.ts";
import { formatNumber, t, type WordKey } from "../words/t.ts";
import { inAddress, isNarrowed } from "./search-in-address.ts";

type Choice = keyof SearchPage["counts"];

const groups: readonly { readonly choice: Choice; readonly title: WordKey; readonly words: string | undefined }[] = [
  { choice: "in", title: "search.filter-in", words: "search.in-" },
  { choice: "kind", title: "search.filter-kind", words: "kind." },
  { choice: "source", title: "search.filter-source", words: undefined },
  { choice: "triage", title: "search.filter-state", words: "triage." },
  { choice: "level", title: "search.filter-level", words: "level." },
];
/** Choices shown before the rest is asked for. */
const shownAtMost = 12;

export function SearchFilters({ query, page }: { query: SearchQuery; page: SearchPage | undefined }) {
  return (
    <div className="search-filters">
      {isNarrowed(query) ? (
        <button type="button" className="button is-bare search-clear" onClick={clear}>
          {t("search.clear")}
        </button>
      ) : null}
      <TimeFilter query={query} />
      {groups.map(({ choice, title, words }) => (
        <ChoiceList
          key={choice}
          title={t(title)}
          chosen={query[choice]}
          counts={page?.counts[choice] ?? []}
          says={(value) => wordsFor(words, value)}
          onChoose={(value) => setQuery(inAddress({ [choice]: value }))}
        />
      ))}
    </div>
  );
}

function clear(): void {
  setQuery(
    inAddress({ in: undefined, kind: undefined, source: undefined, triage: undefined, level: undefined, from: undefined, to: undefined }),
  );
}

/** A value that the catalogue has no words for is shown as it is. */
function wordsFor(prefix: string | undefined, value: string): string {
  if (prefix === undefined) return value === "unknown" ? t("search.source-unknown") : value;
  const key = `${prefix}${value}`;
  return key in en ? t(key as WordKey) : value;
}

interface ChoiceListProps {
  readonly title: string;
  readonly chosen: string | undefined;
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly says: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

function ChoiceList({ title, chosen, counts, says, onChoose }: ChoiceListProps) {
  const there = chosen === undefined || counts.some(({ value }) => value === chosen);
  const all = there ? counts : [{ value: chosen, count: 0 }, ...counts];
  if (all.length === 0) return null;
  const [first, rest] = [all.slice(0, shownAtMost), all.slice(shownAtMost)];
  const list = (some: typeof all) => (
    <ul>
      {some.map(({ value, count }) => (
        <li key={value}>
          <button
            type="button"
            className="button is-bare choice"
            aria-pressed={value === chosen}
            onClick={() => onChoose(value === chosen ? undefined : value)}
          >
            <span className="cut">
              <IsolatedText text={says(value)} />
            </span>
            <span className="quiet">{formatNumber(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="choice-list" aria-label={title}>
      <h2>{title}</h2>
      {list(first)}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t("search.filter-more", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  );
}

/** Days in UTC: what was posted in a day of another zone may lie in two of them. */
function TimeFilter({ query: { from, to } }: { query: SearchQuery }) {
  const set = (member: "from" | "to", day: string): void =>
    setQuery(inAddress({ [member]: day === "" ? undefined : `${day}T${member === "from" ? "00:00:00Z" : "23:59:59Z"}` }));
  return (
    <section className="choice-list" aria-label={t("search.filter-time")}>
      <h2>{t("search.filter-time")}</h2>
      <div className="search-days">
        <label className="label">
          <span>{t("search.from")}</span>
          <input type="date" className="field" value={from?.slice(0, 10) ?? ""} onChange={(event) => set("from", event.target.value)} />
        </label>
        <label className="label">
          <span>{t("search.to")}</span>
          <input type="date" className="field" value={to?.slice(0, 10) ?? ""} onChange={(event) => set("to", event.target.value)} />
        </label>
      </div>
      <p className="quiet small">{t("search.time-means")}</p>
    </section>
  );
}
