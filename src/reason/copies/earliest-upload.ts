/**
 * The earliest known upload of a group: the oldest one that anybody here has seen, and so a bound. What is shown was filmed at or
 * before it. It is no statement of who was first: an older upload may be somewhere else.
 *
 * A stated time is an interval. What surely holds is its latest instant: words without a zone bound filming by the clock of the
 * place where it is latest (UTC-12). A message that was edited keeps its date, and what it carries may have come with the edit:
 * until somebody accepted the post as showing this content from the beginning, the edit bounds it.
 */
import { timesOfPosting } from "../../core/copies/times-of-posting.ts";
import { uploadKey, type UploadSource } from "../../core/copies/upload.ts";
import type { ItemId } from "../../core/item/item.ts";
import { compareInstants } from "../../core/time/compare-instants.ts";
import type { TimeClaim, UtcInstant } from "../../core/time/time-claim.ts";

export interface Upload {
  readonly item: ItemId;
  readonly by: UploadSource;
  readonly time: TimeClaim;
  /** When the post was edited last; null where it was not, or nothing says. */
  readonly edited: TimeClaim | null;
  /** By a person; null where nobody judged it. */
  readonly judged: "accepted" | "rejected" | null;
  /** "recorded": what said so is not in the case any more, and a line of the ledger says that it was seen. */
  readonly seen: "now" | "recorded";
}

export interface Bound {
  readonly upload: Upload;
  /** Filmed at or before this instant. */
  readonly atOrBefore: UtcInstant;
  readonly rests: "posted" | "edited";
}

export interface EarliestUpload {
  readonly bound: Bound | null;
  /** Uploads that may be earlier than the bound and need not be. */
  readonly maybeEarlier: readonly Upload[];
}

/** Undefined for what bounds nothing: rejected by a person, or the time of something else. */
export function boundOf(upload: Upload): Bound | undefined {
  if (upload.judged === "rejected" || !timesOfPosting.has(upload.time.means)) return undefined;
  const { edited, judged, time } = upload;
  const byEdit = edited !== null && judged !== "accepted" && compareInstants(edited.latest, time.latest) > 0;
  return byEdit ? { upload, atOrBefore: edited.latest, rests: "edited" } : { upload, atOrBefore: time.latest, rests: "posted" };
}

export function earliestUpload(uploads: readonly Upload[]): EarliestUpload {
  const bounds = uploads.flatMap((upload) => boundOf(upload) ?? []).toSorted(inOrder);
  const bound = bounds[0] ?? null;
  const maybeEarlier =
    bound === null
      ? []
      : bounds.slice(1).flatMap(({ upload }) => (compareInstants(upload.time.earliest, bound.atOrBefore) < 0 ? [upload] : []));
  return { bound, maybeEarlier };
}

/** By instant; of the same instant, the one that allows less, then by name, so that the answer is the same in every case. */
function inOrder(one: Bound, other: Bound): number {
  return (
    compareInstants(one.atOrBefore, other.atOrBefore) ||
    -compareInstants(one.upload.time.earliest, other.upload.time.earliest) ||
    Number(one.upload.seen === "recorded") - Number(other.upload.seen === "recorded") ||
    Number(one.upload.item.slice(1)) - Number(other.upload.item.slice(1)) ||
    (keyOf(one.upload) < keyOf(other.upload) ? -1 : 1)
  );
}

export function keyOf({ item, by, time }: Pick<Upload, "item" | "by" | "time">): string {
  return uploadKey(item, by, time);
}

/** What a time without a zone would be in some of them, so that nobody reads the bound as the only one. Empty where the zone is known. */
export function readingsOf({ zone, latest }: TimeClaim): { readonly zone: string; readonly atOrBefore: UtcInstant }[] {
  if (zone.state !== "unknown") return [];
  const latestMs = Date.parse(latest);
  return [14, 3, 0, -5, -12].map((hours) => ({
    zone: hours === 0 ? "UTC" : `UTC${hours > 0 ? "+" : "-"}${Math.abs(hours)}`,
    atOrBefore: new Date(latestMs - (hours + 12) * 3_600_000).toISOString().replace(/\.000Z$/, "Z"),
  }));
}
