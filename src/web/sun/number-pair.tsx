/** A figure and how far it may be off, side by side: no figure of a measurement stands without its error. */
import { useId } from "react";
import { t } from "../words/t.ts";
import type { FieldName, SunDraft } from "./sun-draft.ts";

export interface FieldsProps {
  readonly draft: SunDraft;
  readonly onField: (name: FieldName, value: string) => void;
}

interface NumberPairProps extends FieldsProps {
  readonly label: string;
  readonly name: FieldName;
  readonly error: FieldName;
  readonly unit: string;
}

export function NumberPair({ draft, onField, label, name, error, unit }: NumberPairProps) {
  const id = useId();
  return (
    <div className="sun-pair">
      <label className="sun-pair-label" htmlFor={id}>
        {label}
      </label>
      <span className="sun-pair-fields">
        <input
          id={id}
          className="field"
          inputMode="decimal"
          value={draft.fields[name] ?? ""}
          onChange={(event) => onField(name, event.target.value)}
        />
        <span aria-hidden="true">±</span>
        <input
          className="field"
          inputMode="decimal"
          aria-label={t("sun.field.error-of", { label })}
          value={draft.fields[error] ?? ""}
          onChange={(event) => onField(error, event.target.value)}
        />
        <span className="quiet sun-unit">{unit}</span>
      </span>
    </div>
  );
}

interface OneFieldProps extends FieldsProps {
  readonly label: string;
  readonly name: FieldName;
  readonly unit?: string;
  readonly type?: "text" | "date";
  readonly placeholder?: string;
}

export function OneField({ draft, onField, label, name, unit, type = "text", placeholder }: OneFieldProps) {
  const id = useId();
  return (
    <div className="sun-pair">
      <label className="sun-pair-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={unit === undefined ? "field is-wide" : "field"}
        type={type}
        value={draft.fields[name] ?? ""}
        placeholder={placeholder}
        onChange={(event) => onField(name, event.target.value)}
      />
      {unit === undefined ? null : <span className="quiet">{unit}</span>}
    </div>
  );
}
