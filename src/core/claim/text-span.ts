/** Where words stand in a text: UTF-16 code units, the end not included. */
import { z } from "zod";

export const TextSpan = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) });
export type TextSpan = z.infer<typeof TextSpan>;
