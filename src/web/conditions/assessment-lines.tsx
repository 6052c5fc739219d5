/** Assessments of an item, newest first: what was thought, by whom, and when. */
import type { AssessmentLine } from "../../api/conditions.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { WrittenBy } from "./stated-lines.tsx";

export function AssessmentLines({ lines }: { lines: readonly AssessmentLine[] }) {
  return (
    <ol className="said-lines" aria-label={t("assess.history")}>
      {lines.map(({ assessment, ...line }, place) => (
        <li key={line.seq} className={place === 0 ? "is-now" : "is-gone"}>
          <WrittenBy {...line} />
          <dl className="condition-list">
            <dt>{t("assess.short.relevance")}</dt>
            <dd>
              <IsolatedText text={assessment.relevance} />
            </dd>
            <dt>{t("assess.short.reliability")}</dt>
            <dd>{t(`assess.reliability-${assessment.reliability}`)}</dd>
            <dt>{t("assess.short.removal")}</dt>
            <dd>{t(`assess.removal-${assessment.riskOfRemoval}`)}</dd>
            {(["riskToPeople", "safety", "laterDuties"] as const).map((field) => (
              <Words key={field} label={t(`assess.short.${field}`)} words={assessment[field]} />
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Words({ label, words }: { label: string; words: string }) {
  return (
    <div className="condition-pair">
      <dt>{label}</dt>
      <dd>{words === "unknown" ? <span className="quiet">{t("item.unknown")}</span> : <IsolatedText text={words} />}</dd>
    </div>
  );
}
