/**
 * A tier being written: what the case holds of it, what was changed since, and that kept in the browser's storage until it is written
 * as a version. What somebody else writes meanwhile is told; it never replaces what was typed. A page that does not hold the tier,
 * since another tab writes in it, neither reads what is kept nor touches it.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { TierSegment } from "../../core/tier/tier.ts";
import { changedSegments } from "./changed-segments.ts";
import { type EditHistory, type HistoryStep, openHistory, stepHistory } from "./edit-history.ts";
import { dropDraft, keepDraft, type KeptDraft, readDraft } from "./kept-draft.ts";
import { type OntoNewer, ontoNewer } from "./onto-newer.ts";
import { type SegmentEdit, segmentsFrom } from "./segment-edits.ts";

/** The newest version that the case holds; version 0 of one that is not written yet. */
export interface TierHeld {
  readonly version: number;
  readonly segments: readonly TierSegment[];
  readonly nextId: number;
}

export interface TierEditing {
  readonly history: EditHistory;
  readonly segments: readonly TierSegment[];
  /** Version that the changes start from. */
  readonly base: number;
  readonly before: readonly TierSegment[];
  readonly changed: boolean;
  /** When what was brought back from the storage was typed; undefined when nothing was. */
  readonly broughtBack: string | undefined;
  readonly keeps: "kept" | "nothing-to-keep" | "storage-full";
  /** A version that somebody wrote after the one that these changes start from. */
  readonly newer: number | undefined;
  edit(edit: SegmentEdit, gesture?: string): void;
  step(step: HistoryStep): void;
  bringOnto(): OntoNewer;
  giveUp(): void;
  /** These words are now the version of that number. */
  written(version: number): void;
}

/** Keeping a long tier costs some milliseconds: not for every letter. */
const keepAfterMs = 200;

interface Origin {
  readonly base: number;
  readonly before: readonly TierSegment[];
}

/** `name`: what is kept is kept under it; undefined where another tab writes in this tier. */
export function useTierEditing(name: string | undefined, held: TierHeld): TierEditing {
  const [start] = useState(() => startOf(name === undefined ? undefined : readDraft(name, held.version), held));
  const [origin, setOrigin] = useState<Origin>(start.origin);
  const [history, step] = useReducer(stepHistory, start.history);
  const [broughtBack, setBroughtBack] = useState(start.broughtBack);
  const [keeps, setKeeps] = useState<TierEditing["keeps"]>("nothing-to-keep");
  const { list, nextId } = history.now;
  const pending = useRef<(() => void) | null>(null);
  const changed = useMemo(() => changedSegments(origin.before, list).length > 0, [list, origin.before]);

  // Nothing of one's own stands against it: the newest is what is shown.
  if (!changed && held.version > origin.base) {
    setOrigin({ base: held.version, before: held.segments });
    step({ do: "open", segments: segmentsFrom(held.segments, held.segments, Math.max(held.nextId, nextId)) });
  }

  useEffect(() => {
    if (name === undefined) return undefined;
    if (!changed) {
      pending.current = null;
      dropDraft(name);
      setKeeps("nothing-to-keep");
      return undefined;
    }
    let waits = true;
    const keep = (): void => {
      if (!waits) return;
      waits = false;
      const { base, before } = origin;
      const kept = keepDraft(name, { base, before: [...before], segments: [...list], nextId, at: new Date().toISOString() });
      setKeeps(kept ? "kept" : "storage-full");
    };
    const timer = setTimeout(keep, keepAfterMs);
    // A tab that is closed or left keeps at once what was typed last.
    window.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    pending.current = keep;
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", keep);
    };
  }, [name, changed, list, nextId, origin]);
  useEffect(() => () => pending.current?.(), []);
  useLeaveWarning(changed);

  const edit = useCallback(
    (what: SegmentEdit, gesture?: string) => step({ do: "edit", edit: what, ...(gesture === undefined ? {} : { gesture }) }),
    [],
  );
  return {
    ...{ history, segments: list, base: origin.base, before: origin.before, changed, broughtBack, keeps, edit, step },
    newer: changed && held.version > origin.base ? held.version : undefined,
    bringOnto: () => {
      const onto = ontoNewer(origin.before, list, held.segments, Math.max(held.nextId, nextId));
      setOrigin({ base: held.version, before: held.segments });
      step({ do: "open", segments: segmentsFrom(onto.segments, held.segments, onto.nextId) });
      return onto;
    },
    giveUp: () => {
      setOrigin({ base: held.version, before: held.segments });
      step({ do: "open", segments: segmentsFrom(held.segments, held.segments, Math.max(held.nextId, nextId)) });
      setBroughtBack(undefined);
    },
    written: (version) => {
      // At once: the screen may go to another address before anything of this is drawn again.
      pending.current = null;
      if (name !== undefined) dropDraft(name);
      setOrigin({ base: version, before: list });
      step({ do: "written" });
      setBroughtBack(undefined);
    },
  };
}

/** The browser asks whether to leave: what was typed is found again at this address alone, which a new start of the program changes. */
function useLeaveWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed]);
}

function startOf(draft: KeptDraft | undefined, held: TierHeld) {
  if (draft === undefined) {
    const history = openHistory(segmentsFrom(held.segments, held.segments, held.nextId));
    return { origin: { base: held.version, before: held.segments }, history, broughtBack: undefined };
  }
  const history = openHistory(segmentsFrom(draft.segments, draft.before, Math.max(draft.nextId, held.nextId)));
  return { origin: { base: draft.base, before: draft.before }, history, broughtBack: draft.at };
}
