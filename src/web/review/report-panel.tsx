/** What is missing before a finding may be signed, what its reader will ask, and how many grounds are independent of each other. */
import type { FindingReportAnswer } from "../../api/findings.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

interface ReportPanelProps {
  readonly report: FindingReportAnswer | undefined;
  readonly error: Error | null;
  /** The answer cannot be read yet: nothing can be asked. */
  readonly waiting?: boolean;
}

export function ReportPanel({ report, error, waiting = false }: ReportPanelProps) {
  return (
    <section className="report-panel" aria-label={t("report.title")} aria-live="polite">
      <h3>{t("report.title")}</h3>
      {waiting ? <p className="quiet small">{t("report.waiting")}</p> : null}
      {error === null ? null : <ErrorNotice error={error} />}
      {report === undefined || waiting ? null : (
        <>
          {report.obstacles.length === 0 ? (
            <p className="small">
              <ToneMark tone="agree" /> {t("report.ready")}
            </p>
          ) : (
            <ul className="report-list small">
              {report.obstacles.map(({ code, text }, at) => (
                <li key={`${code}.${at}`} data-code={code}>
                  <ToneMark tone="conflict" />
                  <IsolatedText text={text} />
                </li>
              ))}
            </ul>
          )}
          {report.warnings.length === 0 ? null : (
            <ul className="report-list small" aria-label={t("report.warnings")}>
              {report.warnings.map(({ code, text }, at) => (
                <li key={`${code}.${at}`} data-code={code}>
                  <ToneMark tone="narrower" />
                  <IsolatedText text={text} />
                </li>
              ))}
            </ul>
          )}
          <p className="small quiet">
            {t("report.independent", { count: report.independent.length })}
            {report.independent.length === 0 ? "" : `: ${report.independent.map(({ records }) => records.join(" + ")).join("; ")}`}
          </p>
        </>
      )}
    </section>
  );
}
