/** Over the chart: new statements, what words mean, whose clock is shown, and moving about in time. */
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { t } from "../words/t.ts";
import { horizonSpan } from "./chart-range.ts";
import { ClockChoice } from "./clock-choice.tsx";
import type { OpenDialog } from "./editor-dialogs.tsx";
import type { ChartRange } from "./use-chart-range.ts";
import type { DraftSteps } from "./use-draft.ts";

interface EditorToolsProps {
  readonly problem: TimeProblem;
  readonly zone: string;
  readonly narrow: boolean;
  readonly steps: DraftSteps;
  readonly range: ChartRange;
  readonly onClock: (zone: string) => void;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onMeasure: () => void;
}

export function EditorTools({ problem, zone, narrow, steps, range, onClock, onOpen, onMeasure }: EditorToolsProps) {
  const changing = (
    <>
      <button type="button" className="button" onClick={() => onOpen({ name: "statement", changes: undefined })}>
        {t("time-bench.add-statement")}
      </button>
      <button type="button" className="button" onClick={() => onOpen({ name: "take" })}>
        {t("time-bench.take")}
      </button>
      <button type="button" className="button" onClick={onMeasure}>
        {t("time-bench.measure")}
      </button>
      <button type="button" className="button" onClick={() => onOpen({ name: "rules" })}>
        {t("time-bench.rules-button")}
      </button>
      <button type="button" className="button" onClick={() => onOpen({ name: "frame" })}>
        {t("time-bench.frame-button", { first: problem.horizon[0], last: problem.horizon[1] })}
      </button>
      <span className="time-tools-group">
        <button
          type="button"
          className="button is-icon"
          disabled={steps.undo === undefined}
          aria-label={t("time-bench.undo")}
          title={t("time-bench.undo")}
          onClick={steps.undo}
        >
          <Sign path="M6 3L2.5 6.5L6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7" />
        </button>
        <button
          type="button"
          className="button is-icon"
          disabled={steps.redo === undefined}
          aria-label={t("time-bench.redo")}
          title={t("time-bench.redo")}
          onClick={steps.redo}
        >
          <Sign path="M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3" />
        </button>
      </span>
    </>
  );
  return (
    <div className="time-tools" role="toolbar" aria-label={t("time-bench.tools")}>
      {narrow ? (
        <details className="time-changing">
          <summary>{t("time-bench.editing")}</summary>
          <div className="time-chips">{changing}</div>
        </details>
      ) : (
        changing
      )}
      <span className="time-tools-group is-end">
        <ClockChoice problem={problem} zone={zone} onClock={onClock} />
        <button
          type="button"
          className="button is-icon"
          aria-label={t("time-bench.zoom-out")}
          title={t("time-bench.zoom-out")}
          onClick={() => range.zoom(1 / 0.7)}
        >
          <Sign path="M3 8h10" />
        </button>
        <button
          type="button"
          className="button is-icon"
          aria-label={t("time-bench.zoom-in")}
          title={t("time-bench.zoom-in")}
          onClick={() => range.zoom(0.7)}
        >
          <Sign path="M3 8h10M8 3v10" />
        </button>
        <button type="button" className="button" title={t("time-bench.fit-how")} onClick={range.fit}>
          {t("time-bench.fit")}
        </button>
        <button type="button" className="button" onClick={() => range.show(horizonSpan(problem))}>
          {t("time-bench.whole-horizon")}
        </button>
      </span>
    </div>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
