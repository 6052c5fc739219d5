/** One source: its grades over time, the conditions of what it gives, what it gave and posted, and every line about it. */
import { useState } from "react";
import type { SourceDetail as Detail } from "../../api/sources.ts";
import type { SourceId } from "../../core/source/source.ts";
import { Prose } from "../bench/prose.tsx";
import { StatedLines, WrittenBy } from "../conditions/stated-lines.tsx";
import { ConditionsDialog } from "../desk/conditions-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t, type WordKey } from "../words/t.ts";
import { GradeDialog } from "./grade-dialog.tsx";
import { ReliabilityMark } from "./reliability-mark.tsx";
import { RestrictedPanel } from "./restricted-panel.tsx";
import { accountName } from "./source-cards.tsx";
import { SourceClaims } from "./source-claims.tsx";
import { SourceDialog } from "./source-dialog.tsx";
import { useSource, useSources } from "./source-queries.ts";

export function SourceDetail({ id }: { id: SourceId }) {
  const asked = useSource(id);
  const all = useSources().data;
  const [open, setOpen] = useState<"change" | "grade" | "conditions">();
  const close = (): void => setOpen(undefined);
  if (asked.error !== null) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <p className="quiet">{t("app.waiting")}</p>;
  const { source, grades, conditions, history, ...items } = asked.data;
  const accounts = all?.accounts.filter((account) => account.source === id) ?? [];
  return (
    <article className="source">
      <header className="source-head">
        <h2>
          <IsolatedText text={source.label} />
        </h2>
        <p className="quiet">
          {source.id} · {t(`source.sort.${source.sort}`)} · {t(`source.contact-${source.mayContact}`)}
        </p>
        {source.about === null ? null : (
          <p className="source-about">
            <Prose text={source.about} />
          </p>
        )}
        <p className="source-actions">
          <button type="button" className="button" onClick={() => setOpen("change")}>
            {t("source.change")}
          </button>
          <button type="button" className="button" onClick={() => setOpen("grade")}>
            {t("reliability.grade")}
          </button>
          <button type="button" className="button" onClick={() => setOpen("conditions")}>
            {t("conditions.state")}
          </button>
        </p>
      </header>
      {source.hasIdentity ? <RestrictedPanel id={id} of="identity" there={all?.privateStore.there ?? true} /> : null}
      {source.hasRestricted ? <RestrictedPanel id={id} of="restricted" there={all?.privateStore.there ?? true} /> : null}
      <section className="part" aria-label={t("source.notes")}>
        <h3>{t("source.notes")}</h3>
        <dl className="source-notes">
          {(["access", "motive", "history"] as const).map((name) => (
            <div key={name}>
              <dt>{t(`source.note.${name}`)}</dt>
              <dd className={source[name] === "unknown" ? "quiet" : ""}>
                {source[name] === "unknown" ? t("source.note.unknown") : <Prose text={source[name]} />}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="part" aria-label={t("reliability.title")}>
        <h3>{t("reliability.title")}</h3>
        <ReliabilityMark letter={source.reliability} graded={source.graded} />
        {grades.length === 0 ? <p className="quiet">{t("reliability.no-grades")}</p> : <Grades grades={grades} />}
      </section>
      <SourceClaims id={id} />
      <section className="part" aria-label={t("conditions.history-source")}>
        <h3>{t("conditions.history-source")}</h3>
        {conditions.length === 0 ? <p className="quiet">{t("conditions.none-stated")}</p> : <StatedLines lines={conditions} ofSource />}
      </section>
      {(["gave", "posted", "filmed"] as const).map((what) =>
        items[what].length === 0 ? null : <Items key={what} title={t(`source.${what}` as WordKey)} items={items[what]} />,
      )}
      {accounts.length === 0 ? null : (
        <section className="part" aria-label={t("source.accounts")}>
          <h3>{t("source.accounts")}</h3>
          <ul className="item-links">
            {accounts.map((account) => (
              <li key={account.id}>
                <Link to={`/sources/${account.id}`}>
                  {account.id} · {account.platform} · <IsolatedText text={accountName(account)} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="part" aria-label={t("source.history")}>
        <h3>{t("source.history")}</h3>
        <ol className="said-lines">
          {history.map((line) => (
            <li key={line.seq}>
              <IsolatedText text={line.summary} />
              <WrittenBy {...line} />
            </li>
          ))}
        </ol>
      </section>
      {open === "change" ? <SourceDialog source={source} onClose={close} onMade={close} /> : null}
      {open === "grade" ? <GradeDialog source={source} onClose={close} /> : null}
      {open === "conditions" ? (
        <ConditionsDialog about={{ source: id }} target={source.label} standing={conditions[0]?.conditions} onClose={close} />
      ) : null}
    </article>
  );
}

function Grades({ grades }: { grades: Detail["grades"] }) {
  return (
    <ol className="said-lines" aria-label={t("reliability.history")}>
      {grades.map((grade) => (
        <li key={grade.seq}>
          <span className="said-head">
            <strong className={`letter letter-${grade.reliability}`}>{grade.reliability}</strong>
            <span>{t("reliability.since", { day: grade.asOf })}</span>
          </span>
          <IsolatedText text={grade.reason} />
          <WrittenBy {...grade} />
        </li>
      ))}
    </ol>
  );
}

function Items({ title, items }: { title: string; items: Detail["gave"] }) {
  return (
    <section className="part" aria-label={title}>
      <h3>{title}</h3>
      <ul className="item-links">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`/items/${item.id}?tab=conditions`}>
              {item.id} <IsolatedText text={item.name} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
