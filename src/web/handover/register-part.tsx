/** The register: editions that were sealed, who got which pack, what arrived, what changed under them, and corrections. */
import { useState } from "react";
import type { EditionId } from "../../core/edition/edition.ts";
import type { EditionRow, EditionsAnswer } from "../../api/editions.ts";
import { useComparedEditions, useEditions } from "../api-client/edition-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { AcknowledgeDialog, CorrectionDialog, DiscloseDialog } from "./register-dialogs.tsx";

type Asked =
  | { readonly is: "disclose"; readonly row: EditionRow }
  | { readonly is: "acknowledge"; readonly line: number; readonly to: string }
  | { readonly is: "correct"; readonly draft: NonNullable<EditionsAnswer["draft"]> };

export function RegisterPart({ edition }: { readonly edition: EditionId | undefined }) {
  const editions = useEditions();
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  if (editions.error !== null) return <ErrorNotice error={editions.error} onRetry={() => void editions.refetch()} />;
  const { versions = [], corrections = [], draft = null } = editions.data ?? {};
  const shown = edition === undefined ? versions : versions.filter((row) => row.edition === edition);
  return (
    <div className="handover-register">
      {draft === null ? null : (
        <section className="notice" aria-label={t("handover.correction-due")}>
          <p>
            <strong>{t("handover.correction-due")}</strong> {t("handover.correction-due-what", { count: draft.concerns.length })}
          </p>
          <button type="button" className="button" onClick={() => setAsked({ is: "correct", draft })}>
            {t("handover.correct")}
          </button>
        </section>
      )}
      {editions.data !== undefined && shown.length === 0 ? <p className="quiet">{t("handover.none")}</p> : null}
      {shown.map((row) => (
        <Version key={`${row.edition} ${row.version}`} row={row} onAsk={setAsked} />
      ))}
      {versions.length < 2 ? null : <Compare versions={versions} />}
      {corrections.length === 0 ? null : (
        <section aria-label={t("handover.corrections")}>
          <h2>{t("handover.corrections")}</h2>
          {corrections.map(({ line, at, byName, concerns, text }) => (
            <article key={line} className="handover-version">
              <h3>{t("handover.correction", { line, concerns: concerns.map((one) => `${one.edition} ${one.version}`).join(", ") })}</h3>
              <p className="quiet">
                <IsolatedText text={byName} /> {at}
              </p>
              {text.split("\n").map((words, place) => (
                <p key={place}>
                  <IsolatedText text={words} />
                </p>
              ))}
            </article>
          ))}
        </section>
      )}
      {asked?.is === "disclose" ? <DiscloseDialog row={asked.row} onClose={close} /> : null}
      {asked?.is === "acknowledge" ? <AcknowledgeDialog line={asked.line} to={asked.to} onClose={close} /> : null}
      {asked?.is === "correct" ? <CorrectionDialog draft={asked.draft} onClose={close} /> : null}
    </div>
  );
}

function Version({ row, onAsk }: { readonly row: EditionRow; readonly onAsk: (asked: Asked) => void }) {
  const {
    edition,
    version,
    sort,
    title,
    findings,
    objects,
    withheld,
    leakTest,
    line,
    at,
    byName,
    disclosures,
    stale,
    manifest,
    shortCode,
  } = row;
  return (
    <article className="handover-version" data-record={edition}>
      <h2>
        {t(`handover.sort.${sort}`)} {edition}, {t("handover.version", { version })}: <IsolatedText text={title} />
      </h2>
      <p className="quiet">
        {t("handover.sealed-by", { line, at })} <IsolatedText text={byName} />. {t("handover.sealed-counts-short", { objects, withheld })}
        {leakTest === null ? null : ` ${t("handover.leaks-none", { files: leakTest.files, frames: leakTest.frames })}`}
      </p>
      <p>
        {findings.map((one, place) => (
          <span key={one.finding}>
            {place === 0 ? "" : ", "}
            <Link to={`/review/${one.finding}`}>{one.finding}</Link> {t("handover.version", { version: one.version })}
          </span>
        ))}
      </p>
      <p>
        {t("handover.tell-head")} <strong className="mono">{shortCode}</strong>
      </p>
      <details>
        <summary>{t("handover.manifest")}</summary>
        <p className="mono">{manifest}</p>
      </details>
      {stale.map((one) => (
        <p key={`${one.finding} ${one.line}`} className="notice">
          {t("handover.stale", { finding: one.finding, line: one.line })} <IsolatedText text={one.why} />
        </p>
      ))}
      <h3>{t("handover.register")}</h3>
      {disclosures.length === 0 ? <p className="quiet">{t("handover.nobody")}</p> : null}
      <ul>
        {disclosures.map((one) => (
          <li key={one.line}>
            <p>
              {t("handover.went-to")} <IsolatedText text={one.to} /> {one.at}. <IsolatedText text={one.how} />:{" "}
              <IsolatedText text={one.why} /> <span className="quiet">{t("handover.line", { line: one.line })}</span>
            </p>
            {one.acknowledged.map((said) => (
              <p key={said.line} className="quiet">
                {t("handover.arrived")} {said.received === "unknown" ? t("handover.received-unknown") : said.received}{" "}
                <IsolatedText text={said.statement} />
              </p>
            ))}
            {one.acknowledged.length > 0 ? null : (
              <button type="button" className="button" onClick={() => onAsk({ is: "acknowledge", line: one.line, to: one.to })}>
                {t("handover.acknowledge")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="handover-buttons">
        <button type="button" className="button" onClick={() => onAsk({ is: "disclose", row })}>
          {t("handover.disclose")}
        </button>
        <Link to={`/handover/${edition}?part=next`}>{t("handover.next-version")}</Link>
      </div>
    </article>
  );
}

function Compare({ versions }: { readonly versions: readonly EditionRow[] }) {
  const names = versions.map(({ edition, version }) => `${edition}:${version}`);
  const [before, setBefore] = useState(names[1] ?? "");
  const [after, setAfter] = useState(names[0] ?? "");
  const compared = useComparedEditions(before, after);
  return (
    <section className="handover-version" aria-label={t("handover.compare")}>
      <h2>{t("handover.compare")}</h2>
      <div className="field-row">
        {(
          [
            ["handover.compare-before", before, setBefore],
            ["handover.compare-after", after, setAfter],
          ] as const
        ).map(([label, value, set]) => (
          <label key={label} className="label">
            <span>{t(label)}</span>
            <select className="field" value={value} onChange={(event) => set(event.target.value)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {compared.error === null ? null : <ErrorNotice error={compared.error} />}
      <ul aria-live="polite">
        {compared.data?.changes.map((words) => (
          <li key={words}>
            <IsolatedText text={words} />
          </li>
        ))}
      </ul>
      {compared.data?.changes.length === 0 ? <p>{t("handover.compare-same")}</p> : null}
    </section>
  );
}
