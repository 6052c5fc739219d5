/** Versions of a finding, with who wrote each, signed it and read it. A line that means nothing is shown, and told to mean nothing. */
import type { FindingAnswer } from "../../api/findings.ts";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function FindingVersions({ finding: { id, version, versions, acts } }: { readonly finding: FindingAnswer }) {
  return (
    <section className="record-part" aria-label={t("finding.versions")}>
      <h3>{t("finding.versions")}</h3>
      <ol className="record-lines">
        {versions.toReversed().map((one) => (
          <li key={one.version}>
            <p className="record-line-head">
              <Link to={`/review/${id}?version=${one.version}`} aria-current={one.version === version ? "true" : undefined}>
                {t("finding.version", { version: one.version })}
              </Link>
              <span className="quiet">{t(`finding-state.${one.state}`)}</span>
              <span className="small quiet">
                <IsolatedText text={one.byName} /> · {formatInstant(one.at) ?? one.at} UTC
              </span>
              <Link className="small" to={`/custody/${one.seq}`}>
                {t("events.history-line", { seq: one.seq })}
              </Link>
            </p>
            {one.reason === null ? null : (
              <p className="small">
                <IsolatedText text={one.reason} />
              </p>
            )}
            <ul>
              {acts
                .filter((act) => act.version === one.version)
                .map((act) => (
                  <li key={act.line} className={act.counts ? "small" : "small quiet"}>
                    {t(`finding-act.${act.act}`)}: <IsolatedText text={act.byName} /> · {formatInstant(act.at) ?? act.at} UTC{" "}
                    <Link to={`/custody/${act.line}`}>{t("events.history-line", { seq: act.line })}</Link>
                    {act.counts ? null : ` · ${t("finding-act.void")}`}
                    {act.note === null ? null : (
                      <>
                        {" · "}
                        <IsolatedText text={act.note} />
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
