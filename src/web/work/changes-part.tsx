/** What others wrote since the person last looked: what is for them first, then by record. Seen is what they say that they saw. */
import type { ChangesAnswer } from "../../api/work.ts";
import { useChanges, workApi } from "../api-client/work-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function ChangesPart() {
  const { data, error, refetch } = useChanges();
  const marking = useWriting(
    (line: number) => workApi.markSeen(line),
    ({ line }) => t("changes.marked", { line: String(line) }),
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { since, head, forMe, records, more, cut, machine } = data;
  const nothing = forMe.length === 0 && records.length === 0;
  return (
    <section className="work-part" aria-label={t("work.part.changes")}>
      <div className="work-bar">
        <p>{since === 0 ? t("changes.first") : t("changes.since", { line: String(since) })}</p>
        <button
          type="button"
          className="button is-main"
          disabled={since === head || marking.isPending}
          onClick={() => marking.mutate(head)}
        >
          {t("changes.mark")}
        </button>
      </div>
      <p className="quiet small">{t("changes.private")}</p>
      {marking.error === null ? null : <ErrorNotice error={marking.error} />}
      {nothing ? <p className="work-empty">{t("changes.none")}</p> : null}
      {forMe.length === 0 ? null : <ForMe rows={forMe} />}
      {records.length === 0 ? null : <ByRecord rows={records} />}
      {cut ? <p className="quiet">{t("changes.cut")}</p> : null}
      {more === 0 ? null : <p className="quiet">{t("changes.more", { count: more })}</p>}
      {machine === 0 ? null : <p className="quiet small">{t("changes.machine", { count: machine })}</p>}
    </section>
  );
}

function ForMe({ rows }: { rows: ChangesAnswer["forMe"] }) {
  return (
    <section aria-label={t("changes.for-me")}>
      <h2>{t("changes.for-me")}</h2>
      <ol className="work-list">
        {rows.map(({ seq, at, byName, summary, why, record, address }) => (
          <li key={seq} className="change">
            <p>
              <strong>{t(`changes.why.${why}`)}</strong> {record === null ? null : <Link to={address}>{record}</Link>}
            </p>
            <p>
              <IsolatedText text={summary} />
            </p>
            <Written {...{ seq, at, byName }} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ByRecord({ rows }: { rows: ChangesAnswer["records"] }) {
  return (
    <section aria-label={t("changes.records")}>
      <h2>{t("changes.records")}</h2>
      <ol className="work-list">
        {rows.map(({ record, title, address, total, lines }) => (
          <li key={record ?? "none"} className="change">
            <p className="change-head">
              {record === null ? (
                <strong>{t("changes.no-record")}</strong>
              ) : (
                <Link to={address} className="cut">
                  {record} <IsolatedText text={title} />
                </Link>
              )}
              <span className="quiet small">{t("changes.lines", { count: total })}</span>
            </p>
            <ol className="change-lines">
              {lines.map(({ seq, at, byName, summary }) => (
                <li key={seq}>
                  <p>
                    <IsolatedText text={summary} />
                  </p>
                  <Written {...{ seq, at, byName }} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Written({ seq, at, byName }: { seq: number; at: string; byName: string }) {
  return (
    <p className="quiet small">
      <IsolatedText text={byName} />, {formatInstant(at) ?? at} UTC,{" "}
      <Link to={`/custody/${seq}`}>{t("changes.line", { line: String(seq) })}</Link>
    </p>
  );
}
