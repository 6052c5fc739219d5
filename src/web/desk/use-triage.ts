/**
 * Triage at typing speed: the list shows a choice at once, the server records choices one after another in the
 * order they were made, and a choice that could not be recorded is taken back and said so.
 */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { z } from "zod";
import type { ItemRow, ItemsPage } from "../../api/items.ts";
import type { GraphicLevel, ItemId, TriageState } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

type Row = z.infer<typeof ItemRow>;
export interface TriageChange {
  readonly graphicLevel?: GraphicLevel;
  readonly state?: TriageState;
}
interface Pending extends TriageChange {
  readonly turn: number;
  readonly items: readonly ItemId[];
  readonly ids: ReadonlySet<ItemId>;
}

export interface Triage {
  /** The row as it will be once what was chosen is recorded. */
  withPending(row: Row): Row;
  /** Sets a level or a state on these rows, in one entry per 5,000. */
  set(rows: readonly Row[], change: TriageChange): void;
  /** Takes back the last change, by an entry of its own; returns its items, or undefined when there is none. */
  undo(): readonly ItemId[] | undefined;
  readonly canUndo: boolean;
  readonly error: unknown;
}

/** What sets some items back to where they were. */
interface Back {
  readonly ids: readonly ItemId[];
  readonly change: TriageChange;
}

/** The server's largest bulk. */
const mostAtOnce = 5000;
/** Changes that can be taken back, one after another. */
const mostUndone = 50;

export function useTriage(): Triage {
  const client = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [undoable, setUndoable] = useState<readonly (readonly Back[])[]>([]);
  const turns = useRef(0);

  const record = useMutation({
    scope: { id: "triage" },
    mutationFn: async ({ items, graphicLevel, state }: Pending) => {
      for (let from = 0; from < items.length; from += mostAtOnce)
        await api.triage({
          items: items.slice(from, from + mostAtOnce),
          ...(graphicLevel === undefined ? {} : { graphicLevel }),
          ...(state === undefined ? {} : { state }),
        });
    },
    onSuccess: (_answer, change) => {
      const { ids } = change;
      client.setQueriesData<ItemsPage>({ queryKey: queryKeys.items }, (page) =>
        page === undefined ? page : { ...page, items: page.items.map((row) => (ids.has(row.id) ? changed(row, change) : row)) },
      );
    },
    onError: (error) => announce(t("triage.failed", { reason: error.message })),
    onSettled: (_answer, _error, change) => setPending((now) => now.filter((entry) => entry.turn !== change.turn)),
  });

  const { mutate } = record;
  const send = useCallback(
    (items: readonly ItemId[], change: TriageChange) => {
      turns.current += 1;
      const next: Pending = { ...change, turn: turns.current, items, ids: new Set(items) };
      setPending((now) => [...now, next]);
      mutate(next);
    },
    [mutate],
  );

  const withPending = (row: Row): Row =>
    pending.reduce((shown, change) => (change.ids.has(shown.id) ? changed(shown, change) : shown), row);

  return {
    withPending,
    set: (rows, change) => {
      const groups = Map.groupBy(rows.map(withPending), (row) => (change.graphicLevel === undefined ? row.triage : row.graphicLevel));
      const back = [...groups].map(([value, group]) => ({
        ids: group.map((row) => row.id),
        change: change.graphicLevel === undefined ? { state: value as TriageState } : { graphicLevel: value as GraphicLevel },
      }));
      setUndoable((before) => [...before, back].slice(-mostUndone));
      send(
        rows.map((row) => row.id),
        change,
      );
    },
    undo: () => {
      const last = undoable.at(-1);
      if (last === undefined) return undefined;
      for (const { ids, change } of last) send(ids, change);
      setUndoable(undoable.slice(0, -1));
      return last.flatMap(({ ids }) => ids);
    },
    canUndo: undoable.length > 0,
    error: record.error,
  };
}

function changed(row: Row, change: TriageChange): Row {
  return { ...row, graphicLevel: change.graphicLevel ?? row.graphicLevel, triage: change.state ?? row.triage };
}
