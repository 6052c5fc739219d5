/**
 * A time as some material states it. Never a bare instant: words without a zone are an interval of
 * instants, and every time names what it rests on and what it is the time *of*.
 */
import { z } from "zod";

export const UtcInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, "expected a UTC instant such as 2022-03-30T05:40:00Z");
/** RFC 3339 instant in UTC, ending in Z. */
export type UtcInstant = z.infer<typeof UtcInstant>;

/** What a stated time is the time of. A file's date is not filming; a post's date is not filming either. */
export const TimeMeaning = z.enum([
  "posted",
  "edited",
  "published",
  "modified",
  "recorded",
  "file-written",
  "exported",
  "captured",
  "gps",
  "stated",
  /** What an app or camera put into a file's name: when the file was sent, received or saved on some device. Never filming. */
  "sent-or-saved",
  /** An e-mail's Date: what the clock of the sender's machine said, which nobody checks. */
  "sent",
]);
export type TimeMeaning = z.infer<typeof TimeMeaning>;

export const TimeClaim = z.strictObject({
  means: TimeMeaning,
  /** The material's own words, unchanged. */
  verbatim: z.string(),
  /** Earliest and latest instant that the words allow, closed; equal when the words give one instant. */
  earliest: UtcInstant,
  latest: UtcInstant,
  zone: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("stated"), offsetMinutes: z.number().int().min(-840).max(840) }),
    z.strictObject({ state: z.literal("utc") }),
    /**
     * The words carry no zone: the interval spans UTC+14 to UTC-12. `reading` is the wall clock read as if UTC
     * ("2024-09-14T16:20:00"), a day without a clock ("2024-09-14"), or both readings of a date in bare figures
     * ("2022-03-04/2022-04-03").
     */
    z.strictObject({ state: z.literal("unknown"), reading: z.string() }),
  ]),
  /** Where it was found, as a person would look it up: "result.json message 12 date_unixtime", "EXIF DateTimeOriginal". */
  basis: z.string(),
});
export type TimeClaim = z.infer<typeof TimeClaim>;
