/** A word ("none", "unknown") or a day and time. The clock is UTC and says so: this page never guesses whose midnight is meant. */
import { t } from "../words/t.ts";
import { ChoiceField } from "./choice-field.tsx";

interface InstantFieldProps<Word extends string> {
  readonly label: string;
  readonly words: readonly { readonly value: Word; readonly label: string }[];
  /** What stands before the time, such as "Until". */
  readonly at: string;
  /** A word, an instant, "" while the time is not chosen yet; undefined: as it is. */
  readonly value: string | undefined;
  readonly mayLeave: boolean;
  readonly onChange: (value: string | undefined) => void;
}

export function InstantField<Word extends string>({ label, words, at, value, mayLeave, onChange }: InstantFieldProps<Word>) {
  const isWord = value === undefined || words.some((word) => word.value === value);
  return (
    <ChoiceField
      label={label}
      options={[...words, { value: "instant", label: at }]}
      value={value === undefined ? undefined : isWord ? value : "instant"}
      mayLeave={mayLeave}
      onChange={(next) => onChange(next === "instant" ? "" : next)}
    >
      {isWord ? null : (
        <input
          type="datetime-local"
          className="field"
          step={1}
          required
          aria-label={`${label}: ${t("conditions.until-utc")}`}
          value={localOf(value)}
          onChange={(event) => onChange(instantOf(event.target.value))}
        />
      )}
      {isWord ? null : <span className="quiet small">UTC</span>}
    </ChoiceField>
  );
}

/** "2024-09-14T12:00:00Z" as the browser's field takes it. */
function localOf(instant: string): string {
  return instant.replace(/(\.\d+)?Z$/, "");
}

/** What the field gives, as an instant; "" while it is not whole. */
export function instantOf(local: string): string {
  if (local === "") return "";
  return `${/:\d\d:\d\d/.test(local) ? local : `${local}:00`}Z`;
}
