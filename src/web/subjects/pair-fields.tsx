/** What one number of a pair sheet compares, and what is made of it. */
import type { SceneObjectRow } from "../../api/scenes.ts";
import { ComparedFeature } from "../../core/scene/scene-pair-sheet.ts";
import { type SceneObjectId, SceneVerdict } from "../../core/scene/scene.ts";
import { t } from "../words/t.ts";
import type { DraftPair } from "./pair-draft.ts";

interface PairFieldsProps {
  readonly pair: DraftPair;
  readonly objects: readonly SceneObjectRow[];
  readonly onChange: (change: Partial<DraftPair>) => void;
  readonly onRemove: () => void;
}

export function PairFields({ pair, objects, onChange, onRemove }: PairFieldsProps) {
  return (
    <fieldset className="claim-fields">
      <legend>{t("scenes.number", { number: pair.number })}</legend>
      <div className="claim-row">
        <label className="label">
          <span>{t("scenes.feature")}</span>
          <select className="field" value={pair.feature} onChange={(event) => onChange({ feature: event.target.value as ComparedFeature })}>
            {ComparedFeature.options.map((one) => (
              <option key={one} value={one}>
                {t(`feature.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("scenes.object")}</span>
          <select
            className="field"
            value={pair.object ?? ""}
            onChange={(event) => onChange({ object: event.target.value === "" ? null : (event.target.value as SceneObjectId) })}
          >
            <option value="">{t("scenes.object-none")}</option>
            {objects.map(({ id, description }) => (
              <option key={id} value={id}>
                {`${id} · ${description.slice(0, 60)}`}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("scenes.this-verdict")}</span>
          <select className="field" value={pair.verdict} onChange={(event) => onChange({ verdict: event.target.value as SceneVerdict })}>
            {SceneVerdict.options.map((one) => (
              <option key={one} value={one}>
                {t(`verdict.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="label">
        <span>{t("scenes.words")}</span>
        <input
          dir="auto"
          className="field"
          value={pair.words}
          maxLength={2000}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      </label>
      <p className="record-actions">
        <button type="button" className="button is-small" onClick={onRemove}>
          {t("scenes.remove", { number: pair.number })}
        </button>
      </p>
    </fieldset>
  );
}
