/**
 * How long a person looked at unveiled material, by graphic level and day. It belongs to that person alone: it names no case, no item
 * and nobody else, and nothing in a case, a pack or a log holds any of it.
 */
import { z } from "zod";
import { GraphicLevel } from "../item/item.ts";

const Day = z.iso.date();
export const ExposureSeconds = z.partialRecord(GraphicLevel, z.number().min(0).max(1e9));
export type ExposureSeconds = z.infer<typeof ExposureSeconds>;

export const ExposureWishes = z.strictObject({
  /** Minutes of looking after which a break is proposed; null for never. */
  breakAfterMin: z.number().int().min(1).max(600).or(z.null()),
  /** Minutes a day that the person set for themselves; null for none. */
  limitMin: z.number().int().min(1).max(1440).or(z.null()),
  /** Whether to offer to tell somebody, in the person's own words, once the limit is reached. */
  offerToTell: z.boolean(),
});
export type ExposureWishes = z.infer<typeof ExposureWishes>;

export const ExposureBook = z.strictObject({ v: z.literal(1), days: z.record(Day, ExposureSeconds), wishes: ExposureWishes });
export type ExposureBook = z.infer<typeof ExposureBook>;

export const emptyBook: ExposureBook = { v: 1, days: {}, wishes: { breakAfterMin: null, limitMin: null, offerToTell: false } };

/** Days that are kept, counted back from the last one; what lies further back is let go of. */
const daysKept = 90;
const dayMs = 86_400_000;

export function addExposure(book: ExposureBook, day: string, seconds: ExposureSeconds): ExposureBook {
  const before = book.days[day] ?? {};
  const sum = Object.fromEntries(
    GraphicLevel.options.flatMap((level) => {
      const total = (before[level] ?? 0) + (seconds[level] ?? 0);
      return total === 0 ? [] : [[level, total] as const];
    }),
  );
  const days = Object.entries({ ...book.days, [day]: sum }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const first = Date.parse(days.at(-1)?.[0] ?? day) - (daysKept - 1) * dayMs;
  return { ...book, days: Object.fromEntries(days.filter(([one]) => Date.parse(one) >= first)) };
}

export function secondsOf(seconds: ExposureSeconds | undefined): number {
  return Object.values(seconds ?? {}).reduce((sum, one) => sum + one, 0);
}
