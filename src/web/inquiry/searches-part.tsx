/** The search log: a quick form above, what was searched below, a file of it on asking. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LoggedSearch } from "../../api/inquiry.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { TypedField } from "../parts/typed-field.tsx";
import { Link } from "../router/link.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { formatNumber, t } from "../words/t.ts";
import { saveBlob } from "./save-blob.ts";
import { searchCsvHead, searchCsvLine } from "./search-csv.ts";
import { SearchForm } from "./search-form.tsx";

const pageSize = 100;
const largestPage = 500;

export function SearchesPart({ readOnly }: { readOnly: boolean }) {
  const { query } = useAddress();
  const q = (query.get("q") ?? "").slice(0, 500);
  const offset = Math.max(0, Number(query.get("from") ?? 0) || 0);
  const page = useQuery({
    queryKey: linkKeys.searches(q, offset),
    queryFn: ({ signal }) => linkApi.searchLog(q, offset, pageSize, signal),
  });
  const { data } = page;
  return (
    <>
      <p className="quiet">{t("searches.note")}</p>
      <SearchForm places={data?.places ?? []} disabled={readOnly} />
      <div className="inquiry-tools">
        <TypedField
          className="field"
          label={t("searches.filter")}
          value={q}
          longest={500}
          onTyped={(typed) => setQuery({ q: typed, from: undefined })}
        />
        <span role="status">{data === undefined ? "" : t("searches.count", { count: data.total })}</span>
        <Export q={q} />
      </div>
      {page.error === null ? null : <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />}
      {data?.total === 0 ? <p className="inquiry-none">{t(q === "" ? "searches.none" : "searches.no-match")}</p> : null}
      {data === undefined || data.total === 0 ? null : <Table searches={data.searches} />}
      {data !== undefined && offset + pageSize < data.total ? (
        <button type="button" className="button" onClick={() => setQuery({ from: String(offset + pageSize) })}>
          {t("links.more")}
        </button>
      ) : null}
    </>
  );
}

function Table({ searches }: { searches: readonly LoggedSearch[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t("searches.title")}>
      <table className="search-table">
        <thead>
          <tr>
            <th scope="col">{t("searches.when")}</th>
            <th scope="col">{t("searches.query")}</th>
            <th scope="col">{t("searches.place")}</th>
            <th scope="col">{t("searches.account")}</th>
            <th scope="col">{t("searches.hits")}</th>
            <th scope="col">{t("searches.head.kept")}</th>
            <th scope="col">{t("searches.head.not-kept")}</th>
          </tr>
        </thead>
        <tbody>
          {searches.map((search) => (
            <tr key={search.id}>
              <td>
                <TimeText claim={search.at} />
                <Link className="small quiet" to={`/custody/${search.seq}`}>
                  {t("searches.logged-by", { name: search.byName, seq: formatNumber(search.seq) })}
                </Link>
              </td>
              <td>
                <Said text={search.query} />
              </td>
              <td>
                <Said text={search.place} />
              </td>
              <td>
                {search.account === "unknown" ? <span className="quiet">{t("searches.unknown")}</span> : <Said text={search.account} />}
              </td>
              <td>{search.hits === "unknown" ? <span className="quiet">{t("searches.unknown")}</span> : formatNumber(search.hits)}</td>
              <td>
                {search.kept.map((item) => (
                  <Link key={item} className="item-number" to={`/items/${item}`}>
                    {item.slice(1)}
                  </Link>
                ))}
              </td>
              <td>
                {search.notKept === "unknown" ? <span className="quiet">{t("searches.unknown")}</span> : formatNumber(search.notKept)}{" "}
                {search.why === null ? null : <IsolatedText text={search.why} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ text }: { text: string | null }) {
  return text === null ? <span className="quiet">{t("searches.withheld")}</span> : <IsolatedText text={text} />;
}

/** All that matches, not only what is shown. */
function Export({ q }: { q: string }) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const parts = [searchCsvHead];
      for (let offset = 0, total = 1; offset < total; offset += largestPage) {
        const page = await linkApi.searchLog(q, offset, largestPage);
        total = page.total;
        parts.push(...page.searches.map(searchCsvLine));
      }
      saveBlob(new Blob(parts, { type: "text/csv;charset=utf-8" }), "search-log.csv");
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button" disabled={busy} onClick={() => void run()}>
        {t("searches.export")}
      </button>
      {error === undefined ? null : <ErrorNotice error={error} />}
    </>
  );
}
