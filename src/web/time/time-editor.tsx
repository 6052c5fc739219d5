/** A problem of times being worked on: its chart, its answer, and everything that can be done with either. */
import { useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { InferenceDetail } from "../../api/inferences.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { useKeys } from "../keys/use-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { useSolver } from "../solver/use-solver.ts";
import { t } from "../words/t.ts";
import { zoneWords } from "./clock-words.ts";
import { fittedSpan } from "./chart-range.ts";
import { type ChartRow, chartRows, drawnZones } from "./chart-rows.ts";
import { EditorDialogs, type OpenDialog } from "./editor-dialogs.tsx";
import { EditorHead } from "./editor-head.tsx";
import { EditorSide } from "./editor-side.tsx";
import { EditorTools } from "./editor-tools.tsx";
import { IntervalChart, labelWidth } from "./interval-chart.tsx";
import { PaperView } from "./paper-view.tsx";
import { rowKey } from "./row-label.tsx";
import { type PerZone, shownAnswer } from "./shown-answer.ts";
import { hasSun, SunPart } from "./sun-part.tsx";
import { askable, openSharers, type TimeDraft, withStatement, withoutStatement, withZoneStated } from "./time-draft.ts";
import { timeKeys } from "./time-keys.ts";
import { useAloneRows } from "./use-alone-rows.ts";
import { useChartRange } from "./use-chart-range.ts";
import { useDraft } from "./use-draft.ts";
import { useTerms } from "./use-terms.ts";
import { useWidth } from "./use-width.ts";
import { queryOf, type TimeView, viewOf } from "./view-in-address.ts";
import { suitingClock } from "./zones.ts";

/** Below this the answer stands under the chart. */
const besideFrom = 1000;
/** Room for the scroll bar beside the bars. */
const scrollBar = 12;
/** What a sheet of paper holds of a long problem. */
const eventsOnPaper = 200;

interface TimeEditorProps {
  /** The inference, or "new". */
  readonly name: string;
  readonly begin: TimeDraft;
  readonly kept: InferenceDetail | undefined;
}

const nothing: PerZone = [];

export function TimeEditor({ name, begin, kept }: TimeEditorProps) {
  const { query } = useAddress();
  const said = query.toString();
  const view = useMemo(() => viewOf(new URLSearchParams(said)), [said]);
  const steps = useDraft(name, begin);
  const { draft } = steps;
  const { problem } = draft;
  const narrow = useNarrow(besideFrom);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<string>();
  const [inSight, setInSight] = useState("");
  const [dialog, setDialog] = useState<OpenDialog>();

  const see = (change: Partial<TimeView>): void => setQuery(queryOf({ ...view, ...change }));
  const asked = useMemo(() => askable(draft, view.dropped), [draft, view]);
  const { answer: solved, busy } = useSolver<TimeAnswer>("time", asked);
  const answer = solved?.state === "solved" ? solved.answer : undefined;
  const shown = useMemo(() => (answer === undefined ? undefined : shownAnswer(answer, view.zones)), [answer, view]);
  const drawn = shown?.drawn ?? nothing;
  const zone = view.clock ?? suitingClock(problem, shown?.chosen);
  const events = view.paper ? problem.events.slice(0, eventsOnPaper) : inSight.split("\n").filter((event) => event !== "");
  const alone = useAloneRows(
    busy || answer === undefined || events.length === 0
      ? undefined
      : { problem, zones: drawnZones(drawn), dropped: [...view.dropped], events },
  );
  const rows = useMemo(
    () => chartRows({ problem, drawn: shown?.drawn ?? nothing, alone, dropped: view.dropped }),
    [problem, shown, alone, view],
  );
  const width = Math.max(120, useWidth(scroller) - (narrow ? 0 : labelWidth) - scrollBar);
  const range = useChartRange({
    fitted: fittedSpan(rows, problem),
    isKnown: rows.some((row) => row.kind === "statement" && row.bars !== undefined),
    ...{ width, scroller, left: narrow ? 0 : labelWidth },
  });
  const terms = useTerms({
    ...{ title: draft.title, problem, zone, zones: shown?.chosen, dropped: view.dropped },
    inference: kept === undefined || steps.isChanged ? undefined : kept.inference.id,
  });

  const chosenRow = rows.find((row) => rowKey(row) === chosen);
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
    const next = statements.reduce((made, one, at) => withStatement(made, one, at === 0 ? replaces : undefined), draft);
    steps.change(next);
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
  const paper = (isOn: boolean): void => see({ paper: isOn });

  useKeys(timeKeys, {
    next: () => move(1),
    previous: () => move(-1),
    drop: () => statement !== undefined && statement.certain !== true && drop(statement.id),
    make: () => setDialog({ name: "statement", changes: undefined }),
    change: () => statement !== undefined && setDialog({ name: "statement", changes: statement }),
    take: () => setDialog({ name: "take" }),
    keep: () => setDialog({ name: "keep" }),
    undo: () => steps.undo?.(),
    redo: () => steps.redo?.(),
    zoomIn: () => range.zoom(0.7),
    zoomOut: () => range.zoom(1 / 0.7),
    earlier: () => range.pan(-0.15),
    later: () => range.pan(0.15),
    fit: () => range.fit(),
    paper: () => paper(!view.paper),
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
        onClose={() => paper(false)}
      />
    );
  return (
    <div className={narrow ? "time-editor is-narrow" : "time-editor"}>
      <EditorHead draft={draft} kept={kept} isChanged={steps.isChanged} onOpen={setDialog} onDiscard={() => steps.settle(begin)} />
      <EditorTools
        {...{ problem, zone, busy, narrow, steps, range }}
        onClock={(clock) => see({ clock })}
        onOpen={setDialog}
        zoneName={t("time-bench.clock-is", { zone: zoneWords(zone, (range.range.from + range.range.to) / 2) })}
      />
      <div className="time-body">
        <div className="time-main">
          {problem.events.length === 0 ? (
            <EmptyProblem onOpen={setDialog} />
          ) : (
            <IntervalChart
              {...{ rows, scroller, range, width, zone, narrow, chosen }}
              zoneName={zoneWords(zone, (range.range.from + range.range.to) / 2)}
              onScroller={setScroller}
              onChoose={(key) => setChosen((now) => (now === key ? undefined : key))}
              onDrop={drop}
              onSee={setInSight}
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
          {...{ problem, zone, busy, solved, statement, kept }}
          asked={asked}
          view={view}
          onDrop={drop}
          onDropNone={() => see({ dropped: new Set() })}
          onZones={(zones) => see({ zones })}
          onStateZone={
            shown?.chosen !== undefined && openSharers(problem).length === 1
              ? () => steps.change(withZoneStated(draft, shown.chosen as string))
              : undefined
          }
          onChoose={chooseStatement}
          onCloseChosen={() => setChosen(undefined)}
          onChange={(changes) => setDialog({ name: "statement", changes })}
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
          paper(true);
        }}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
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

function EmptyProblem({ onOpen }: { onOpen: (dialog: OpenDialog) => void }) {
  return (
    <div className="time-empty">
      <p>{t("time-bench.empty")}</p>
      <p className="quiet">{t("time-bench.empty-how")}</p>
      <p className="time-chips">
        <button type="button" className="button is-main" onClick={() => onOpen({ name: "statement", changes: undefined })}>
          {t("time-bench.add-statement")}
        </button>
        <button type="button" className="button" onClick={() => onOpen({ name: "take" })}>
          {t("time-bench.take")}
        </button>
        <button type="button" className="button" onClick={() => onOpen({ name: "open" })}>
          {t("time-bench.open-json")}
        </button>
      </p>
    </div>
  );
}

/** Whoever prints gets the paper view, and afterwards the screen as it was. */
function usePaperForPrinting(isPaper: boolean): void {
  useEffect(() => {
    if (isPaper) return undefined;
    const before = (): void => {
      flushSync(() => setQuery({ paper: "1" }));
      window.addEventListener("afterprint", () => setQuery({ paper: undefined }), { once: true });
    };
    window.addEventListener("beforeprint", before);
    return () => window.removeEventListener("beforeprint", before);
  }, [isPaper]);
}

/** A draft lives as long as the page. */
function useAskBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);
}
