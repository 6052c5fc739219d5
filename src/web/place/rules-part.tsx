/** The rules by which words about places are read: those of this phrase, those of the case, and the way from the one to the other. */
import { useState } from "react";
import { PlaceRules } from "../../reason/place/place-rules.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { t } from "../words/t.ts";
import { type PlaceDraft, setRule } from "./place-draft.ts";
import { type RuleField, ruleFields } from "./rule-fields.ts";
import { RuleSlider } from "./rule-slider.tsx";

interface RulesPartProps {
  readonly draft: PlaceDraft;
  readonly house: PlaceRules;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft, step?: string) => void;
}

export function RulesPart({ draft, house, onChange }: RulesPartProps) {
  const [setting, setSetting] = useState(false);
  const differ = JSON.stringify(ordered(draft.rules)) !== JSON.stringify(ordered(house));
  const isDefault = JSON.stringify(ordered(house)) === JSON.stringify(ordered(PlaceRules.parse({})));
  return (
    <details className="rules-part">
      <summary>
        {t("place-bench.rules")}{" "}
        <span className="quiet small">
          {t(differ ? "place-bench.rules-differ" : isDefault ? "place-bench.rules-default" : "place-bench.rules-case")}
        </span>
      </summary>
      <p className="quiet small">{t("place-bench.rules-how")}</p>
      {Object.values<RuleField>(ruleFields).map((field) => (
        <RuleSlider
          key={field.name}
          field={field}
          value={field.get(draft.rules)}
          house={field.get(house)}
          onValue={(value) => onChange((now) => setRule(now, field.rule, field.set(now.rules, value)), field.name)}
        />
      ))}
      <p className="record-actions">
        <button type="button" className="button is-small" disabled={!differ} onClick={() => onChange((now) => ({ ...now, rules: house }))}>
          {t("place-bench.rules-back")}
        </button>
        <button type="button" className="button is-small" disabled={!differ} onClick={() => setSetting(true)}>
          {t("place-bench.rules-set")}
        </button>
      </p>
      {setting ? (
        <ReasonDialog
          title={t("place-bench.rules-set")}
          action={t("place-bench.rules-set")}
          write={(reason) => inferenceApi.setHouseRules({ of: "place", rules: draft.rules, reason })}
          said={t("place-bench.rules-are-set")}
          onClose={() => setSetting(false)}
        />
      ) : null}
    </details>
  );
}

function ordered(rules: PlaceRules): unknown {
  return Object.keys(PlaceRules.shape).map((name) => rules[name as keyof PlaceRules]);
}
