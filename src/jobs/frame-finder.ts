/**
 * Where a picture, or frames of a clip, occur in the case. The index over frame hashes is brought up to date first, which takes a
 * while once; so a page asks, is told how far it is, and asks again. Nothing is recorded: look-alikes are no evidence.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { FrameQuery, FrameSearch } from "../core/copies/frame-search.port.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { type FramesAnswer, framePrintsHeld, framesAnswer, printsOfItem } from "../reads/copies/frame-prints-held.ts";
import type { JobBoard } from "./job-board.ts";

type Doing = "reading" | "indexing" | "searching";

/** A file that need not be in the case, or a moment of an item. */
export type FrameQuestion = ({ readonly file: string } | { readonly item: ItemId; readonly atSec: number }) & { readonly radius: number };

/** "stopped": by a person; asking again begins anew. */
export type FinderState =
  | { readonly state: "working"; readonly done: number; readonly doing: Doing }
  | { readonly state: "stopped" }
  | { readonly state: "done"; readonly answer: FramesAnswer };

export interface FrameFinder {
  /** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID; undefined when `signal` ended it. */
  find(
    question: FrameQuestion,
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, doing: Doing) => void },
  ): Promise<FramesAnswer | undefined>;
  /** Begins, or says how far it is; an answer or an error is given once. Waits a moment for short work. */
  ask(question: { readonly item: ItemId; readonly atSec: number; readonly radius: number }): Promise<FinderState>;
  stop(): Promise<void>;
}

export interface FrameFinderParts {
  readonly reader: CaseReader;
  readonly viewer: Viewer;
  readonly board: JobBoard;
  readonly search: FrameSearch;
  readonly pathOf: (object: Digest) => string;
}

/** Answers that nobody fetched. */
const mostKept = 20;
const shortWorkMs = 1500;

interface Underway {
  done: number;
  doing: Doing;
  readonly id: string;
  readonly end: Promise<FinderState | CaseError>;
}

export function createFrameFinder({ reader, viewer, board, search, pathOf }: FrameFinderParts): FrameFinder {
  const underway = new Map<string, Underway>();

  const find: FrameFinder["find"] = async (question, control) => {
    const held = await framePrintsHeld(reader, viewer, pathOf);
    const within = "item" in question ? question.item : undefined;
    const query: FrameQuery = "file" in question ? question : { ...printsOfItem(held, question.item), atSec: question.atSec };
    const found = await search.find({ known: held.printed, query, radius: question.radius }, control);
    return found === undefined ? undefined : framesAnswer(reader, held, found, { radius: question.radius, within });
  };

  function begin(question: { readonly item: ItemId; readonly atSec: number; readonly radius: number }): Underway {
    let ended: FinderState | CaseError = { state: "stopped" };
    const { id, ended: whenEnded } = board.start({
      name: "find-frames",
      item: question.item,
      async run({ signal, report }) {
        try {
          const answer = await find(question, {
            signal,
            onProgress(done, doing) {
              Object.assign(own, { done, doing });
              report(done);
            },
          });
          if (answer !== undefined) ended = { state: "done", answer };
          return { state: "done" };
        } catch (error) {
          if (!(error instanceof CaseError)) throw error;
          ended = error;
          return { state: "failed", reason: error.message };
        }
      },
    });
    const end = whenEnded.then(({ state, reason }) => {
      if (state === "failed" && !(ended instanceof Error)) throw new Error(reason);
      return ended;
    });
    // Whoever asks next hears of it.
    end.catch(() => undefined);
    const own: Underway = { done: 0, doing: "indexing", id, end };
    return own;
  }

  return {
    find,
    async ask(question) {
      const key = `${question.item} ${question.atSec} ${question.radius}`;
      const own = underway.get(key) ?? begin(question);
      underway.delete(key);
      underway.set(key, own);
      const [oldest] = underway;
      if (underway.size > mostKept && oldest !== undefined) {
        underway.delete(oldest[0]);
        board.cancel(oldest[1].id);
      }
      const given = () => {
        if (underway.get(key) === own) underway.delete(key);
      };
      let timer: ReturnType<typeof setTimeout> | undefined;
      try {
        const moment = new Promise<undefined>((resolve) => {
          timer = setTimeout(() => resolve(undefined), shortWorkMs);
        });
        const end = await Promise.race([own.end, moment]);
        if (end === undefined) return { state: "working", done: own.done, doing: own.doing };
        given();
        if (end instanceof Error) throw end;
        return end;
      } catch (error) {
        given();
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    async stop() {
      const all = [...underway.values()];
      for (const { id } of all) board.cancel(id);
      await Promise.allSettled(all.map(({ end }) => end));
    },
  };
}
