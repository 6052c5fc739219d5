/** Undo and redo over segments. Typing into one segment and dragging one edge are one step each, however many changes they are. */
import { editSegments, type SegmentEdit, type Segments, segmentsFrom } from "./segment-edits.ts";

/** Older steps are let go of. */
const mostSteps = 500;

export interface EditHistory {
  readonly past: readonly Segments[];
  readonly now: Segments;
  readonly future: readonly Segments[];
  /** What the last change was part of: another one of the same joins it. Null: the next change is a step of its own. */
  readonly gesture: string | null;
}

export type HistoryStep =
  | { readonly do: "edit"; readonly edit: SegmentEdit; readonly gesture?: string }
  | { readonly do: "undo" }
  | { readonly do: "redo" }
  /** The gesture is over: the next change is another step. */
  | { readonly do: "rest" }
  /** What is there now is a version of the case. */
  | { readonly do: "written" }
  | { readonly do: "open"; readonly segments: Segments };

export function openHistory(now: Segments): EditHistory {
  return { past: [], now, future: [], gesture: null };
}

export function stepHistory(history: EditHistory, step: HistoryStep): EditHistory {
  const { past, now, future, gesture } = history;
  switch (step.do) {
    case "open":
      return openHistory(step.segments);
    case "written":
      // Begins anew: what led here cannot be gone back to. A number that was removed in a version is never used again, and words that
      // were taken over in one stay a person's.
      return openHistory(segmentsFrom(now.list, now.list, now.nextId));
    case "rest":
      return gesture === null ? history : { ...history, gesture: null };
    case "undo": {
      const before = past.at(-1);
      return before === undefined ? history : { past: past.slice(0, -1), now: kept(before, now), future: [now, ...future], gesture: null };
    }
    case "redo": {
      const [after, ...rest] = future;
      return after === undefined ? history : { past: [...past, now], now: kept(after, now), future: rest, gesture: null };
    }
    case "edit": {
      const next = editSegments(now, step.edit);
      if (next === now) return history;
      const joins = step.gesture !== undefined && step.gesture === gesture && past.length > 0;
      return { past: joins ? past : [...past, now].slice(-mostSteps), now: next, future: [], gesture: step.gesture ?? null };
    }
  }
}

/** A number that was given stays given when its segment is undone: the segment may come back by redo, beside a newer one. */
function kept(state: Segments, now: Segments): Segments {
  return state.nextId >= now.nextId ? state : { ...state, nextId: now.nextId };
}
