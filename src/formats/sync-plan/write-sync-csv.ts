/**
 * A plan of recordings on their clocks as CSV: a row a recording, those that stand apart last, with why. Errors are 95 % half-widths. Pairs and
 * loops one by one are not in it: of what does not fit or is not checked every row says which pairs.
 */
import type { ClipOnClock, PlannedClip, PlannedGroup, PlanWindow, SyncPlan } from "../../core/sync/sync-plan.ts";
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
  "rate_measured",
  "rate_ppm",
  "rate_plus_minus_95_ppm",
  "start_on_clock_s",
  "start_plus_minus_95_s",
  "end_on_clock_s",
  "end_plus_minus_95_s",
  "by_sound_alone_at_most_s",
  "rests_on_unchecked_pairs",
  "group_is_without_pairs",
  "group_has_one_wrong_or_sound_way_of",
  "same_sound_as",
  "utc_start_not_before",
  "utc_start_not_after",
  "utc_end_not_before",
  "utc_end_not_after",
  "apart_because",
  "same_recording_as",
  "not_to_be_published",
] as const;

export function writeSyncCsv({ groups, apart }: SyncPlan): string {
  return writeCsv([
    head,
    ...groups.flatMap((group) =>
      group.clips.map((clip) => [group.id, group.state, group.reference, ...ofClip(clip), ...ofClock(clip, group), "", ...ofItem(clip)]),
    ),
    ...apart.map(({ clip, why }) => ["", "", "", ...ofClip(clip), ...Array.from({ length: clockCells }, () => ""), why, ...ofItem(clip)]),
  ]);
}

const clockCells = head.indexOf("apart_because") - head.indexOf("offset_s");
/** Between the names of pairs and clips, and between lists of them. */
const [between, betweenLists] = [" | ", " ; "];

function ofItem({ sameRecordingAs, notToBePublished }: PlannedClip): string[] {
  return [sameRecordingAs.join(between), notToBePublished ?? ""];
}

function ofClip({ id, label, item, file, object, startS, endS }: PlannedClip): string[] {
  return [id, label, item ?? "", file ?? "", object ?? "", seconds(startS), seconds(endS)];
}

function ofClock(clip: ClipOnClock, { leftOut, oneOf }: PlannedGroup): string[] {
  const { offset, knownBestAtS, ratePpm, start, end, bySoundAtMostS, restsOnUnchecked, sameSoundAs, utcStart, utcEnd } = clip;
  return [
    ...[offset.value, offset.plusMinus, knownBestAtS].map(seconds),
    ...(ratePpm === null ? ["no", "", ""] : ["yes", String(ratePpm.value), String(ratePpm.plusMinus)]),
    ...[start.value, start.plusMinus, end.value, end.plusMinus].map(seconds),
    bySoundAtMostS === null ? "" : seconds(bySoundAtMostS),
    restsOnUnchecked.join(between),
    leftOut.map(({ pair, why }) => `${pair} (${why})`).join(between),
    oneOf.map((list) => list.join(between)).join(betweenLists),
    sameSoundAs.join(between),
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
