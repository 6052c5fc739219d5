/** Entries of the ledger that concern this item, newest first. */
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function CustodyTab({ item }: { item: ItemId }) {
  const query = { item, limit: "100", newestFirst: "true" };
  const page = useQuery({ queryKey: queryKeys.custodyPage(query, 0), queryFn: ({ signal }) => api.custody(query, signal) });
  if (page.error) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <p className="quiet">{t("bench.tab-waiting")}</p>;
  return (
    <div className="tab-stack">
      <p>
        <Link to={`/custody?item=${item}`}>{t("bench.custody.all", { count: page.data.total })}</Link>
      </p>
      <ol className="custody-list">
        {page.data.entries.map((entry) => (
          <li key={entry.seq}>
            <p>
              <b className="mono">{entry.seq}</b> <span className="mono">{entry.at ?? t("bench.custody.withheld")}</span>{" "}
              <span className={entry.proof.state === "claimed-only" ? "sign is-attention" : "sign"}>
                {t(`bench.proof.${entry.proof.state}`)}
              </span>
            </p>
            <p>
              <IsolatedText text={entry.summary} />
            </p>
            <p className="quiet">
              {entry.kind} · {entry.byName ?? entry.by ?? t("bench.custody.withheld")} ·{" "}
              <span className="mono">{entry.head.slice(0, 19)}…</span>
              {entry.clockSteppedBack ? ` · ${t("bench.custody.stepped-back")}` : ""}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
