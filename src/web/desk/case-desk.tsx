/**
 * The case desk: all that the case knows of, ranked and triaged without looking at any of it. Nothing on this screen
 * asks for clear bytes; pictures come blurred in the file.
 */
import "./desk.css";
import { useCallback, useEffect, useRef, useState } from "react";
import { GraphicLevel, type ItemId, TriageState } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { ImportLine } from "../paste/import-line.tsx";
import { PasteTools } from "../paste/paste-tools.tsx";
import { navigate, setQuery, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { AddFiles } from "./add-files.tsx";
import { AssessDialog } from "./assess-dialog.tsx";
import { AssessQueue } from "./assess-queue.tsx";
import { DeskConditions } from "./desk-conditions.tsx";
import { CursorCard } from "./cursor-card.tsx";
import { deskKeys, triageKeys } from "./desk-keys.ts";
import { askedOf, deskQueryOf, isFiltered } from "./desk-query.ts";
import { DeskOrder, DeskToolbar } from "./desk-toolbar.tsx";
import { DropZone } from "./drop-zone.tsx";
import { EmptyCase, NoMatch } from "./empty-desk.tsx";
import { fetchAllRows } from "./fetch-all-rows.ts";
import type { Row } from "./item-cells.tsx";
import { IntakeBar } from "./intake-bar.tsx";
import { ItemList } from "./item-list.tsx";
import { NoteDialog } from "./note-dialog.tsx";
import { TableHead } from "./table-head.tsx";
import { UploadPanel } from "./upload-panel.tsx";
import { useCursor } from "./use-cursor.ts";
import { useItemPages } from "./use-item-pages.ts";
import { useSelection } from "./use-selection.ts";
import { type TriageChange, useTriage } from "./use-triage.ts";

export function CaseDesk() {
  const { query: address } = useAddress();
  const query = deskQueryOf(address);
  const pages = useItemPages(askedOf(query));
  const triage = useTriage();
  const selection = useSelection();
  const cursor = useCursor(JSON.stringify(pages.shown), pages);
  const caseQuery = useCase();
  const readOnly = caseQuery.data?.readOnly === true;
  const searchField = useRef<HTMLInputElement>(null);
  const shape = useRef({ page: 10, columns: 1 });
  const [dialog, setDialog] = useState<"note" | "assess" | "queue" | "conditions">();
  const [problem, setProblem] = useState<unknown>(null);
  const [selecting, setSelecting] = useState(false);
  const closeDialog = useCallback(() => setDialog(undefined), []);
  const onShape = useCallback((next: { page: number; columns: number }) => {
    shape.current = next;
  }, []);

  const rowAt = (index: number): Row | undefined => {
    const row = pages.rowAt(index);
    return row === undefined ? undefined : triage.withPending(row);
  };
  const here = cursor.row === undefined ? undefined : triage.withPending(cursor.row);
  const chosen = [...selection.rows.values()].map((row) => triage.withPending(row));
  const targets = chosen.length > 0 ? chosen : here === undefined ? [] : [here];
  const target = targetWords(targets);
  const total = pages.total ?? 0;

  const change = (what: TriageChange): void => {
    if (readOnly || targets.length === 0) return;
    triage.set(targets, what);
    announce(
      t("triage.said", {
        target,
        value: t(what.graphicLevel === undefined ? `triage.${what.state ?? "new"}` : `level.${what.graphicLevel}`),
      }),
    );
  };
  const undo = (): void => {
    const items = readOnly ? undefined : triage.undo();
    if (items !== undefined) announce(t("triage.undone", { target: targetOf(items) }));
  };
  const openDialog = (name: "note" | "assess" | "queue" | "conditions"): void => {
    const has = name === "queue" || (name === "note" ? here !== undefined : targets.length > 0);
    if (!readOnly && has) setDialog(name);
  };

  /** Adds rows from one place to another, also those that were scrolled past unread. */
  const selectRange = async (from: number, to: number): Promise<void> => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const rows = Array.from({ length: high - low + 1 }, (_, step) => pages.rowAt(low + step));
    const ready = rows.filter((row) => row !== undefined);
    selection.add(ready.length === rows.length ? ready : await fetchAllRows(pages.shown, low, high + 1));
  };
  const toggle = (index: number, extend: boolean): void => {
    const row = pages.rowAt(index);
    if (extend) selectRange(cursor.index, index).catch(setProblem);
    else if (row !== undefined) selection.toggle(row);
    cursor.moveTo(index);
  };
  const selectAll = (): void => {
    if (selection.rows.size >= total) selection.clear();
    else {
      setSelecting(true);
      fetchAllRows(pages.shown)
        .then(selection.add, setProblem)
        .finally(() => setSelecting(false));
    }
  };
  const extendBy = (step: number): void => {
    const to = Math.max(0, Math.min(total - 1, cursor.index + step));
    selectRange(cursor.index, to).catch(setProblem);
    cursor.moveTo(to);
  };
  const sideways = (step: number): void => {
    if (shape.current.columns > 1) cursor.moveBy(step);
  };
  const vertical = (step: number, key: string): void => cursor.moveBy(key.startsWith("Arrow") ? step * shape.current.columns : step);

  useKeys(deskKeys, {
    next: ({ key }) => vertical(1, key),
    previous: ({ key }) => vertical(-1, key),
    right: () => sideways(1),
    left: () => sideways(-1),
    pageOn: () => cursor.moveBy(shape.current.page),
    pageBack: () => cursor.moveBy(-shape.current.page),
    first: () => cursor.moveTo(0),
    last: () => cursor.moveTo(total - 1),
    open: () => {
      if (here !== undefined) navigate(`/items/${here.id}`);
    },
    select: () => toggle(cursor.index, false),
    selectOn: () => extendBy(1),
    selectBack: () => extendBy(-1),
    clear: selection.clear,
    search: () => searchField.current?.focus(),
    view: () => setQuery({ view: query.view === "table" ? "tiles" : undefined }),
  });
  useKeys(triageKeys, {
    ...handlersOf(GraphicLevel.options, (graphicLevel) => change({ graphicLevel })),
    ...handlersOf(TriageState.options, (state) => change({ state })),
    note: () => openDialog("note"),
    assess: () => openDialog("assess"),
    queue: () => openDialog("queue"),
    conditions: () => openDialog("conditions"),
    undo,
  });
  const said = here === undefined ? "" : t("desk.now-at", nowAt(here));
  useEffect(() => {
    if (said !== "") announce(said);
  }, [said]);

  const isEmpty = pages.total === 0;
  return (
    <div className={here === undefined ? "desk" : "desk has-card"}>
      <h1 className="visually-hidden">{t("desk.title")}</h1>
      <div className="desk-main">
        <IntakeBar disabled={readOnly} />
        <DeskToolbar query={query} facets={pages.newest?.facets} searchField={searchField} />
        <div className="desk-counts">
          <span role="status">{summary(pages.total, caseQuery.data?.counts.items)}</span>
          {caseQuery.data === undefined || caseQuery.data.counts.notAssessed === 0 ? null : (
            <button type="button" className="link-button" onClick={() => setQuery({ has: "no-assessment" })}>
              {t("desk.not-assessed", { count: caseQuery.data.counts.notAssessed })}
            </button>
          )}
          {readOnly || (caseQuery.data?.counts.notAssessed ?? 0) === 0 ? null : (
            <button type="button" className="link-button" onClick={() => openDialog("queue")}>
              {t("assess.queue")}
            </button>
          )}
          {selecting ? <span className="quiet">{t("desk.selecting")}</span> : null}
          {chosen.length === 0 ? null : (
            <>
              <strong>{t("desk.selected", { count: chosen.length })}</strong>
              <button type="button" className="link-button" onClick={selection.clear}>
                {t("desk.clear-selection")}
              </button>
            </>
          )}
          <DeskOrder query={query} />
          <AddFiles disabled={readOnly} />
          <PasteTools disabled={readOnly} />
        </div>
        <ImportLine readOnly={readOnly} />
        {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
        {problem === null ? null : <ErrorNotice error={problem} onRetry={() => setProblem(null)} />}
        {triage.error === null ? null : <ErrorNotice error={t("triage.failed", { reason: messageOf(triage.error) })} />}
        {isEmpty && isFiltered(query) ? <NoMatch /> : null}
        {isEmpty && !isFiltered(query) ? <EmptyCase readOnly={readOnly} /> : null}
        {pages.total === undefined && pages.error === null ? <p className="page-message">{t("desk.waiting")}</p> : null}
        {isEmpty || pages.total === undefined ? null : (
          <ItemList
            view={query.view}
            count={total}
            rowAt={rowAt}
            cursor={cursor.left ? -1 : cursor.index}
            selection={selection.rows}
            head={<TableHead query={query} count={total} selected={howMuch(selection.rows.size, total)} onSelectAll={selectAll} />}
            onSee={pages.see}
            onCursor={cursor.moveTo}
            onToggle={toggle}
            onShape={onShape}
          />
        )}
        <UploadPanel />
      </div>
      {here === undefined ? null : (
        <CursorCard
          row={here}
          left={cursor.left}
          targets={targets}
          target={target}
          readOnly={readOnly}
          canUndo={triage.canUndo}
          onChange={change}
          onNote={() => openDialog("note")}
          onAssess={() => openDialog("assess")}
          onConditions={() => openDialog("conditions")}
          onUndo={undo}
        />
      )}
      {dialog === "note" && here !== undefined ? <NoteDialog row={here} onClose={closeDialog} /> : null}
      {dialog === "assess" ? <AssessDialog items={targets.map((row) => row.id)} target={target} onClose={closeDialog} /> : null}
      {dialog === "queue" ? <AssessQueue onClose={closeDialog} /> : null}
      {dialog === "conditions" ? <DeskConditions items={targets.map((row) => row.id)} target={target} onClose={closeDialog} /> : null}
      <DropZone disabled={readOnly} onProblem={setProblem} />
    </div>
  );
}

function handlersOf<Value extends string>(
  values: readonly Value[],
  act: (value: Value) => void,
): Readonly<Partial<Record<Value, () => void>>> {
  return Object.fromEntries(values.map((value) => [value, () => act(value)])) as Partial<Record<Value, () => void>>;
}

function targetWords(rows: readonly Row[]): string {
  return targetOf(rows.map((row) => row.id));
}

function targetOf(items: readonly ItemId[]): string {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return t("triage.target-one", { number: Number(only.slice(1)) });
  return t("triage.target-many", { count: items.length });
}

function nowAt(row: Row): Record<string, string | number> {
  return { number: row.number, kind: t(`kind.${row.kind}`), level: t(`level.${row.graphicLevel}`), state: t(`triage.${row.triage}`) };
}

function summary(count: number | undefined, all: number | undefined): string {
  if (count === undefined) return "";
  return all === undefined || all === count ? t("desk.summary", { count }) : t("desk.summary-of", { count, all });
}

function howMuch(selected: number, total: number): "none" | "some" | "all" {
  return selected === 0 ? "none" : selected >= total ? "all" : "some";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
