/** One rule as a slider with its figure: dragged, moved by arrows, or typed. */
import { useId } from "react";
import { t } from "../words/t.ts";
import type { RuleField } from "./rule-fields.ts";

interface RuleSliderProps {
  readonly field: RuleField;
  readonly value: number;
  /** What the case says; shown where it differs. */
  readonly house: number;
  readonly onValue: (value: number) => void;
  /** Of a distance in the words: "mi". */
  readonly lastUnit?: string | undefined;
}

export function RuleSlider({ field, value, house, onValue, lastUnit }: RuleSliderProps) {
  const id = useId();
  const { min, max, step, unit } = field;
  const put = (typed: string): void => {
    const next = Number(typed.replace(",", "."));
    if (typed.trim() !== "" && Number.isFinite(next))
      onValue(Math.min(Math.max(next, min), unit === "deg" ? 180 : unit === "share" ? 1 : 100));
  };
  return (
    <div className="rule-slider">
      <label htmlFor={id}>{t(field.says)}</label>
      <span className="rule-figure">
        <input
          className="field"
          type="number"
          aria-label={t("place-bench.rule-figure", { rule: t(field.says) })}
          min={min}
          step={step}
          value={value}
          onChange={(event) => put(event.target.value)}
        />
        <span className="quiet">{unit === "last-unit" ? (lastUnit ?? t("place-rule.unit.last-unit")) : t(`place-rule.unit.${unit}`)}</span>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={Math.min(max, value)}
        onChange={(event) => put(event.target.value)}
      />
      {value === house ? null : (
        <button type="button" className="button is-bare is-small rule-house" onClick={() => onValue(house)}>
          {t("place-bench.rule-house", { value: house })}
        </button>
      )}
    </div>
  );
}
