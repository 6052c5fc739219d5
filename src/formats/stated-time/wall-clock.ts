/** Where the readers of formats take their wall clocks from. */
export {
  claimOfInstant,
  claimWithOffset,
  claimWithoutZone,
  inReach,
  type Stated,
  utcInstant,
  wallClockMs,
} from "../../core/time/wall-clock.ts";
