/**
 * A draft with its past: undone and done again step by step. Changes under one name within a moment, as while a slider is dragged, are one step.
 * What was not kept outlives the screen, not the page: nothing of a case is left on this machine outside of the case.
 */
import { useState } from "react";

export interface DraftHistory<D> {
  readonly draft: D;
  /** `step`: changes of the same name that follow each other within a second are undone together. */
  change(make: (draft: D) => D, step?: string): void;
  /** Takes in what no person did, such as what was looked up: no step of its own. */
  amend(make: (draft: D) => D): void;
  /** Begins anew. */
  reset(draft: D): void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Differs from what it began with. */
  readonly isChanged: boolean;
}

interface Past<D> {
  readonly past: readonly D[];
  readonly now: D;
  readonly future: readonly D[];
  readonly start: D;
  readonly step: string | undefined;
  readonly at: number;
}

const together = 1000;
const most = 200;

const unkept = new Map<string, unknown>();

/** `name`: under which the draft is found again, such as the inference that it changes. */
export function useDraft<D>(name: string, start: () => D): DraftHistory<D> {
  const [{ past, now, future, start: began }, setAll] = useState<Past<D>>(
    () => (unkept.get(name) as Past<D> | undefined) ?? fresh(start()),
  );
  const set = (make: (all: Past<D>) => Past<D>): void =>
    setAll((all) => {
      const next = make(all);
      if (next.past.length + next.future.length === 0) unkept.delete(name);
      else unkept.set(name, next);
      return next;
    });
  const undo = (): void =>
    set((all) => {
      const before = all.past.at(-1);
      if (before === undefined) return all;
      return { ...all, past: all.past.slice(0, -1), now: before, future: [all.now, ...all.future], step: undefined };
    });
  const redo = (): void =>
    set((all) => {
      const [after, ...future_] = all.future;
      if (after === undefined) return all;
      return { ...all, past: [...all.past, all.now], now: after, future: future_, step: undefined };
    });
  return {
    draft: now,
    change(make, step) {
      const at = Date.now();
      set((all) => {
        const next = make(all.now);
        if (JSON.stringify(next) === JSON.stringify(all.now)) return all;
        const goesOn = step !== undefined && step === all.step && at - all.at < together;
        const past_ = goesOn ? all.past : [...all.past, all.now].slice(-most);
        return { ...all, past: past_, now: next, future: [], step, at };
      });
    },
    amend(make) {
      set((all) => {
        const next = make(all.now);
        return JSON.stringify(next) === JSON.stringify(all.now) ? all : { ...all, now: next };
      });
    },
    reset(draft) {
      set(() => fresh(draft));
    },
    undo: past.length === 0 ? undefined : undo,
    redo: future.length === 0 ? undefined : redo,
    isChanged: JSON.stringify(now) !== JSON.stringify(began),
  };
}

function fresh<D>(draft: D): Past<D> {
  return { past: [], now: draft, future: [], start: draft, step: undefined, at: 0 };
}
