/** Days that the words beside a picture name, read as claims' times are read. What is counted from something else is no day. */
import type { TimeReading } from "../../core/claim/claim-value.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import { tellLanguage } from "../claim-text/languages/tell-language.ts";
import { readTimes } from "../claim-text/times/read-times.ts";
import { type ExhibitWords, wordsOf } from "./exhibit-words.ts";
import type { CaptionDays } from "./mismatch.ts";

export function captionDays(words: ExhibitWords, published: SourceText["published"]): CaptionDays[] {
  return wordsOf(words).flatMap(({ at, text }) =>
    timesIn(text, published).flatMap(({ words: found, span, readings }): CaptionDays[] => {
      const days = readings.flatMap(daysOf);
      return days.length === 0 ? [] : [{ at, words: found, start: span.start, end: span.end, readings: days }];
    }),
  );
}

/** A caption is often too short to tell its language by: then the first in which it names a time is taken. */
function timesIn(text: string, published: SourceText["published"]): ReturnType<typeof readTimes> {
  const told = tellLanguage(text);
  for (const language of told === "other" ? ["en", "uk", "ru"] : [told]) {
    const found = readTimes(text, { published, zone: null, language });
    if (found.length > 0) return found;
  }
  return [];
}

function daysOf(reading: TimeReading): CaptionDays["readings"] {
  if (reading.kind !== "within" && reading.kind !== "bound") return [];
  const more = reading.plusMinusDays ?? 0;
  const [from, to] = [shifted(reading.day, -more), shifted(reading.toDay ?? reading.day, more)];
  if (reading.kind === "within") return [{ from, to }];
  return [reading.limit === "not-after" ? { from: null, to } : { from, to: null }];
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
