/** The days on which a text may have been published, by the clocks that its days are meant in. */
import type { SourceText } from "../../../core/claim/source-text.ts";
import { isZone, offsetAt } from "../../time/local-days.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Clocks on Earth run from 12 hours behind UTC to 14 ahead of it. */
const mostAhead = 14 * hourMs;
const mostBehind = 12 * hourMs;

export interface PublishedDays {
  readonly first: number;
  readonly last: number;
  /** The day is read in UTC because nobody says whose clocks count. */
  readonly isOfUtc: boolean;
}

/** A day stated without a zone arrives as the interval that it spans on all clocks of the Earth: it is that day on the text's own. */
export function publishedDays({
  published,
  zone,
}: {
  readonly published: SourceText["published"];
  readonly zone: string | null;
}): PublishedDays | undefined {
  if (published === "unknown") return undefined;
  const [from, to] = [Date.parse(published.earliest), Date.parse(published.latest)];
  if (!(from <= to)) return undefined;
  if (isSpread(from, to))
    return { first: dayAt(from + mostAhead), last: dayAt(Math.max(from + mostAhead, to - mostBehind)), isOfUtc: false };
  if (zone !== null && isZone(zone))
    return { first: dayAt(from + offsetAt(zone, from)), last: dayAt(to + offsetAt(zone, to)), isOfUtc: false };
  return { first: dayAt(from), last: dayAt(to), isOfUtc: true };
}

/** A clock or whole days on all clocks of the Earth, as core/time/wall-clock.ts makes them; any other interval is what somebody states. */
function isSpread(from: number, to: number): boolean {
  const beyond = to - from - mostAhead - mostBehind;
  if (beyond < 0) return false;
  const areDays = (from + mostAhead) % dayMs === 0 && (to - mostBehind) % dayMs >= dayMs - 1000;
  return beyond < hourMs || areDays;
}

function dayAt(ms: number): number {
  return Math.floor(ms / dayMs);
}
