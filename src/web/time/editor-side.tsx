/** Beside the chart: the answer in words, the chosen statement, and the history of what is kept. */
import type { InferenceDetail } from "../../api/inferences.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { HistoryList } from "../events/history-list.tsx";
import type { SolverAnswer } from "../solver/ask-solver.ts";
import { t } from "../words/t.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import type { ChartRow } from "./chart-rows.ts";
import { ChosenEvent } from "./chosen-event.tsx";
import { ChosenStatement } from "./chosen-statement.tsx";
import type { TimeView } from "./view-in-address.ts";

interface EditorSideProps {
  readonly problem: TimeProblem;
  /** What the reasoner was asked: without what is dropped. */
  readonly asked: TimeProblem | undefined;
  readonly solved: SolverAnswer<TimeAnswer> | undefined;
  readonly busy: boolean;
  readonly view: TimeView;
  readonly zone: string;
  readonly chosenRow: ChartRow | undefined;
  readonly kept: InferenceDetail | undefined;
  readonly onDrop: (id: string) => void;
  readonly onDropNone: () => void;
  readonly onZones: (zones: string | undefined) => void;
  readonly onStateZone: (() => void) | undefined;
  readonly onChoose: (id: string) => void;
  readonly onCloseChosen: () => void;
  readonly onChange: () => void;
  readonly onRemove: (id: string) => void;
}

export function EditorSide(props: EditorSideProps) {
  const { problem, asked, solved, busy, view, zone, chosenRow, kept } = props;
  return (
    <aside className="time-side" aria-label={t("time-bench.answer")}>
      <div className="time-answer" aria-busy={busy} tabIndex={0} role="region" aria-label={t("time-bench.answer")}>
        {solved === undefined || asked === undefined ? (
          <p className="quiet">{t(asked === undefined ? "time-bench.no-question" : "time-bench.working")}</p>
        ) : solved.state === "solved" ? (
          <AnswerPanel
            answer={solved.answer}
            problem={problem}
            zones={view.zones}
            zone={zone}
            dropped={view.dropped}
            onDrop={props.onDrop}
            onDropNone={props.onDropNone}
            onZones={props.onZones}
            onStateZone={props.onStateZone}
            onChoose={props.onChoose}
          />
        ) : (
          <p className="notice is-error" role="alert">
            <span>
              {t(solved.state === "fault" ? "time-bench.solver-fault" : "time-bench.unreadable", { says: named(solved.says, asked) })}
            </span>
          </p>
        )}
        {kept === undefined ? null : <HistoryList history={kept.history} />}
      </div>
      {chosenRow === undefined ? null : chosenRow.kind === "result" ? (
        <ChosenEvent row={chosenRow} zone={zone} record={problem.eventRecords?.[chosenRow.event]} onClose={props.onCloseChosen} />
      ) : (
        <ChosenStatement
          statement={chosenRow.statement}
          isDropped={chosenRow.isDropped}
          onDrop={() => props.onDrop(chosenRow.statement.id)}
          onChange={props.onChange}
          onRemove={() => props.onRemove(chosenRow.statement.id)}
          onClose={props.onCloseChosen}
        />
      )}
    </aside>
  );
}

/** The reasoner counts statements; people know them by their names. */
function named(says: string, { statements }: TimeProblem): string {
  return says.replace(/statements[.[](\d+)\]?/g, (whole, at: string) => {
    const one = statements[Number(at)];
    return one === undefined ? whole : t("time-bench.statement-named", { name: one.id });
  });
}
