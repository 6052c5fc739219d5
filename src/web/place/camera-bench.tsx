/**
 * The camera part of the place bench: a sheet of pairs, each a mark on the frame and the same number on the map, and at once where the
 * camera stood by them. The sheet is the problem that is kept, so that opening it again shows the same marks on the same frame.
 */
import { useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import type { Position } from "../../core/place/region.ts";
import type { CameraAnswer } from "../../reason/camera/camera-answer.ts";
import { CameraProblem } from "../../reason/camera/camera-problem.ts";
import type { SolverAnswer } from "../solver/ask-solver.ts";
import { useSolver } from "../solver/use-solver.ts";
import type { BenchPort, MapPart } from "./bench-port.ts";
import { type CameraDraft, cameraDraftOf, type DraftPair, emptyCameraDraft, freshPair, hasMarks, nextNumber } from "./camera-draft.ts";
import { cameraProblemOf, type MadeProblem } from "./camera-problem-of.ts";
import { cameraShapes } from "./camera-shapes.ts";
import { type DraftHistory, useDraft } from "./use-draft.ts";

/** What the next press is for. */
export interface Marking {
  readonly of: "pair" | "near" | "far" | "expected" | "horizon";
  /** Of the horizon 0: it has two ends and no number. */
  readonly number: number;
  readonly on: "frame" | "map";
}

export interface CameraBench extends MapPart {
  readonly port: BenchPort;
  readonly kept: InferenceDetail | undefined;
  readonly history: DraftHistory<CameraDraft>;
  readonly made: MadeProblem;
  readonly answer: SolverAnswer<CameraAnswer> | undefined;
  /** Of the sheet as it stands; undefined while it cannot be solved. */
  readonly solved: CameraAnswer | undefined;
  readonly busy: boolean;
  readonly marking: Marking | undefined;
  mark(marking: Marking | undefined): void;
  /** Number of what is worked on. */
  readonly chosen: number | undefined;
  choose(number: number | undefined): void;
  addPair(): void;
  changePair(number: number, change: Partial<DraftPair>, step?: string): void;
  /** The frame on the screen. */
  readonly shown: FrameRef | undefined;
  setShown(frame: FrameRef | undefined): void;
  /** A press on the frame. */
  pressFrame(at: FramePoint): void;
}

/** Called always, whether the camera's tab is open or not: its marks stay on the map. `kept`: an inference of sort "camera". */
export function useCameraBench(port: BenchPort, kept: InferenceDetail | undefined): CameraBench {
  const history = useDraft<CameraDraft>(`camera ${kept?.inference.id ?? "new"}`, () => started(kept));
  const { draft, change } = history;
  const [marking, mark] = useState<Marking>();
  const [chosen, choose] = useState<number>();
  const [shown, setShown] = useState<FrameRef>();
  const made = cameraProblemOf(draft);
  const { answer, busy } = useSolver<CameraAnswer>("camera", made.problem);
  const solved = made.problem !== undefined && answer?.state === "solved" ? answer.answer : undefined;

  const changePair: CameraBench["changePair"] = (number, by, step) =>
    change(
      (now) => ({
        ...now,
        // The first mark binds the sheet to its frame, pressed or typed.
        ...(by.at === undefined || hasMarks(now) ? {} : { frame: shown }),
        pairs: now.pairs.map((pair) => (pair.number === number ? { ...pair, ...by } : pair)),
      }),
      step,
    );
  const setPlace = (of: Marking["of"], number: number, at: Position, step?: string): void => {
    // Six digits: a tenth of a metre, finer than any map.
    const place = `${at.lat.toFixed(6)}, ${at.lon.toFixed(6)}`;
    if (of === "pair") return changePair(number, { place }, step);
    change((now) => {
      if (of === "expected") return { ...now, expected: now.expected.map((one) => (one.number === number ? { ...one, place } : one)) };
      return { ...now, transits: now.transits.map((one) => (one.number === number ? { ...one, [of]: place } : one)) };
    }, step);
  };
  const addPair = (): void => {
    const number = nextNumber(draft);
    change((now) => ({ ...now, pairs: [...now.pairs, freshPair(number, now.pairs.at(-1))] }));
    choose(number);
    mark({ of: "pair", number, on: "frame" });
  };
  const pressFrame = (at: FramePoint): void => {
    if (shown === undefined || marking?.on !== "frame") return;
    const { number } = marking;
    const rounded = { x: Math.round(at.x * 10) / 10, y: Math.round(at.y * 10) / 10 };
    if (marking.of === "horizon") {
      const end = draft.horizon.a === undefined || draft.horizon.b !== undefined ? "a" : "b";
      const others = end === "a" ? { b: undefined } : {};
      change((now) => ({ ...now, frame: hasMarks(now) ? now.frame : shown, horizon: { ...now.horizon, ...others, [end]: rounded } }));
      if (end === "b") mark(undefined);
      return;
    }
    change((now) => ({
      ...now,
      frame: hasMarks(now) ? now.frame : shown,
      pairs: now.pairs.map((pair) => (pair.number === number ? { ...pair, at: rounded } : pair)),
    }));
    // The other half of a new pair is next.
    const pair = draft.pairs.find((one) => one.number === number);
    mark(pair?.place.trim() === "" ? { of: "pair", number, on: "map" } : undefined);
  };
  const pressMap = (at: Position): void => {
    if (marking?.on !== "map") return;
    setPlace(marking.of, marking.number, at);
    mark(marking.of === "near" ? { ...marking, of: "far" } : undefined);
  };
  return {
    ...{ port, kept, history, made, answer, solved, busy, marking, mark, chosen, choose, addPair, changePair, shown, setShown, pressFrame },
    shapes: cameraShapes(draft, solved, chosen),
    onPoint: marking?.on === "map" ? pressMap : undefined,
    onPressShape(key) {
      const number = numberIn(key);
      if (number === undefined) return;
      choose(number);
      port.openTab("camera");
    },
    onMovePoint(key, at) {
      const [, of, number] = /^camera (pair|expected) (\d+)$/.exec(key) ?? [];
      if (of !== "pair" && of !== "expected") return;
      setPlace(of, Number(number), at, key);
      choose(Number(number));
    },
  };
}

function numberIn(key: string): number | undefined {
  const number = /^camera (?:pair|expected|transit) (\d+)$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}

function started(kept: InferenceDetail | undefined): CameraDraft {
  if (kept === undefined || kept.inference.sort !== "camera") return emptyCameraDraft;
  const read = CameraProblem.safeParse(kept.problem);
  return read.success ? cameraDraftOf(read.data) : emptyCameraDraft;
}
