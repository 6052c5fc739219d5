/** The bench around a problem and its answer: chart, tools, the answer in words, dialogs, keys. Moving about in time asks nothing anew. */
import { useMemo, useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeProblem, TimeStatement } from "../../reason/time/time-problem.ts";
import { useKeys } from "../keys/use-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { navigate, setQuery } from "../router/router.ts";
import type { SolverAnswer } from "../solver/ask-solver.ts";
import { t } from "../words/t.ts";
import { zoneWords } from "./clock-words.ts";
import { fittedSpan } from "./chart-range.ts";
import type { ChartRow } from "./chart-rows.ts";
import { EditorDialogs, type OpenDialog } from "./editor-dialogs.tsx";
import { EditorHead } from "./editor-head.tsx";
import { EditorSide } from "./editor-side.tsx";
import { EditorTools } from "./editor-tools.tsx";
import { EmptyProblem } from "./empty-problem.tsx";
import { IntervalChart, labelWidth } from "./interval-chart.tsx";
import { PaperView } from "./paper-view.tsx";
import { rowKey } from "./row-label.tsx";
import type { ShownAnswer } from "./shown-answer.ts";
import { measureAddress } from "./shadow-for-time.tsx";
import { hasSun, SunPart } from "./sun-part.tsx";
import { type TimeDraft, withStatement, withoutStatement, withZonesStated } from "./time-draft.ts";
import { timeKeys } from "./time-keys.ts";
import { useChartRange } from "./use-chart-range.ts";
import type { DraftSteps } from "./use-draft.ts";
import { useAskBeforeLeaving, usePaperForPrinting } from "./use-page-events.ts";
import { useTerms } from "./use-terms.ts";
import { useWidth } from "./use-width.ts";
import { queryOf, type TimeView } from "./view-in-address.ts";
import { suitingClock } from "./zones.ts";

/** Below this the answer stands under the chart. */
const besideFrom = 1000;
/** Room for the scroll bar beside the bars. */
const scrollBar = 12;

interface EditorBenchProps {
  readonly name: string;
  readonly view: TimeView;
  readonly steps: DraftSteps;
  readonly begin: TimeDraft;
  readonly kept: InferenceDetail | undefined;
  /** What the reasoner was asked: without what is dropped. */
  readonly asked: TimeProblem | undefined;
  readonly solved: SolverAnswer<TimeAnswer> | undefined;
  readonly busy: boolean;
  readonly shown: ShownAnswer | undefined;
  readonly rows: readonly ChartRow[];
  readonly onSee: (events: string) => void;
}

