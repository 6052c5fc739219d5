/** Cards of the two lists. What is restricted stands on none of them but as "there is something". */
import type { AccountRow, SourceRow } from "../../api/sources.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ReliabilityMark } from "./reliability-mark.tsx";

export function SourceCards({ sources, chosen }: { sources: readonly SourceRow[]; chosen: string | undefined }) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.id}>
          <Link to={`/sources/${source.id}`} className="source-card" aria-current={source.id === chosen ? "true" : undefined}>
            <span className="card-head">
              <strong className="card-label">
                <IsolatedText text={source.label} />
              </strong>
              <span className="quiet small">
                {source.id} · {t(`source.sort.${source.sort}`)}
              </span>
            </span>
            <ReliabilityMark letter={source.reliability} graded={source.graded} />
            <span className="card-facts small quiet">
              <span>{t("source.count-gave", { count: source.gave })}</span>
              {source.posted === 0 ? null : <span>{t("source.count-posted", { count: source.posted })}</span>}
              {source.accounts === 0 ? null : <span>{t("source.count-accounts", { count: source.accounts })}</span>}
              <span className={source.mayContact === "no" ? "tone-conflict" : ""}>{t(`source.contact-${source.mayContact}`)}</span>
              {source.hasConditions ? null : <span>{t("source.no-conditions")}</span>}
              {source.hasIdentity ? <span className="tone-narrower">{t("source.has-identity")}</span> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function AccountCards({ accounts, chosen }: { accounts: readonly AccountRow[]; chosen: string | undefined }) {
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.id}>
          <Link to={`/sources/${account.id}`} className="source-card" aria-current={account.id === chosen ? "true" : undefined}>
            <span className="card-head">
              <strong className="card-label">
                <IsolatedText text={accountName(account)} />
              </strong>
              <span className="quiet small">
                {account.id} · {account.platform}
              </span>
            </span>
            <span className="card-facts small quiet">
              <span>
                {t("account.platform-id")}:{" "}
                {account.platformId === "unknown" ? t("item.unknown") : <IsolatedText text={account.platformId} />}
              </span>
              {account.names.length < 2 ? null : <span>{t("account.names-count", { count: account.names.length })}</span>}
              {account.items.map(({ role, count }) => (
                <span key={role}>{t("account.items", { role: t(`role.${role}`), count })}</span>
              ))}
              {account.lookAlikes.length === 0 ? null : (
                <span className="chip tone-narrower">
                  <ToneMark tone="narrower" />
                  {t("account.has-look-alike")}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What it was called last: handle before name. */
export function accountName({ id, names }: Pick<AccountRow, "id" | "names">): string {
  const last = names.at(-1);
  if (last === undefined) return id;
  return last.handle === "unknown" ? last.displayName : last.handle;
}
