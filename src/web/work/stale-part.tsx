/** Judgements to be looked at again, under the change that asks for it; each can be made a task, or be said to hold, with a reason. */
import { useState } from "react";
import type { StaleRow } from "../../api/work.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { useStale, workApi } from "../api-client/work-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { recordsNamed, staleGroups } from "./stale-groups.ts";
import { StalePath } from "./stale-path.tsx";
import { TaskDialog } from "./task-dialog.tsx";

/** The address stays within what one request may say. */
const mostNamed = 200;

export function StalePart() {
  const { data, error, refetch } = useStale();
  const readOnly = useCase().data?.readOnly === true;
  const [keeping, setKeeping] = useState<readonly StaleRow[]>();
  const [reopening, setReopening] = useState<StaleRow>();
  const cards = useRecordCards(recordsNamed(data ?? []).slice(0, mostNamed)).data?.records ?? [];
  const addresses = new Map<string, string>(cards.map(({ record, address }) => [record, address]));
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <section className="work-part" aria-label={t("work.part.stale")}>
      {data.length === 0 ? <p className="work-empty">{t("stale.none")}</p> : <p className="work-lead">{t("stale.how")}</p>}
      {staleGroups(data).map(({ line, rows }) => (
        <section key={line} className="stale-group" aria-label={t("stale.because", { line: String(line) })}>
          <div className="work-bar">
            <h2>
              <Link to={`/custody/${line}`}>{t("stale.because", { line: String(line) })}</Link>
              <span className="stale-says">
                <IsolatedText text={rows[0]?.lastSays ?? ""} />
              </span>
            </h2>
            {readOnly || rows.length < 2 ? null : (
              <button type="button" className="button is-small" onClick={() => setKeeping(rows)}>
                {t("stale.keep-all", { count: rows.length })}
              </button>
            )}
          </div>
          <ol className="work-list">
            {rows.map((row) => (
              <li key={row.judgement} className="stale">
                <p className="change-head">
                  <Link to={row.address} className="cut">
                    {row.judgement} <IsolatedText text={row.title} />
                  </Link>
                  <Link className="quiet small" to={`/custody/${row.line}`}>
                    {t("stale.judgement", { line: String(row.line) })}
                  </Link>
                </p>
                <Ways row={row} addressOf={(record) => addresses.get(record)} />
                {readOnly ? null : (
                  <p className="action-row">
                    <button type="button" className="button is-small" onClick={() => setReopening(row)}>
                      {t("stale.reopen")}
                    </button>
                    <button type="button" className="button is-small" onClick={() => setKeeping([row])}>
                      {t("stale.keep")}
                    </button>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {keeping === undefined ? null : (
        <ReasonDialog
          title={t("stale.keep-title")}
          action={t("stale.keep-all", { count: keeping.length })}
          write={(reason) =>
            workApi.keepStale(
              keeping.map(({ line }) => line),
              reason,
            )
          }
          said={t("stale.kept")}
          onClose={() => setKeeping(undefined)}
        />
      )}
      {reopening === undefined ? null : (
        <TaskDialog
          title={t("stale.task-title", { judgement: reopening.judgement, line: String(reopening.last) })}
          about={reopening.judgement.startsWith("line ") ? "" : reopening.judgement}
          onClose={() => setReopening(undefined)}
        />
      )}
    </section>
  );
}

/** The nearest way stands open; the others behind it. */
export function Ways({ row, addressOf }: { row: StaleRow; addressOf: (record: string) => string | undefined }) {
  const [first, ...others] = row.paths;
  if (first === undefined) return null;
  return (
    <>
      {row.keptAlone === null ? null : <p className="small">{t("stale.kept-alone", { line: row.keptAlone })}</p>}
      <StalePath path={first} addressOf={addressOf} />
      {others.length === 0 ? null : (
        <details>
          <summary className="small">{t("stale.ways", { count: row.paths.length })}</summary>
          {others.map((path, at) => (
            <StalePath key={at} path={path} addressOf={addressOf} />
          ))}
        </details>
      )}
    </>
  );
}
