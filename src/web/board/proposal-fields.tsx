/** Fields of the form that edits a claim. */
import { useId } from "react";
import { t } from "../words/t.ts";
import type { Copied } from "./proposal-draft.ts";

export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  says,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly says: (option: Value) => string;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <label className="label">
      <span>{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {says(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function WordField({
  label,
  value,
  onChange,
  focus = false,
  short = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly focus?: boolean;
  readonly short?: boolean;
}) {
  return (
    <label className={short ? "label is-short" : "label"}>
      <span>{label}</span>
      <input
        className="field"
        dir="auto"
        autoFocus={focus}
        value={value}
        maxLength={2000}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Words of the text: typed, or those that are selected in it. */
export function CopiedField({
  label,
  value,
  missing,
  onType,
  onSelected,
  focus = false,
}: {
  readonly label: string;
  readonly value: Copied;
  /** What is said where the words stand nowhere. */
  readonly missing: string;
  readonly onType: (words: string) => void;
  readonly onSelected: () => void;
  readonly focus?: boolean;
}) {
  const fault = useId();
  const astray = value.words.trim() !== "" && value.span === undefined;
  return (
    <div className="copied-field">
      <label className="label">
        <span>{label}</span>
        <input
          className="field"
          dir="auto"
          autoFocus={focus}
          value={value.words}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={astray}
          aria-describedby={astray ? fault : undefined}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      <SelectedButton field={label} onSelected={onSelected} />
      {astray ? (
        <p id={fault} className="small tone-conflict">
          {missing}
        </p>
      ) : null}
    </div>
  );
}

/** Keeps the selection while it is pressed. */
export function SelectedButton({ field, onSelected }: { readonly field: string; readonly onSelected: () => void }) {
  return (
    <button
      type="button"
      className="button"
      aria-label={t("claims.form.use-selection-for", { field })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onSelected}
    >
      {t("claims.form.use-selection")}
    </button>
  );
}
