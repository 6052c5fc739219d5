/** A person's own exposure, over HTTP for their own page alone. No other route gives any of it out. */
import { z } from "zod";
import { ExposureBook, ExposureSeconds, ExposureWishes } from "../core/wellbeing/exposure.ts";

export const WellbeingAnswer = z.strictObject({ days: ExposureBook.shape.days, wishes: ExposureWishes });
export type WellbeingAnswer = z.infer<typeof WellbeingAnswer>;

/** Seconds since the last time it was told; `day` by the clock of the person's own page. */
export const ExposureRequest = z.strictObject({ day: z.iso.date(), seconds: ExposureSeconds });
export type ExposureRequest = z.infer<typeof ExposureRequest>;

/** Who gave an item its graphic level last; null where nobody did. */
export const LevelSetAnswer = z.strictObject({
  set: z.strictObject({ byName: z.string(), at: z.string(), seq: z.number().int() }).or(z.null()),
});
export type LevelSetAnswer = z.infer<typeof LevelSetAnswer>;
