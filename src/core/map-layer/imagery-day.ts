/** When imagery was taken, as far as somebody says: days or months with both ends, or nothing. Never the day it was published. */
import { z } from "zod";
import { UtcInstant } from "../time/time-claim.ts";

export const ImageryDay = z
  .strictObject({
    /** As it was stated: "2022-03-31", "2021-06", "2020/2022". */
    verbatim: z.string().max(100),
    /** First and last instant of it in any zone: a day lasts 50 hours between UTC+14 and UTC-12. */
    earliest: UtcInstant,
    latest: UtcInstant,
  })
  .or(z.literal("unknown"));
export type ImageryDay = z.infer<typeof ImageryDay>;

const hour = 3_600_000;

/** "2022-03-31", "2022-03", "2022" or two of them with a slash between. Undefined for anything else. */
export function readImageryDay(text: string): ImageryDay | undefined {
  const words = text.trim();
  const [from, to, more] = words.split("/");
  const [first, last] = [spanOf(from ?? ""), spanOf(to ?? from ?? "")];
  if (more !== undefined || first === undefined || last === undefined || last.to < first.to) return undefined;
  return {
    verbatim: words,
    earliest: instant(first.from - 14 * hour),
    latest: instant(last.to + 12 * hour - 1000),
  };
}

function spanOf(text: string): { readonly from: number; readonly to: number } | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const from = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
  const to = day !== undefined ? from + 24 * hour : month !== undefined ? Date.UTC(year ?? 0, month, 1) : Date.UTC((year ?? 0) + 1, 0, 1);
  // 31 February would roll over into March.
  return instant(from).startsWith(text) && (year ?? 0) >= 1800 && (year ?? 0) <= 2200 ? { from, to } : undefined;
}

const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
