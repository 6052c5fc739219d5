/** What the finding makes of every other possible answer that the case keeps: a hypothesis nobody speaks of is one that was forgotten. */
import type { HypothesisRow } from "../../api/events.ts";
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { FieldLint } from "../../reason/lint/lint-document.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { LintedField } from "./linted-field.tsx";

type Named = FindingDocument["hypotheses"];

interface HypothesisFieldsProps {
  readonly hypotheses: readonly HypothesisRow[];
  readonly named: Named;
  readonly marksOf: (field: string) => readonly FieldLint[];
  readonly onNamed: (named: Named) => void;
}

export function HypothesisFields({ hypotheses, named, marksOf, onNamed }: HypothesisFieldsProps) {
  if (hypotheses.length === 0) return <p className="quiet small">{t("finding.no-hypotheses")}</p>;
  return (
    <ul className="text-list">
      {hypotheses.map(({ id, statement, standing, reason }) => {
        const at = named.findIndex(({ hypothesis }) => hypothesis === id);
        const set = (why: string): void =>
          onNamed(
            at === -1 ? [...named, { hypothesis: id, why }] : named.map((one, other) => (other === at ? { hypothesis: id, why } : one)),
          );
        return (
          <li key={id}>
            <p className="small">
              <span className="mono">{id}</span> <span className="quiet">{t(`standing.${standing}`)}</span>{" "}
              <IsolatedText text={statement} />
              {standing === "alive" || reason === "" ? null : (
                <span className="quiet">
                  {" "}
                  <IsolatedText text={t("statements.because", { reason })} />
                </span>
              )}
            </p>
            <LintedField
              label={t("finding.makes-of", { id })}
              value={at === -1 ? "" : (named[at]?.why ?? "")}
              marks={at === -1 ? [] : marksOf(`hypotheses.${at}`)}
              onChange={set}
            />
          </li>
        );
      })}
    </ul>
  );
}
