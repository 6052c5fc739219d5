/** Sources and accounts: a list of each, the chosen one beside it. How far a source can be relied on is about the source alone. */
import "../conditions/conditions.css";
import "./sources.css";
import { useState } from "react";
import { AccountId } from "../../core/source/account.ts";
import { SourceId } from "../../core/source/source.ts";
import type { KeyTable } from "../keys/key-table.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { Link } from "../router/link.tsx";
import { navigate, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { AccountDetail } from "./account-detail.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { ChannelOffers } from "./channel-offers.tsx";
import { AccountCards, SourceCards } from "./source-cards.tsx";
import { SourceDetail } from "./source-detail.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import { useSources } from "./source-queries.ts";

const sourcesKeys = {
  title: "keys.sources",
  actions: {
    next: { keys: ["j", "ArrowDown"], says: "keys.sources-next" },
    previous: { keys: ["k", "ArrowUp"], says: "keys.sources-previous" },
    make: { keys: ["n"], says: "keys.sources-new" },
    other: { keys: ["o"], says: "keys.sources-other" },
  },
} as const satisfies KeyTable;

/** Below this the chosen record takes the place of the list. */
const besideFrom = 900;

/** `/sources`, `/sources?list=accounts`, `/sources/s1`, `/sources/a2`. */
export function SourcesScreen({ record }: { record: string | undefined }) {
  const { query } = useAddress();
  const narrow = useNarrow(besideFrom);
  const asked = useSources();
  const [making, setMaking] = useState(false);
  const list = record?.startsWith("a") === true || query.get("list") === "accounts" ? "accounts" : "sources";
  const answer = asked.data;
  const rows: readonly { readonly id: string }[] = answer?.[list] ?? [];
  const move = (step: number): void => {
    if (rows.length === 0) return;
    const at = rows.findIndex(({ id }) => id === record);
    const next = rows[at === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next !== undefined) navigate(`/sources/${next.id}`, { replace: true });
  };
  const otherList = list === "sources" ? "/sources?list=accounts" : "/sources";
  useKeys(sourcesKeys, {
    next: () => move(1),
    previous: () => move(-1),
    make: () => setMaking(true),
    other: () => navigate(otherList),
  });
  const showsList = !narrow || record === undefined;
  const go = (id: string): void => {
    setMaking(false);
    navigate(`/sources/${id}`);
  };
  return (
    <div className={narrow ? "sources is-narrow" : "sources"}>
      <h1 className="visually-hidden">{t("sources.title")}</h1>
      {showsList ? (
        <section className="sources-list" aria-label={t(`sources.list.${list}`)}>
          <div className="sources-bar">
            <nav className="sources-tabs" aria-label={t("sources.lists")}>
              {(["sources", "accounts"] as const).map((name) => (
                <Link
                  key={name}
                  to={name === "sources" ? "/sources" : "/sources?list=accounts"}
                  aria-current={name === list ? "page" : undefined}
                >
                  {t(`sources.list.${name}`)} <span className="quiet">{answer?.[name].length}</span>
                </Link>
              ))}
            </nav>
            <button type="button" className="button is-main" onClick={() => setMaking(true)}>
              {t(list === "sources" ? "sources.new-source" : "sources.new-account")}
            </button>
          </div>
          {asked.error === null ? null : <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
          {answer !== undefined && rows.length === 0 ? (
            <div className="sources-empty">
              <p>{t(`${list}.none`)}</p>
              <p className="quiet">{t(`${list}.none-how`)}</p>
            </div>
          ) : null}
          {list === "sources" ? (
            <SourceCards sources={answer?.sources ?? []} chosen={record} />
          ) : (
            <>
              <AccountCards accounts={answer?.accounts ?? []} chosen={record} />
              <ChannelOffers channels={answer?.channels ?? []} />
            </>
          )}
        </section>
      ) : null}
      {narrow && record === undefined ? null : (
        <section className="sources-panel" aria-label={record ?? t("sources.title")}>
          {narrow ? <Link to={list === "sources" ? "/sources" : "/sources?list=accounts"}>{t("sources.back")}</Link> : null}
          <Chosen record={record} />
        </section>
      )}
      {making && list === "sources" ? <SourceDialog source={undefined} onClose={() => setMaking(false)} onMade={go} /> : null}
      {making && list === "accounts" ? <AccountDialog account={undefined} onClose={() => setMaking(false)} onMade={go} /> : null}
    </div>
  );
}

function Chosen({ record }: { record: string | undefined }) {
  const source = SourceId.safeParse(record);
  if (source.success) return <SourceDetail key={source.data} id={source.data} />;
  const account = AccountId.safeParse(record);
  if (account.success) return <AccountDetail key={account.data} id={account.data} />;
  return <p className="quiet">{t("sources.closed")}</p>;
}
