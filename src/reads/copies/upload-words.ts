/** Times of posting in plain sentences. */
import type { UploadSource } from "../../core/copies/upload.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { type EarliestUpload, type Upload } from "../../reason/copies/earliest-upload.ts";

/** What says so: "a post in i7". */
export function sourceWords(by: UploadSource): string {
  switch (by.of) {
    case "post":
      return `a post in ${by.export}`;
    case "post-number":
      return `the number of a post in ${by.export}`;
    case "link":
      return `the number of the post that ${by.link} names`;
    case "row":
      return `row ${by.row} of ${by.import}`;
    case "statement":
      return `statement ${by.time}`;
  }
}

/** "2022-03-30T05:40:00Z", or the interval with why it is one. */
export function timeWords({ earliest, latest, zone }: TimeClaim): string {
  if (earliest === latest) return earliest;
  const why = zone.state === "unknown" ? `, no zone stated: ${zone.reading}` : "";
  return `between ${earliest} and ${latest}${why}`;
}

function uploadWords({ item, by, time }: Upload): string {
  return `${item}, by ${sourceWords(by)}: ${timeWords(time)} (${time.basis})`;
}

/** Uploads that may be older, told one by one; a chat may re-post without a zone for ever. */
const mostTold = 20;

/** Of a copy, seconds that the one which was out earliest does not hold; "cannot-be-told" where the two are not matched themselves. */
export interface Unbounded {
  readonly item: string;
  readonly seconds: number | "cannot-be-told";
}

/**
 * Why the bound is that one, what it does not bound, what may be older, and what cannot be placed. `unplaced`: items of the group
 * without any time of posting.
 */
export function earliestReasons(
  { bound, maybeEarlier }: EarliestUpload,
  unplaced: readonly string[],
  unbounded: readonly Unbounded[] = [],
): string[] {
  const nowhere =
    unplaced.length === 0
      ? []
      : [`${unplaced.join(", ")}: no time of posting is known. ${unplaced.length === 1 ? "It" : "Each"} may be older than the bound.`];
  if (bound === null) return ["No time of posting is known of any copy.", ...nowhere];
  const { upload, atOrBefore, rests } = bound;
  return [
    `The oldest upload known here is ${uploadWords(upload)}.`,
    `So it was filmed at or before ${atOrBefore}. This bound may only move earlier: an older upload may be somewhere else.`,
    ...(unbounded.length === 0
      ? []
      : [
          `It bounds what ${upload.item} shows. Seconds that it does not hold may have been filmed later: ${unbounded.map(unboundedWords).join(", ")}.`,
        ]),
    ...(rests === "edited" && upload.edited !== null
      ? [
          `The post was edited at ${timeWords(upload.edited)}. What it carries may have come with the edit, so the edit bounds it until somebody accepts the post.`,
        ]
      : []),
    ...(upload.time.zone.state === "unknown" && rests === "posted"
      ? ["The words give no zone. The bound is the latest instant that they allow (UTC-12)."]
      : []),
    ...(upload.seen === "recorded"
      ? ["What said so is not in the case any more, or is not read so any more. A line of the ledger says that it was seen."]
      : []),
    ...maybeEarlier.slice(0, mostTold).map((other) => `It may be older than that, and need not be: ${uploadWords(other)}.`),
    ...(maybeEarlier.length > mostTold ? [`So may ${maybeEarlier.length - mostTold} more, which stand beside their copies.`] : []),
    ...nowhere,
  ];
}

function unboundedWords({ item, seconds }: Unbounded): string {
  return seconds === "cannot-be-told" ? `${item} (how much of it cannot be told)` : `${seconds.toFixed(1)} s of ${item}`;
}
