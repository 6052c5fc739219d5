/** One question with a few answers side by side. Where many items may differ, "as it is" is an answer too. */
import { type ReactNode, useId } from "react";
import { t } from "../words/t.ts";

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Undefined: as it is. */
  readonly value: Value | undefined;
  readonly mayLeave: boolean;
  readonly onChange: (value: Value | undefined) => void;
  readonly children?: ReactNode;
  readonly focused?: boolean;
}

export function ChoiceField<Value extends string>({
  label,
  options,
  value,
  mayLeave,
  onChange,
  children,
  focused = false,
}: ChoiceFieldProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice-row condition-field">
      <legend>{label}</legend>
      {mayLeave ? (
        <label className="chip quiet">
          <input type="radio" name={name} checked={value === undefined} onChange={() => onChange(undefined)} />
          {t("conditions.as-is")}
        </label>
      ) : null}
      {options.map((option, place) => (
        <label key={option.value} className="chip">
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            {...(focused && (value === undefined ? !mayLeave && place === 0 : value === option.value) ? { "data-autofocus": true } : {})}
          />
          {option.label}
        </label>
      ))}
      {children}
    </fieldset>
  );
}