export function EditorBench({ name, view, steps, begin, kept, asked, solved, busy, shown, rows, onSee }: EditorBenchProps) {
  const { draft } = steps;
  const { problem } = draft;
  const narrow = useNarrow(besideFrom);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<string>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const answer = solved?.state === "solved" ? solved.answer : undefined;
  const zone = view.clock ?? suitingClock(problem, shown?.chosen);
  const width = Math.max(120, useWidth(scroller) - (narrow ? 0 : labelWidth) - scrollBar);
  const fitted = useMemo(() => fittedSpan(rows, problem), [rows, problem]);
  const range = useChartRange({
    ...{ problem, fitted, width, scroller, left: narrow ? 0 : labelWidth },
    isKnown: !busy && rows.some((row) => row.kind === "statement" && row.bars !== undefined),
  });
  const zoneName = zoneWords(zone, (range.range.from + range.range.to) / 2);
  const terms = useTerms({
    ...{ title: draft.title, problem, zone, zones: shown?.chosen, dropped: view.dropped },
    inference: kept === undefined || steps.isChanged ? undefined : kept.inference.id,
  });
  const see = (change: Partial<TimeView>): void => setQuery(queryOf({ ...view, ...change }));
  const chosenRow = useMemo(() => (chosen === undefined ? undefined : rows.find((row) => rowKey(row) === chosen)), [rows, chosen]);
  const statement = chosenRow?.kind === "statement" ? chosenRow.statement : undefined;

  const drop = (id: string): void => {
    const dropped = new Set(view.dropped);
    if (!dropped.delete(id)) dropped.add(id);
    see({ dropped });
    announce(t(dropped.has(id) ? "time-bench.dropped-said" : "time-bench.back-said", { name: id }));
  };
  const move = (step: number): void => {
    const at = rows.findIndex((row) => rowKey(row) === chosen);
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next !== undefined) setChosen(rowKey(next));
  };
  const chooseStatement = (id: string): void => {
    const row = rows.find((one) => one.kind === "statement" && one.statement.id === id);
    if (row !== undefined) setChosen(rowKey(row));
  };
  const put = (statements: readonly TimeStatement[], replaces?: string): void => {
    steps.change(statements.reduce((made, one, at) => withStatement(made, one, at === 0 ? replaces : undefined), draft));
    const [first] = statements;
    // A statement that gets another name keeps being dropped under it.
    if (replaces !== undefined && first !== undefined && first.id !== replaces && view.dropped.has(replaces))
      see({ dropped: new Set([...view.dropped].map((id) => (id === replaces ? first.id : id))) });
  };
  const remove = (id: string): void => {
    steps.change(withoutStatement(draft, id));
    if (view.dropped.has(id)) drop(id);
    setChosen(undefined);
  };
  const change = (): void => {
    if (statement !== undefined) setDialog({ name: "statement", changes: statement });
  };

  useKeys(timeKeys, {
    next: () => move(1),
    previous: () => move(-1),
    drop: () => statement !== undefined && statement.certain !== true && drop(statement.id),
    make: () => setDialog({ name: "statement", changes: undefined }),
    change,
    take: () => setDialog({ name: "take" }),
    keep: () => problem.events.length > 0 && kept?.inference.withdrawn === undefined && setDialog({ name: "keep" }),
    undo: () => steps.undo?.(),
    redo: () => steps.redo?.(),
    zoomIn: () => range.zoom(0.7),
    zoomOut: () => range.zoom(1 / 0.7),
    earlier: () => range.pan(-0.15),
    later: () => range.pan(0.15),
    fit: () => range.fit(),
    paper: () => see({ paper: !view.paper }),
  });
  usePaperForPrinting(view.paper);
  useAskBeforeLeaving(steps.isChanged);

  if (view.paper)
    return (
      <PaperView
        {...{ problem, answer, rows, zone, terms }}
        zones={view.zones}
        dropped={view.dropped}
        range={range.range}
        onClose={() => see({ paper: false })}
      />
    );
  return (
    <div className={narrow ? "time-editor is-narrow" : "time-editor"}>
      <EditorHead
        draft={draft}
        kept={kept}
        busy={busy}
        isChanged={steps.isChanged}
        onOpen={setDialog}
        onDiscard={() => steps.settle(begin)}
      />
      <EditorTools
        {...{ problem, zone, narrow, steps, range }}
        onClock={(clock) => setQuery({ clock })}
        onOpen={setDialog}
        onMeasure={() => navigate(measureAddress(name, chosenRow?.event ?? filmed(problem)))}
      />
      <div className="time-body">
        <div className="time-main">
          {problem.events.length === 0 ? (
            <EmptyProblem onOpen={setDialog} />
          ) : (
            <IntervalChart
              {...{ rows, scroller, range, width, zone, zoneName, narrow, chosen, onSee }}
              onScroller={setScroller}
              onChoose={(key) => setChosen((now) => (now === key ? undefined : key))}
              onDrop={drop}
            />
          )}
          {hasSun(problem) ? (
            <details className="time-sun" open={!narrow}>
              <summary>{t("time-bench.sun-part")}</summary>
              <SunPart problem={problem} zone={zone} dayOf={(event) => dayOfResult(rows, event)} />
            </details>
          ) : null}
        </div>
        <EditorSide
          {...{ problem, asked, zone, busy, solved, kept, view, chosenRow }}
          onDrop={drop}
          onDropNone={() => see({ dropped: new Set() })}
          onZones={(zones) => see({ zones })}
          onStateZone={shown?.chosen === undefined ? undefined : () => steps.change(withZonesStated(draft, shown.chosen ?? ""))}
          onChoose={chooseStatement}
          onCloseChosen={() => setChosen(undefined)}
          onChange={change}
          onRemove={remove}
        />
      </div>
      <EditorDialogs
        {...{ dialog, draft, answer, rows, zone, terms, kept }}
        range={range.range}
        droppedCount={view.dropped.size}
        onDraft={steps.change}
        onPut={put}
        onKept={(id, settled) => {
          setDialog(undefined);
          steps.settle(settled);
          const words = new URLSearchParams(window.location.search);
          words.delete("new");
          navigate(`/time/${id}${words.size === 0 ? "" : `?${words}`}`, { replace: true });
        }}
        onPaper={() => {
          setDialog(undefined);
          see({ paper: true });
        }}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
}

/** What a shadow on a frame is about, where nothing is chosen. */
function filmed({ events }: TimeProblem): string {
  return events.find((event) => /film/i.test(event)) ?? events[0] ?? "filming";
}

/** The last day on which an event may lie, or the day to which a conflict presses it: whose sun is shown. */
function dayOfResult(rows: readonly ChartRow[], event: string): string | undefined {
  const result = rows.find((row) => row.kind === "result" && row.event === event);
  for (const bar of result?.kind === "result" ? result.bars : []) {
    const last = bar.noRoom?.[0] ?? bar.spans.at(-1)?.[1];
    if (last !== undefined) return new Date(last).toISOString().slice(0, 10);
  }
  return undefined;
}
