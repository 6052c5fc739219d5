/** First rung: each feature seen, looked for and missing, or not to be told; with the observations that state it. */
import { useId } from "react";
import type { Observation } from "../../api/items.ts";
import { FeatureState } from "../../core/identification/identification.ts";
import { taxonomy } from "../../core/identification/taxonomy-data.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { FeatureDraft, IdentificationDraft } from "./identifications-draft.ts";
import { ObservationTime } from "./observation-time.tsx";

const groups = ["running-gear", "armament", "turret", "hull"] as const;

interface FeaturesProps {
  readonly seen: IdentificationDraft["seen"];
  readonly observations: readonly Observation[];
  readonly onSeen: (seen: IdentificationDraft["seen"]) => void;
}

export function FeatureFields({ seen, observations, onSeen }: FeaturesProps) {
  const tell = (feature: string, told: FeatureDraft | undefined) => {
    const { [feature]: before, ...rest } = seen;
    void before;
    onSeen(told === undefined ? rest : { ...rest, [feature]: told });
  };
  return (
    <div className="feature-groups">
      {groups.map((group) => (
        <section key={group} aria-label={t(`claims.identifications.group.${group}`)}>
          <h4>{t(`claims.identifications.group.${group}`)}</h4>
          {taxonomy.features
            .filter((feature) => feature.group === group)
            .map(({ key, says }) => (
              <FeatureRow key={key} says={says} told={seen[key]} observations={observations} onTell={(told) => tell(key, told)} />
            ))}
        </section>
      ))}
    </div>
  );
}

interface FeatureRowProps {
  readonly says: string;
  readonly told: FeatureDraft | undefined;
  readonly observations: readonly Observation[];
  readonly onTell: (told: FeatureDraft | undefined) => void;
}

function FeatureRow({ says, told, observations, onTell }: FeatureRowProps) {
  const name = useId();
  return (
    <fieldset className="feature-row">
      <legend>{says}</legend>
      <div className="feature-states">
        <label className="chip quiet">
          <input type="radio" name={name} checked={told === undefined} onChange={() => onTell(undefined)} />
          {t("claims.identifications.not-looked")}
        </label>
        {FeatureState.options.map((state) => (
          <label key={state} className="chip">
            <input
              type="radio"
              name={name}
              checked={told?.state === state}
              onChange={() => onTell({ state, observations: told?.observations ?? [] })}
            />
            {t(`claims.identifications.feature.${state}`)}
          </label>
        ))}
      </div>
      {told === undefined || observations.length === 0 ? null : (
        <div className="feature-observations small">
          {observations.map(({ id, text, target }) => (
            <label key={id} className="chip is-long">
              <input
                type="checkbox"
                checked={told.observations.includes(id)}
                onChange={({ target: box }) =>
                  onTell({
                    ...told,
                    observations: box.checked ? [...told.observations, id] : told.observations.filter((one) => one !== id),
                  })
                }
              />
              <span>
                <span className="mono">{id}</span> <ObservationTime target={target} /> <IsolatedText text={text} />
              </span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
