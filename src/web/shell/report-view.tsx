/** What verifying found, for a person: the verdict, what is against it, what to know, and what no check of bytes can show. */
import type { Finding, VerifyReport } from "../../verify/report.ts";
import { formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { formatNumber, t } from "../words/t.ts";

/** More of one sort are counted: a broken case can be wrong in every line. */
const mostListed = 200;

const tones: Readonly<Record<VerifyReport["verdict"], Tone>> = { verifies: "agree", "does-not-verify": "conflict", stopped: "unknown" };

export function ReportView({ report }: { report: VerifyReport }) {
  const { history, objects, signatures } = report;
  const against = report.findings.filter((finding) => finding.weight === "against");
  const notices = report.findings.filter((finding) => finding.weight === "notice");
  const leftOut = Object.values(report.findingsLeftOut).reduce((sum, count) => sum + count, 0);
  return (
    <div className="report-whole">
      <div className="verdict" data-verdict={report.verdict}>
        <ToneMark tone={tones[report.verdict]} />
        <div>
          <strong>{t(`prove.verdict-${report.verdict}`)}</strong>
          <p>
            <IsolatedText text={report.summary} />
          </p>
          <p className="verdict-facts">
            <span>{t("prove.fact-lines", { count: history.lines })}</span>
            <span>{t("prove.fact-objects", { intact: objects.intact, named: objects.named, size: formatSize(objects.bytes) })}</span>
            <span>{t("prove.fact-signatures", { hold: signatures.hold, checked: signatures.checked })}</span>
            {history.shortCode === null ? null : (
              <span>
                {t("case.head-name")} <span className="mono">{history.shortCode}</span>
              </span>
            )}
          </p>
        </div>
      </div>
      <Part title={t("prove.against", { count: against.length })} findings={against} tone="conflict" />
      <Part title={t("prove.notices", { count: notices.length })} findings={notices} tone="narrower" />
      {leftOut === 0 ? null : <p className="quiet">{t("prove.left-out", { count: leftOut })}</p>}
      <section className="report-part">
        <h4>{t("prove.not-proved")}</h4>
        <ul className="sentence-list">
          {report.notProved.map(({ code, text }) => (
            <li key={code}>
              <ToneMark tone="unknown" />
              <span>{text}</span>
            </li>
          ))}
          {report.withheldStatements.map((text) => (
            <li key={text}>
              <ToneMark tone="unknown" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Part({ title, findings, tone }: { title: string; findings: readonly Finding[]; tone: Tone }) {
  if (findings.length === 0) return null;
  return (
    <section className="report-part">
      <h4>{title}</h4>
      <ul className="sentence-list">
        {findings.slice(0, mostListed).map((finding, index) => (
          <li key={index}>
            <ToneMark tone={tone} />
            <span>
              <IsolatedText text={finding.text} />{" "}
              <span className="quiet">
                <span className="mono">{finding.code}</span>
                {finding.line === undefined ? null : ` · ${t("entry.line", { seq: formatNumber(finding.line) })}`}
                {finding.path === undefined ? null : (
                  <>
                    {" · "}
                    <IsolatedText text={finding.path} />
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {findings.length > mostListed ? <p className="quiet">{t("prove.left-out", { count: findings.length - mostListed })}</p> : null}
    </section>
  );
}
