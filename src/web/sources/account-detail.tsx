/** One account: the platform's id, what it was called and when, whose it is said to be, and whose names it could be taken for. */
import { useState } from "react";
import type { AccountId } from "../../core/source/account.ts";
import { lettersApart } from "../../core/source/look-alike.ts";
import { WrittenBy } from "../conditions/stated-lines.tsx";
import { instantWords } from "../conditions/words-of.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { HandleDialog } from "./handle-dialog.tsx";
import { accountName } from "./source-cards.tsx";
import { useSources } from "./source-queries.ts";

export function AccountDetail({ id }: { id: AccountId }) {
  const asked = useSources();
  const [open, setOpen] = useState<"change" | "handle">();
  const account = asked.data?.accounts.find((one) => one.id === id);
  if (account === undefined) return <p className="quiet">{t(asked.data === undefined ? "app.waiting" : "accounts.none")}</p>;
  const shown = (words: string) =>
    words === "unknown" ? <span className="quiet">{t("account.not-seen")}</span> : <IsolatedText text={words} />;
  return (
    <article className="source">
      <header className="source-head">
        <h2>
          <IsolatedText text={accountName(account)} />
        </h2>
        <p className="quiet">
          {account.id} · {account.platform}
        </p>
        <p className="source-actions">
          <button type="button" className="button" onClick={() => setOpen("handle")}>
            {t("account.handle-add")}
          </button>
          <button type="button" className="button" onClick={() => setOpen("change")}>
            {t("account.change")}
          </button>
        </p>
      </header>
      {account.lookAlikes.map(({ account: other, own, other: theirs }) => (
        <p key={other} className="notice is-attention look-alike">
          <ToneMark tone="narrower" />
          <span>
            {t(own === theirs ? "account.same-name" : "account.look-alike", { account: other, own, other: theirs })}{" "}
            {own === theirs
              ? null
              : t("account.letters-apart", { own: lettersApart(theirs, own).join(", "), other: lettersApart(own, theirs).join(", ") })}{" "}
            <Link to={`/sources/${other}`}>{other}</Link>
          </span>
        </p>
      ))}
      <dl className="condition-list">
        <dt>{t("account.platform-id")}</dt>
        <dd>{account.platformId === "unknown" ? t("item.unknown") : <IsolatedText text={account.platformId} />}</dd>
        <dt>{t("account.url")}</dt>
        <dd>{account.url === null ? t("item.unknown") : <IsolatedText text={account.url} />}</dd>
        <dt>{t("account.source")}</dt>
        <dd>
          {account.source === "unknown" ? (
            t("account.source-unknown")
          ) : (
            <Link to={`/sources/${account.source}`}>
              <IsolatedText text={account.sourceLabel ?? account.source} />
            </Link>
          )}
        </dd>
        {account.about === null ? null : (
          <div className="condition-pair">
            <dt>{t("account.about")}</dt>
            <dd>
              <IsolatedText text={account.about} />
            </dd>
          </div>
        )}
      </dl>
      <section className="part" aria-label={t("account.names")}>
        <h3>{t("account.names")}</h3>
        {account.names.length === 0 ? <p className="quiet">{t("account.no-names")}</p> : null}
        <ol className="said-lines">
          {account.names.map((name, place) => (
            <li key={name.seq} className={place === account.names.length - 1 ? "is-now" : "is-gone"}>
              <dl className="condition-list">
                <dt>{t("account.handle")}</dt>
                <dd>{shown(name.handle)}</dd>
                <dt>{t("account.display-name")}</dt>
                <dd>{shown(name.displayName)}</dd>
                <dt>{t("account.seen")}</dt>
                <dd>
                  {name.earliest === name.latest
                    ? instantWords(name.earliest)
                    : `${instantWords(name.earliest)} – ${instantWords(name.latest)}`}
                </dd>
                <dt>{t("account.basis")}</dt>
                <dd>
                  <IsolatedText text={name.basis} />
                </dd>
              </dl>
              <WrittenBy {...name} />
            </li>
          ))}
        </ol>
      </section>
      {account.items.length === 0 ? null : (
        <ul className="card-facts">
          {account.items.map(({ role, count }) => (
            <li key={role}>{t("account.items", { role: t(`role.${role}`), count })}</li>
          ))}
        </ul>
      )}
      <WrittenBy {...account} />
      {open === "change" ? <AccountDialog account={account} onClose={() => setOpen(undefined)} onMade={() => setOpen(undefined)} /> : null}
      {open === "handle" ? <HandleDialog id={id} onClose={() => setOpen(undefined)} /> : null}
    </article>
  );
}
