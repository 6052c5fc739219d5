/** The times of a description: each of another event, and none of filming. */
import type { Post } from "../../core/post/post.ts";
import type { TimeClaim, TimeMeaning } from "../../core/time/time-claim.ts";
import { claimOfInstant, inReach, utcInstant, wallClockMs } from "../../core/time/wall-clock.ts";
import type { JsonFields } from "../json-stream/json-fields.ts";
import { isNumber } from "../json-stream/json-value.ts";
import type { YtDlpLog } from "./yt-dlp-log.ts";

type Fields = JsonFields<YtDlpLog>;

const dayMs = 86_400_000;
/** No site that the program knows is older. */
const firstMs = Date.UTC(1990, 0, 1);

export interface InfoTimes extends Pick<Post, "posted" | "edited" | "fetched"> {
  /** Release, in the file's words. */
  readonly released: string | undefined;
}

export function readTimes(fields: Fields): InfoTimes {
  const moment = instantOf(fields, "timestamp", "posted");
  const day = dayOf(fields, "upload_date");
  const fetched = instantOf(fields, "epoch", "captured");
  const modified = instantOf(fields, "modified_timestamp", "modified");
  const release = instantOf(fields, "release_timestamp", "published");
  const posted = moment ?? day;
  if (posted === undefined) fields.log.trap("no-posted-time", fields.where);
  else if (moment === undefined) fields.log.trap("posted-day-only", `${fields.where} upload_date`);
  else fields.log.trap("timestamp-by-extractor", `${fields.where} timestamp`);
  if (moment !== undefined && day !== undefined && (moment.latest < day.earliest || moment.earliest > day.latest))
    fields.log.trap("upload-date-disagrees", `${fields.where} timestamp ${moment.earliest}, upload_date ${day.verbatim}`);
  if (fetched !== undefined) {
    fields.log.trap("epoch-is-fetching", `${fields.where} epoch`);
    if (posted !== undefined && fetched.latest < posted.earliest) fields.log.trap("fetched-before-posted", `${fields.where} epoch`);
  }
  const edited = modified !== undefined && (posted === undefined || modified.earliest > posted.latest) ? modified : undefined;
  if (edited !== undefined) fields.log.trap("modified-later", `${fields.where} modified_timestamp`);
  const released =
    release !== undefined && release.earliest !== moment?.earliest
      ? `release_timestamp ${release.verbatim}, ${release.earliest}`
      : undefined;
  if (released !== undefined) fields.log.trap("released-later", `${fields.where} release_timestamp`);
  return {
    posted: posted ?? "unknown",
    ...(edited === undefined ? {} : { edited }),
    ...(fetched === undefined ? {} : { fetched }),
    released,
  };
}

/** Seconds since 1970; sites give fractions too. */
function instantOf(fields: Fields, name: string, means: TimeMeaning): TimeClaim | undefined {
  const value = fields.raw(name);
  if (value === undefined || value === null) return undefined;
  const digits = isNumber(value) ? value.digits : value;
  const seconds = typeof digits === "string" && /^\d{1,14}(\.\d{1,9})?$/.test(digits) ? Number(digits) : Number.NaN;
  const ms = Math.round(seconds * 1000);
  if (Number.isNaN(seconds) || !inReach(ms) || ms < firstMs) {
    fields.fault(name, "seconds since 1970 of a time that can be meant", Number.isNaN(seconds) ? "something else" : "a number far outside");
    if (!Number.isNaN(seconds)) fields.log.trap("time-out-of-reach", `${fields.where} ${name}`);
    return undefined;
  }
  return claimOfInstant({ means, verbatim: String(digits), basis: `${fields.where} ${name}` }, ms);
}

/** "20240915": a whole day, in UTC. */
function dayOf(fields: Fields, name: string): TimeClaim | undefined {
  const value = fields.raw(name);
  if (value === undefined || value === null) return undefined;
  const words = isNumber(value) ? value.digits : value;
  const match = typeof words === "string" ? /^(\d{4})(\d{2})(\d{2})$/.exec(words) : null;
  const ms = match === null ? undefined : wallClockMs(Number(match[1]), Number(match[2]), Number(match[3]));
  if (ms === undefined || ms < firstMs || typeof words !== "string") {
    fields.fault(name, "a day such as 20240915", "something else");
    return undefined;
  }
  const claim = claimOfInstant({ means: "posted", verbatim: words, basis: `${fields.where} ${name}` }, ms);
  return { ...claim, latest: utcInstant(ms + dayMs - 1000) };
}
