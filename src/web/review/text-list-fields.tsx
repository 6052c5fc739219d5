/** Things said one by one: contradictions that stay open, what is not known. Each has a field of its own. */
import type { FieldLint } from "../../reason/lint/lint-document.ts";
import { t } from "../words/t.ts";
import { LintedField } from "./linted-field.tsx";

interface TextListProps {
  readonly field: "openContradictions" | "unknown";
  readonly label: string;
  readonly add: string;
  readonly texts: readonly string[];
  readonly marksOf: (field: string) => readonly FieldLint[];
  readonly onTexts: (texts: string[]) => void;
}

export function TextListFields({ field, label, add, texts, marksOf, onTexts }: TextListProps) {
  return (
    <div className="text-list">
      {texts.map((text, at) => (
        <div key={at} className="text-list-row">
          <LintedField
            label={`${label} ${at + 1}`}
            value={text}
            marks={marksOf(`${field}.${at}`)}
            onChange={(changed) => onTexts(texts.map((one, other) => (other === at ? changed : one)))}
          />
          <button
            type="button"
            className="button is-small"
            aria-label={t("finding.remove-named", { name: `${label} ${at + 1}` })}
            onClick={() => onTexts(texts.filter((_, other) => other !== at))}
          >
            {t("finding.remove")}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => onTexts([...texts, ""])}>
        {add}
      </button>
    </div>
  );
}
