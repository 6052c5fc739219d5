/** Intervals and gaps in words, always with whose clock they are told by. */
import type { ShownStanding } from "../../core/place/map-feature.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { t } from "../words/t.ts";
import type { TimeSpan } from "./time-scale.ts";

export function clockIn(zone: string, instant: number | string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(typeof instant === "string" ? Date.parse(instant) : instant);
}

export function barWords(claim: TimeClaim, standing: ShownStanding, zone: string): string {
  const interval = t("timeline.interval", {
    from: clockIn(zone, claim.earliest),
    to: clockIn(zone, claim.latest),
    zone,
    standing: standing === "seen" ? t("map.standing.seen") : t(`statements.standing.${standing}`),
  });
  const whole = claim.means === "stated" ? interval : t("timeline.interval-of", { means: t(`bench.time.${claim.means}`), interval });
  return claim.zone.state === "unknown" ? `${whole}. ${t("timeline.open", { reading: claim.verbatim })}` : whole;
}

function lengthWords({ from, to }: TimeSpan): string {
  const minutes = Math.round((to - from) / 60_000);
  if (minutes < 120) return t("timeline.minutes", { count: minutes });
  if (minutes < 48 * 60) return t("timeline.hours", { count: Math.round(minutes / 60) });
  return t("timeline.days", { count: Math.round(minutes / 1440) });
}

export function gapWords(gaps: readonly TimeSpan[]): string {
  const longest = gaps.reduce((most, gap) => (gap.to - gap.from > most.to - most.from ? gap : most));
  return t("timeline.gaps", { count: gaps.length, length: lengthWords(longest) });
}
