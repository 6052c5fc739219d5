/** How far a piece of work is; without a value where that cannot be told. */
import { t } from "../words/t.ts";

export function ProgressBar({ progress, label }: { progress: number | "unknown"; label: string }) {
  const percent = progress === "unknown" ? undefined : Math.floor(progress * 100);
  return (
    <div
      className={percent === undefined ? "progress is-unknown" : "progress"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={percent === undefined ? t("jobs.progress-unknown") : t("jobs.progress", { percent })}
    >
      <span style={{ width: percent === undefined ? "100%" : `${percent}%` }} />
    </div>
  );
}
