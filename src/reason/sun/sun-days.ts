/** Noon, rising and setting of the sun, day by day. Rising and setting are of the upper limb through standard air (34 minutes of arc). */
import { Body, Observer, SearchHourAngle, SearchRiseSet } from "astronomy-engine";
import type { SunPlace } from "./sun-position.ts";

const dayMs = 86_400_000;

export interface SunDay {
  /** Moment at which the sun crosses the meridian, milliseconds since 1970. */
  readonly noon: number;
  /** The last rising before noon and the first setting after it; undefined when the sun does not set, or does not rise, around this noon. */
  readonly rise: number | undefined;
  readonly set: number | undefined;
  /** Lowest points before and after: midnight by the sun. */
  readonly nightBefore: number;
  readonly nightAfter: number;
}

/** Every solar day whose noon lies within a day of the span, earliest first. */
export function sunDays({ lat, lon }: SunPlace, from: number, to: number): SunDay[] {
  const observer = new Observer(lat, lon, 0);
  const crossing = (hourAngle: number, after: number) =>
    SearchHourAngle(Body.Sun, observer, hourAngle, new Date(after), 1).time.date.getTime();
  const days: SunDay[] = [];
  for (let noon = crossing(0, from - dayMs); noon <= to + dayMs; noon = crossing(0, noon + dayMs / 2)) {
    const nightBefore = crossing(12, noon - dayMs / 2 - dayMs / 12);
    const nightAfter = crossing(12, noon + dayMs / 6);
    const rise = SearchRiseSet(Body.Sun, observer, 1, new Date(nightBefore), (noon - nightBefore) / dayMs)?.date.getTime();
    const set = SearchRiseSet(Body.Sun, observer, -1, new Date(noon), (nightAfter - noon) / dayMs)?.date.getTime();
    days.push({ noon, rise, set, nightBefore, nightAfter });
  }
  return days;
}
