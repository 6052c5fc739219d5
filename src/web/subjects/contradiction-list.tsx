/** What states say that cannot all hold, or hardly. Both sides stand; nobody is told which is right. */
import type { StateContradictionRow } from "../../api/subjects.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

export function ContradictionList({ contradictions }: { readonly contradictions: readonly StateContradictionRow[] }) {
  if (contradictions.length === 0) return null;
  return (
    <section className="record-part" aria-label={t("subjects.contradictions")}>
      <h3>{t("subjects.contradictions")}</h3>
      <p className="quiet small">{t("subjects.contradictions-how")}</p>
      <ul className="record-lines">
        {contradictions.map((one) => (
          <li key={`${one.sort} ${one.records.join(" ")}`}>
            <p className="fact-line">
              <span className="chip is-long">
                <ToneMark tone="conflict" />
                <span className="mono">{one.subject}</span>
              </span>
              <span>
                {t(`contradiction.${one.sort}`, { fact: one.fact === undefined ? "" : t(`fact.${one.fact}`) })}{" "}
                <span className="mono quiet">{one.records.join(", ")}</span>
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
