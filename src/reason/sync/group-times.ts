/**
 * When the clips of a group were, by what is stated of any of them: asked of the time reasoner, so that clocks that cannot all be right come
 * out as its smallest conflicting sets.
 */
import { answerTime } from "../time/answer-time.ts";
import type { TimeProblem, TimeStatement } from "../time/time-problem.ts";
import type { GroupTimes, PlacedClip, SyncGroup } from "./sync-answer.ts";
import type { ClipTime, SyncClip } from "./sync-problem.ts";
import { timeStatements } from "./time-statements.ts";

const dayMs = 86_400_000;
/** Days are written with four digits of the year. */
const [firstMs, lastMs] = [Date.parse("0001-01-02T00:00:00Z"), Date.parse("9999-12-30T00:00:00Z")];

export function groupTimes(
  group: Pick<SyncGroup, "reference" | "clips">,
  clips: readonly SyncClip[],
  times: readonly ClipTime[],
  ratePpm: number,
): GroupTimes {
  const placed = new Map(group.clips.map((one) => [one.clip, one]));
  const own = new Map(clips.map((one) => [one.id, one]));
  const stated = times.filter(({ clip }) => placed.has(clip));
  if (stated.length === 0) return { state: "nothing-stated" };
  const bounds = stated.map((time) => boundOf(time, own.get(time.clip) as SyncClip, placed.get(time.clip) as PlacedClip, ratePpm));
  const problem: TimeProblem = {
    events: group.clips.map(({ clip }) => clip),
    horizon: horizonOf(bounds, group.clips),
    statements: [...bounds, ...timeStatements(group, (clip) => clip, ratePpm)],
  };
  const answer = answerTime(problem);
  if ("perZone" in answer) throw new TypeError("expected no open zone: bounds are in UTC");
  if (!answer.consistent)
    return {
      state: "conflict",
      conflicts: answer.conflicts.map(({ members, gapSeconds }) => ({ members, gapSeconds })),
      allConflictsFound: answer.allConflictsFound,
    };
  return {
    state: "known",
    clips: group.clips.map((one) => {
      const windows = answer.windows[one.clip] as readonly (readonly [string, string])[];
      const open = answer.open[one.clip] ?? [];
      const cutBy = answer.cutBy[one.clip];
      const notBefore = open.includes("earlier") ? null : (windows[0]?.[0] ?? null);
      const notAfter = open.includes("later") ? null : (windows.at(-1)?.[1] ?? null);
      const lasts = one.end.value - one.start.value;
      const give = rateError(one, lasts, ratePpm);
      return {
        clip: one.clip,
        start: { notBefore, notAfter },
        end: {
          notBefore: notBefore === null ? null : shifted(notBefore, lasts - give, Math.floor),
          notAfter: notAfter === null ? null : shifted(notAfter, lasts + give, Math.ceil),
        },
        earliestBy: cutBy?.earliest ?? [],
        latestBy: cutBy?.latest ?? [],
      };
    }),
  };
}

/** What is stated of a moment of a clip, of its beginning. */
function boundOf(time: ClipTime, { startS }: SyncClip, one: PlacedClip, ratePpm: number): Extract<TimeStatement, { kind: "bound" }> {
  const { id, clip, atS, notBefore, notAfter, source, grade, basis, cites } = time;
  const rate = one.rate === "not-measured" ? 1 : 1 + one.rate.ppm * 1e-6;
  const back = (atS - startS) * rate;
  const give = rateError(one, atS - startS, ratePpm);
  return {
    id,
    kind: "bound",
    event: clip,
    ...(notBefore === undefined ? {} : { notBefore: shifted(notBefore, -back - give, Math.floor) }),
    ...(notAfter === undefined ? {} : { notAfter: shifted(notAfter, -back + give, Math.ceil) }),
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade }),
    ...(basis === undefined ? {} : { basis }),
    ...(cites === undefined ? {} : { cites }),
  };
}

/** How far a stretch of a clip may be longer or shorter in true time. */
function rateError({ rate }: PlacedClip, seconds: number, ratePpm: number): number {
  return Math.abs(seconds) * 1e-6 * (rate === "not-measured" ? ratePpm : ratePpm + rate.plusMinusPpm);
}

function shifted(instant: string, seconds: number, whole: (ms: number) => number): string {
  return new Date(Math.min(Math.max(whole(Date.parse(instant) + seconds * 1000), firstMs), lastMs)).toISOString();
}

/** Days that hold every moment, with room on the side where nothing is stated. */
function horizonOf(bounds: readonly Extract<TimeStatement, { kind: "bound" }>[], clips: readonly PlacedClip[]): [string, string] {
  const moments = bounds
    .flatMap(({ notBefore, notAfter }) => [notBefore, notAfter])
    .flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
  const starts = clips.map(({ start }) => start.value);
  const room = Math.max(...starts.map((one) => Math.abs(one)), ...clips.map(({ start }) => start.plusMinus)) * 4000 + 3 * dayMs;
  const day = (at: number) => new Date(Math.min(Math.max(at, firstMs), lastMs)).toISOString().slice(0, 10);
  return [day(Math.min(...moments) - room), day(Math.max(...moments) + room)];
}
