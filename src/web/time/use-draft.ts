/** The draft with what was done to it, so that a step can be taken back and done again. Unkept drafts outlive the screen, not the page. */
import { useState } from "react";
import type { TimeDraft } from "./time-draft.ts";

interface Steps {
  readonly past: readonly TimeDraft[];
  readonly now: TimeDraft;
  readonly future: readonly TimeDraft[];
}

const stepsAtMost = 200;
const unkept = new Map<string, Steps>();

export interface DraftSteps {
  readonly draft: TimeDraft;
  readonly change: (next: TimeDraft) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** It differs from what it began with. */
  readonly isChanged: boolean;
  /** Begins anew from what is kept. */
  readonly settle: (kept: TimeDraft) => void;
}

/** `name`: the inference, or "new"; `version`: of what is kept, so that an unchanged draft follows what is kept elsewhere. */
export function useDraft(name: string, begin: TimeDraft, version: number): DraftSteps {
  const [steps, setSteps] = useState<Steps>(() => unkept.get(name) ?? { past: [], now: begin, future: [] });
  const [followed, setFollowed] = useState(version);
  if (followed !== version) {
    setFollowed(version);
    if (steps.past.length === 0) setSteps({ past: [], now: begin, future: [] });
  }
  const put = (next: Steps): void => {
    unkept.set(name, next);
    setSteps(next);
  };
  const { past, now, future } = steps;
  const [before, after] = [past.at(-1), future[0]];
  return {
    draft: now,
    change: (next) => put({ past: [...past, now].slice(-stepsAtMost), now: next, future: [] }),
    undo: before === undefined ? undefined : () => put({ past: past.slice(0, -1), now: before, future: [now, ...future] }),
    redo: after === undefined ? undefined : () => put({ past: [...past, now], now: after, future: future.slice(1) }),
    isChanged: past.length > 0,
    settle: (kept) => {
      unkept.delete(name);
      setSteps({ past: [], now: kept, future: [] });
    },
  };
}
