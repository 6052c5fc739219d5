/** The clips of a report on their common clock, as the plan that OpenTimelineIO is written from. */
import type { ClipOnClock, PlannedClip, SyncPlan } from "../../core/sync/sync-plan.ts";
import type { ReportItem } from "../../core/report/report-item.ts";
import type { ReportModel } from "../../core/report/report.ts";

/** Undefined where no clip stands on the clock. */
export function syncPlanOf({ sync, items, edition }: ReportModel): SyncPlan | undefined {
  if (sync === null) return undefined;
  const byName = new Map(items.map((item) => [item.item, item]));
  const clips = sync.clips.map((clip) => ({ clip, planned: plannedOf(clip.item, byName.get(clip.item)) }));
  const on = clips.flatMap(({ clip, planned }): ClipOnClock[] => {
    if (clip.fromS === null || clip.toS === null) return [];
    const plusMinus = clip.plusMinusS ?? 0;
    return [
      {
        ...planned,
        endS: clip.toS - clip.fromS,
        offset: { value: clip.fromS, plusMinus },
        knownBestAtS: 0,
        ratePpm: null,
        start: { value: clip.fromS, plusMinus },
        end: { value: clip.toS, plusMinus },
        bySoundAtMostS: null,
        restsOnUnchecked: [],
        sameSoundAs: [],
        utcStart: null,
        utcEnd: null,
      },
    ];
  });
  if (on.length === 0) return undefined;
  return {
    title: edition.title,
    writtenBy: edition.program,
    groups: [
      {
        id: "clock 1",
        state: "as the report states it",
        reference: sync.reference,
        clips: on,
        leftOut: [],
        oneOf: [],
        about: { of: sync.of, says: [...sync.says] },
      },
    ],
    apart: clips
      .filter(({ clip }) => clip.fromS === null || clip.toS === null)
      .map(({ planned }) => ({ clip: planned, why: "no offset joins it to the others" })),
    metadata: { edition: `${edition.id} version ${edition.version}` },
  };
}

/** Thousandths of a second: a report states seconds, and not what a file counts in. */
function plannedOf(item: string, found: ReportItem | undefined): PlannedClip {
  const whole = found?.files.find(({ sort, range }) => (sort === "full" || sort === "redacted") && range === null);
  return {
    id: item,
    label: found?.label ?? item,
    item,
    object: found?.object ?? null,
    // Beside the folder of exports.
    file: whole === undefined ? null : `../${whole.path}`,
    picture: found?.kind !== "audio",
    sound: true,
    startS: 0,
    endS: found?.durationS ?? 0,
    rate: { of: "ticks", numerator: 1000, denominator: 1 },
    marks: [],
    sameRecordingAs: [],
    notToBePublished: null,
  };
}
