/** A plan of recordings on their clocks as CSV: a row a recording, those that stand apart last, with why. Errors are 95 % half-widths. */
import type { ClipOnClock, PlannedClip, PlanWindow, SyncPlan } from "../../core/sync/sync-plan.ts";
import { writeCsv } from "../csv-out/write-csv.ts";

const head = [
  "group",
  "state",
  "reference",
  "clip",
  "label",
  "item",
  "file",
  "object",
  "item_start_s",
  "item_end_s",
  "offset_s",
  "offset_plus_minus_95_s",
  "offset_known_best_at_item_s",
  "rate_ppm",
  "rate_plus_minus_95_ppm",
  "start_on_clock_s",
  "start_plus_minus_95_s",
  "end_on_clock_s",
  "end_plus_minus_95_s",
  "by_sound_alone_at_most_s",
  "utc_start_not_before",
  "utc_start_not_after",
  "utc_end_not_before",
  "utc_end_not_after",
  "apart_because",
] as const;

export function writeSyncCsv({ groups, apart }: SyncPlan): string {
  return writeCsv([
    head,
    ...groups.flatMap(({ id, state, reference, clips }) =>
      clips.map((clip) => [id, state, reference, ...ofClip(clip), ...ofClock(clip), ""]),
    ),
    ...apart.map(({ clip, why }) => ["", "", "", ...ofClip(clip), ...Array.from({ length: 14 }, () => ""), why]),
  ]);
}

function ofClip({ id, label, item, file, object, startS, endS }: PlannedClip): string[] {
  return [id, label, item ?? "", file ?? "", object ?? "", seconds(startS), seconds(endS)];
}

function ofClock({ offset, knownBestAtS, ratePpm, start, end, bySoundAtMostS, utcStart, utcEnd }: ClipOnClock): string[] {
  return [
    ...[offset.value, offset.plusMinus, knownBestAtS].map(seconds),
    ...(ratePpm === null ? ["not measured", ""] : [String(ratePpm.value), String(ratePpm.plusMinus)]),
    ...[start.value, start.plusMinus, end.value, end.plusMinus].map(seconds),
    bySoundAtMostS === null ? "" : seconds(bySoundAtMostS),
    ...windowOf(utcStart),
    ...windowOf(utcEnd),
  ];
}

function windowOf(window: PlanWindow | null): string[] {
  return [window?.notBefore ?? "", window?.notAfter ?? ""];
}

/** Never as 1e-7, which sheets read as they like. */
function seconds(value: number): string {
  return value.toFixed(6);
}
