/** What whoever makes a public edition answers for by name: words whose seconds nothing tells, and covered tones that are heard elsewhere. */
import { t } from "../words/t.ts";
import type { PlanDraft } from "./plan-draft.ts";

interface AnsweredPartProps {
  readonly draft: PlanDraft;
  /** Records whose words the last check held back, and items that go out covered. */
  readonly records: readonly string[];
  readonly items: readonly string[];
  readonly onChange: (more: Partial<PlanDraft>) => void;
}

export function AnsweredPart({ draft, records, items, onChange }: AnsweredPartProps) {
  const held = [...new Set([...records, ...Object.keys(draft.clearedWords)])];
  return (
    <>
      {held.length === 0 ? null : (
        <fieldset>
          <legend>{t("handover.cleared-words")}</legend>
          <p className="quiet">{t("handover.cleared-words-what")}</p>
          {held.map((record) => (
            <WhyField
              key={record}
              name={t("handover.cleared-words-of", { record })}
              why={draft.clearedWords[record] ?? ""}
              onWhy={(why) => onChange({ clearedWords: { ...draft.clearedWords, [record]: why } })}
            />
          ))}
        </fieldset>
      )}
      {items.length === 0 ? null : (
        <details>
          <summary>{t("handover.tones-apart")}</summary>
          <p className="quiet">{t("handover.tones-apart-what")}</p>
          {items.map((item) => (
            <WhyField
              key={item}
              name={t("handover.tones-apart-of", { item })}
              why={draft.tonesApart[item] ?? ""}
              onWhy={(why) => onChange({ tonesApart: { ...draft.tonesApart, [item]: why } })}
            />
          ))}
        </details>
      )}
    </>
  );
}

function WhyField({ name, why, onWhy }: { readonly name: string; readonly why: string; readonly onWhy: (why: string) => void }) {
  return (
    <label className="label">
      <span>{name}</span>
      <textarea className="field" dir="auto" value={why} maxLength={2000} onChange={(event) => onWhy(event.target.value)} />
    </label>
  );
}
