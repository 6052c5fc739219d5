/** Level and state as buttons that show their keys: for the item at the cursor, or for all that are selected. */
import { GraphicLevel, TriageState } from "../../core/item/item.ts";
import { LevelMark } from "../parts/level-mark.tsx";
import { TriageMark } from "../parts/triage-mark.tsx";
import { t } from "../words/t.ts";
import { keyOf, triageKeys } from "./desk-keys.ts";
import type { TriageChange } from "./use-triage.ts";

interface TriageBarProps {
  readonly target: string;
  /** Undefined where the targets differ. */
  readonly level: GraphicLevel | undefined;
  readonly state: TriageState | undefined;
  readonly disabled: boolean;
  readonly canUndo: boolean;
  readonly onChange: (change: TriageChange) => void;
  readonly onNote: () => void;
  readonly onAssess: () => void;
  readonly onConditions: () => void;
  readonly onUndo: () => void;
}

export function TriageBar(props: TriageBarProps) {
  const { disabled, onChange } = props;
  return (
    <section className="triage-bar" aria-label={`${t("triage.bar")}: ${props.target}`}>
      <h2>
        {t("triage.bar")} <span className="quiet">{props.target}</span>
      </h2>
      <div className="triage-choices" role="group" aria-label={t("triage.level")}>
        {GraphicLevel.options.map((level) => (
          <button
            key={level}
            type="button"
            className="button is-choice"
            aria-pressed={props.level === level}
            disabled={disabled}
            onClick={() => onChange({ graphicLevel: level })}
          >
            <LevelMark level={level} />
            <kbd aria-hidden="true">{keyOf(level)}</kbd>
          </button>
        ))}
      </div>
      <div className="triage-choices" role="group" aria-label={t("triage.state")}>
        {TriageState.options.map((state) => (
          <button
            key={state}
            type="button"
            className="button is-choice"
            aria-pressed={props.state === state}
            disabled={disabled}
            onClick={() => onChange({ state })}
          >
            <TriageMark state={state} />
            <kbd aria-hidden="true">{keyOf(state)}</kbd>
          </button>
        ))}
      </div>
      <div className="triage-actions">
        <Action name="note" onPress={props.onNote} disabled={disabled} />
        <Action name="assess" onPress={props.onAssess} disabled={disabled} />
        <Action name="conditions" onPress={props.onConditions} disabled={disabled} />
        <Action name="undo" onPress={props.onUndo} disabled={disabled || !props.canUndo} />
      </div>
    </section>
  );
}

function Action({ name, onPress, disabled }: { name: "note" | "assess" | "conditions" | "undo"; onPress: () => void; disabled: boolean }) {
  return (
    <button type="button" className="button" onClick={onPress} disabled={disabled}>
      {t(`triage.${name}`)}
      <kbd aria-hidden="true">{triageKeys.actions[name].keys[0].toUpperCase()}</kbd>
    </button>
  );
}
