/** A sync problem and its answer as a plan for other programs. What conditions say of the items is asked before this. */
import type { Json } from "../core/json/canonical-json.ts";
import type { ClipOnClock, PlannedClip, PlannedGroup, SyncPlan } from "../core/sync/sync-plan.ts";
import { writeOtio } from "../formats/otio/write-otio.ts";
import { writeSyncCsv } from "../formats/sync-plan/write-sync-csv.ts";
import type { ApartClip, PlacedClip, SyncAnswer, SyncGroup } from "../reason/sync/sync-answer.ts";
import type { SyncClip, SyncPair, SyncProblem } from "../reason/sync/sync-problem.ts";

export type SyncPlanFormat = "otio" | "csv";

export interface AboutPlan {
  readonly title: string;
  /** Program and version. */
  readonly writtenBy: string;
  /** What else stands in the file, where its format has room. */
  readonly metadata?: { readonly [name: string]: Json };
  /** Of items, for formats that have room for no metadata. */
  readonly sameRecordings?: readonly { readonly item: string; readonly as: string }[];
  readonly notToBePublished?: readonly { readonly item: string; readonly why: string }[];
}

/** `answer`: of that problem. */
export function writeSyncPlan(format: SyncPlanFormat, problem: SyncProblem, answer: SyncAnswer, about: AboutPlan): string {
  const plan = planOf(problem, answer, about);
  return format === "otio" ? writeOtio(plan) : writeSyncCsv(plan);
}

function planOf(problem: SyncProblem, answer: SyncAnswer, about: AboutPlan): SyncPlan {
  const { title, writtenBy, metadata = {} } = about;
  const marks = marksOf(problem.pairs);
  const clips = new Map(problem.clips.map((clip) => [clip.id, plannedClip(clip, marks.get(clip.id) ?? [], about)]));
  return {
    title,
    writtenBy,
    metadata,
    groups: answer.groups.map((group) => plannedGroup(group, clips, answer)),
    apart: answer.apart.map((one) => ({ clip: clips.get(one.clip) as PlannedClip, why: whyApart(one) })),
  };
}

/** Files that say nothing of how they count are placed to a millionth. */
const microseconds = { of: "ticks", numerator: 1_000_000, denominator: 1 } as const;

function plannedClip(
  { id, label, item, file, object, startS, endS, rate, has }: SyncClip,
  marks: PlannedClip["marks"],
  { sameRecordings = [], notToBePublished = [] }: AboutPlan,
): PlannedClip {
  return {
    id,
    label,
    item: item ?? null,
    object: object ?? null,
    file: file ?? null,
    picture: has?.includes("picture") ?? rate?.of !== "samples",
    sound: has?.includes("sound") ?? true,
    startS,
    endS,
    rate: rate ?? microseconds,
    marks,
    sameRecordingAs: sameRecordings.flatMap((same) => (same.item === item ? [same.as] : [])),
    notToBePublished: notToBePublished.find((one) => one.item === item)?.why ?? null,
  };
}

/** A mark over several recordings is a pair with each of them: told once a clip. */
function marksOf(pairs: readonly SyncPair[]): Map<string, PlannedClip["marks"]> {
  const found = new Map<string, Map<string, PlannedClip["marks"][number]>>();
  for (const { id, a, b, channel, at, plusMinusS, judged, cites } of pairs) {
    if (channel !== "marks" || at === undefined || judged === "rejected") continue;
    for (const [clip, atS] of [[a, at.a] as const, [b, at.b] as const]) {
      const name = cites?.[0] ?? id;
      const marks = found.get(clip) ?? new Map<string, PlannedClip["marks"][number]>();
      if (!marks.has(`${name} ${atS}`)) marks.set(`${name} ${atS}`, { name, atS, plusMinusS });
      found.set(clip, marks);
    }
  }
  return new Map([...found].map(([clip, marks]) => [clip, [...marks.values()]]));
}

function plannedGroup(group: SyncGroup, clips: ReadonlyMap<string, PlannedClip>, { used }: SyncAnswer): PlannedGroup {
  const { id, state, reference, closure, outliers, soundWays, oneOf, oneOfMayBeSound, unchecked, parts, errorScale } = group;
  return {
    id,
    state,
    reference,
    clips: group.clips.map((placed) => onClock(clips.get(placed.clip) as PlannedClip, placed, group)),
    leftOut: [
      ...outliers.map((pair) => ({ pair, why: "wrong" as const })),
      ...soundWays.map((pair) => ({ pair, why: "may be the way of sound" as const })),
    ],
    oneOf,
    about: {
      closure: { ...closure },
      outliers: [...outliers],
      soundWays: [...soundWays],
      oneOf: oneOf.map((list) => [...list]),
      oneOfMayBeSound: [...oneOfMayBeSound],
      unchecked: [...unchecked],
      parts: parts.map((part) => [...part]),
      errorScale,
      used: { ...used, speedOfSound: { ...used.speedOfSound } },
      times: group.absolute.state,
    },
  };
}

function onClock(
  clip: PlannedClip,
  { offsetS, plusMinusS, at, rate, start, end, bySound, restsOnUnchecked, sameSoundAs }: PlacedClip,
  { absolute }: SyncGroup,
): ClipOnClock {
  const times = absolute.state === "known" ? absolute.clips.find((one) => one.clip === clip.id) : undefined;
  return {
    ...clip,
    offset: { value: offsetS, plusMinus: plusMinusS },
    knownBestAtS: at.item,
    ratePpm: rate === "not-measured" ? null : { value: rate.ppm, plusMinus: rate.plusMinusPpm },
    start,
    end,
    bySoundAtMostS: bySound?.atMostS ?? null,
    restsOnUnchecked,
    sameSoundAs,
    utcStart: times?.start ?? null,
    utcEnd: times?.end ?? null,
  };
}

function whyApart({ why, refused }: ApartClip): string {
  return [why, ...refused.map(({ channel, reason, times }) => `${channel} ${reason} ${times}`)].join("; ");
}
