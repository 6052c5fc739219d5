/** A day as it is written everywhere here: 2022-03-30. The browser's own field would put the month first for some. */
import { t } from "../words/t.ts";
import { isDay } from "./typed-day.ts";

interface DayFieldProps {
  readonly label: string;
  readonly day: string;
  readonly isWrong?: boolean;
  /** What is typed, also while it is no day yet. */
  readonly onDay: (typed: string) => void;
}

export function DayField({ label, day, isWrong = false, onDay }: DayFieldProps) {
  return (
    <label className="label">
      <span>{label}</span>
      <input
        className="field mono"
        inputMode="numeric"
        maxLength={10}
        size={11}
        value={day}
        placeholder="2022-03-30"
        title={t("time-bench.day-form")}
        aria-invalid={isWrong || (day !== "" && day.length === 10 && !isDay(day))}
        onChange={(event) => onDay(event.target.value.trim())}
      />
    </label>
  );
}
