/**
 * Follows a box through an item: a page asks, is told how far it is, and asks again. Nothing is recorded: what was found is a draft of
 * keys that a person looks at and keeps.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ShareBox } from "../core/redaction/redaction.ts";
import type { Tracked, Tracker } from "../core/redaction/tracker.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { redactionIndex } from "../reads/redactions/redaction-index.ts";
import type { JobBoard } from "./job-board.ts";

export interface TrackQuestion {
  readonly item: ItemId;
  readonly atS: number;
  readonly untilS: number;
  readonly box: ShareBox;
}

export type TrackState =
  | { readonly state: "working"; readonly done: number; readonly job: string }
  | { readonly state: "stopped" }
  | ({ readonly state: "done" } & Tracked);

export interface BoxTracker {
  /** Begins, or says how far it is; an answer or an error is given once. Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
  ask(question: TrackQuestion): Promise<TrackState>;
  stop(): Promise<void>;
}

export interface BoxTrackerParts {
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  readonly tracker: Tracker;
  readonly pathOf: (object: Digest) => string;
}

const shortWorkMs = 400;
const mostKept = 8;

interface Underway {
  done: number;
  readonly job: string;
  readonly end: Promise<TrackState | CaseError>;
}

export function createBoxTracker({ reader, viewer, board, tracker, pathOf }: BoxTrackerParts): BoxTracker {
  const underway = new Map<string, Underway>();

  function begin(question: TrackQuestion, path: string): Underway {
    let result: TrackState | CaseError = { state: "stopped" };
    const { id, ended } = board.start({
      name: "track-box",
      item: question.item,
      async run({ signal, report }) {
        try {
          const { atS, untilS, box } = question;
          const onProgress = (done: number) => {
            own.done = done;
            report(done);
          };
          const tracked = await tracker.follow({ path, atS, untilS, box }, { signal, onProgress });
          if (tracked !== undefined) result = { state: "done", ...tracked };
          return { state: "done" };
        } catch (error) {
          if (!(error instanceof CaseError)) throw error;
          result = error;
          return { state: "failed", reason: error.message };
        }
      },
    });
    const end = ended.then(({ state, reason }) => {
      if (state === "failed" && !(result instanceof Error)) throw new Error(reason);
      return result;
    });
    // Whoever asks next hears of it.
    end.catch(() => undefined);
    const own: Underway = { done: 0, job: id, end };
    return own;
  }

  return {
    async ask(question) {
      demand(viewer, "see-clear-media");
      demand(viewer, "read");
      const original = await redactionIndex(reader).original(question.item);
      if (original?.kind !== "video")
        throw new CaseError("ITEM_UNKNOWN", `item ${question.item}: expected a video that the case holds; found none of that number`);
      const key = JSON.stringify(question);
      const own = underway.get(key) ?? begin(question, pathOf(original.object));
      underway.delete(key);
      underway.set(key, own);
      const [oldest] = underway;
      if (underway.size > mostKept && oldest !== undefined) {
        underway.delete(oldest[0]);
        board.cancel(oldest[1].job);
      }
      let timer: ReturnType<typeof setTimeout> | undefined;
      const moment = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), shortWorkMs);
      });
      let working = false;
      try {
        const end = await Promise.race([own.end, moment]);
        working = end === undefined;
        if (end === undefined) return { state: "working", done: own.done, job: own.job };
        if (end instanceof Error) throw end;
        return end;
      } finally {
        clearTimeout(timer);
        if (!working && underway.get(key) === own) underway.delete(key);
      }
    },
    async stop() {
      const all = [...underway.values()];
      for (const { job } of all) board.cancel(job);
      await Promise.allSettled(all.map(({ end }) => end));
    },
  };
}
