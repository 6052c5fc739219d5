/** An inference as a report walks through it: the problem and the answer as they were kept, told by its reasoner's own words. */
import type { Digest } from "../../core/hash/digest.ts";
import type { EventId } from "../../core/event/event.ts";
import type { InferenceSort } from "../../core/inference/inference.ts";
import type { CameraAnswer } from "../../reason/camera/camera-answer.ts";
import { CameraProblem } from "../../reason/camera/camera-problem.ts";
import type { PlaceAnswer } from "../../reason/place/place-answer.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import type { SunAnswer } from "../../reason/sun/sun-answer.ts";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import type { SyncAnswer } from "../../reason/sync/sync-answer.ts";
import { SyncProblem } from "../../reason/sync/sync-problem.ts";
import type { TimeAnswer } from "../../reason/time/answer-time.ts";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { computedCamera } from "./computed/camera.ts";
import { type Computed, nothingComputed } from "./computed/computed.ts";
import { computedPlace } from "./computed/place.ts";
import { computedSun } from "./computed/sun.ts";
import { computedSync, syncStripOf } from "./computed/sync.ts";
import { computedTime } from "./computed/time.ts";
import type { FrameClock } from "./frame-seconds.ts";
import { noDetail, type RecordDetail } from "./record-detail.ts";
import type { ReadLine } from "./entry-lines.ts";

type Kept = ReadLine<"inference.kept">["data"];

export async function detailOfInference(reader: CaseReader, clock: FrameClock, data: Kept): Promise<RecordDetail> {
  const { inference, sort, problem, answer, solver, items, about } = data;
  const held = await Promise.all([problem, answer].map((object) => heldJson(reader, object)));
  const computed = held[0] === undefined || held[1] === undefined ? undefined : computedOf(sort, held[0], held[1]);
  const { frame, marks, rests, windows, places, ...words } = computed ?? {
    ...nothingComputed,
    answered: ["The problem or the answer is not in this copy."],
  };
  const event = about?.startsWith("e") === true ? (about as EventId) : null;
  const at = frame?.frame === null || frame === null ? undefined : await clock.secondsOf(frame.item, frame.frame);
  return {
    ...noDetail,
    measurements: words.measurements,
    computation: {
      ...{ sort, solver: `${solver.name} ${solver.version}`, problem, answer },
      ...{ told: words.told, answered: words.answered, alternatives: words.alternatives },
      again: `witnessmark ${sort} PROBLEM.json   (PROBLEM.json: the object ${problem})`,
    },
    marks:
      frame === null || !/^i[0-9]+$/.test(frame.item)
        ? []
        : marks.map(({ box, says }) => ({
            ...{ item: frame.item as `i${string}`, box, quote: null, says },
            range: at === undefined ? null : { fromS: at, toS: at },
          })),
    exhibits:
      frame === null || frame === undefined || !/^i[0-9]+$/.test(frame.item)
        ? []
        : [
            {
              ...{ item: frame.item as `i${string}`, box: null, still: null },
              range: at === undefined ? null : { fromS: at, toS: at },
              frames: null,
            },
          ],
    restsOn: [...new Set([...items, ...rests, ...(about === null ? [] : [about])])],
    places: places.map((one) => ({ ...one, about })),
    windows: windows.map((one) => ({ ...one, ...eventOfWindow(one, windows, { inference, about: event }) })),
    sync: sort === "sync" && computed !== undefined ? syncStripOf(inference, SyncProblem.parse(held[0]), held[1] as SyncAnswer) : null,
  };
}

/** What an inference is about is one event: of a problem with several only those that name their record are told as events of the case. */
export function eventOfWindow(
  { event, title }: Computed["windows"][number],
  all: Computed["windows"],
  { inference, about }: { readonly inference: string; readonly about: EventId | null },
): { event: EventId | null; title: string } {
  if (event?.startsWith("e") === true) return { event: event as EventId, title };
  const isOnly = new Set(all.map((one) => one.title)).size === 1;
  return isOnly ? { event: about, title } : { event: null, title: `${title} (${inference})` };
}

/** Undefined for a problem that this version does not read: kept by a newer one. */
function computedOf(sort: InferenceSort, problem: unknown, answer: unknown): Computed | undefined {
  switch (sort) {
    case "time":
      return read(TimeProblem, problem, (one) => computedTime(one, answer as TimeAnswer));
    case "sun":
      return read(SunProblem, problem, (one) => computedSun(one, answer as SunAnswer));
    case "place":
      return read(PlaceProblem, problem, (one) => computedPlace(one, answer as PlaceAnswer));
    case "camera":
      return read(CameraProblem, problem, (one) => computedCamera(one, answer as CameraAnswer));
    case "sync":
      return read(SyncProblem, problem, (one) => computedSync(one, answer as SyncAnswer));
  }
}

function read<P>(
  schema: { safeParse(value: unknown): { data?: P } },
  problem: unknown,
  tell: (problem: P) => Computed,
): Computed | undefined {
  const { data } = schema.safeParse(problem);
  return data === undefined ? undefined : tell(data);
}

async function heldJson({ vault }: CaseReader, object: Digest): Promise<unknown> {
  return (await vault.has(object)) ? readJson(vault, object) : undefined;
}
