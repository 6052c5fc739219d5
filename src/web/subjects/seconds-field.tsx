/** A place in a recording, typed as a time code or as seconds. */
import { readSeconds } from "../parts/ground-seconds.ts";
import { t } from "../words/t.ts";

interface SecondsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autoFocus?: boolean;
}

export function SecondsField({ label, value, onValue, autoFocus = false }: SecondsFieldProps) {
  const wrong = value.trim() !== "" && readSeconds(value) === undefined;
  return (
    <label className="label">
      <span>{label}</span>
      <input
        className="field mono"
        {...(autoFocus ? { "data-autofocus": true } : {})}
        value={value}
        placeholder="00:00.000"
        aria-invalid={wrong}
        onChange={(event) => onValue(event.target.value)}
      />
      {wrong ? <span className="small tone-conflict">{t("subjects.no-time-code")}</span> : null}
    </label>
  );
}
