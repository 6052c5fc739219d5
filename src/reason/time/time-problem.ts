/** Statements about times as people and files state them: the input of the time reasoner. */
import { z } from "zod";
import { UtcInstant } from "../../core/time/time-claim.ts";

const Name = z.string().min(1).max(200);
const Day = z.iso.date();
/** Hours and minutes from midnight, up to 24:00. */
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "expected a time of day such as 09:30, up to 24:00");
const ClockSpan = z.tuple([ClockTime, ClockTime]);
const Hours = z.number().min(-10_000_000).max(10_000_000);
const Place = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

const common = {
  id: Name,
  /** Who says so; statements of one source share its unknown zone. */
  source: Name.optional(),
  /** Admiralty marks or another grade, shown beside the statement. */
  grade: z.string().max(100).optional(),
  /** How the source knows, in words. */
  basis: z.string().max(2000).optional(),
  /** Made by a person for the sake of the argument, and not stated by anybody. */
  assumption: z.boolean().optional(),
  /** Holds by the nature of things: never named in a conflict. */
  certain: z.boolean().optional(),
  /** Records of the case that it rests on, such as i12, o3, e2 or n4. */
  cites: z.array(z.string().max(40)).max(50).optional(),
  /** What the source says, word for word. */
  words: z.string().max(5000).optional(),
};

export const TimeStatement = z.discriminatedUnion("kind", [
  /** The event lies in a part of some day by the sun at a place. */
  z.strictObject({
    ...common,
    kind: z.literal("sun"),
    event: Name,
    place: Place,
    /** morning: rising to the meridian; afternoon: the meridian to setting; daylight: both; night: setting to rising. */
    sun: z.enum(["morning", "afternoon", "daylight", "night"]),
    /** One day by the sun, named by the date of its noon in UTC; any day when absent. */
    day: Day.optional(),
  }),
  /** The event lies on a day, or in a part of it, by the clocks of a zone. Null: nobody says which zone. */
  z.strictObject({
    ...common,
    kind: z.literal("within"),
    event: Name,
    day: Day,
    /** Last day of a span of days. */
    toDay: Day.optional(),
    /** Name of a house rule, such as morning. */
    part: Name.optional(),
    between: ClockSpan.optional(),
    zone: Name.or(z.null()),
    /** "On or around": so many days more on either side. */
    plusMinusDays: z.number().int().min(0).max(3660).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("order"), before: Name, after: Name, atLeastHours: Hours.optional() }),
  /** `to` lies `hours` after `from`, more or less; negative hours lie before. */
  z.strictObject({ ...common, kind: z.literal("offset"), from: Name, to: Name, hours: Hours, plusMinusHours: Hours.min(0).optional() }),
  z.strictObject({ ...common, kind: z.literal("bound"), event: Name, notBefore: UtcInstant.optional(), notAfter: UtcInstant.optional() }),
  /** The event lies in one of these windows: a shadow's, a satellite's passes. */
  z.strictObject({
    ...common,
    kind: z.literal("windows"),
    event: Name,
    windows: z
      .array(z.tuple([UtcInstant, UtcInstant]))
      .min(1)
      .max(5000),
  }),
]);
export type TimeStatement = z.infer<typeof TimeStatement>;

/** What words for parts of a day mean, from and to by the clock. */
export const TimeHouseRules = z.record(Name, ClockSpan);

export const TimeProblem = z.strictObject({
  title: z.string().max(500).optional(),
  events: z.array(Name).min(1).max(5000),
  /** First and last day that is looked at, in whatever zone. */
  horizon: z.tuple([Day, Day]),
  houseRules: TimeHouseRules.optional(),
  /** Candidates for zones that nobody states. */
  zones: z.array(Name).max(40).optional(),
  statements: z.array(TimeStatement).max(20_000),
  /** Which event of the case each name stands for, such as e3. */
  eventRecords: z.record(Name, z.string().max(40)).optional(),
  /** Zone in which a screen shows the times; it decides nothing. */
  displayZone: Name.optional(),
});
export type TimeProblem = z.infer<typeof TimeProblem>;

/** What words for parts of a day mean where a case says nothing else. An afternoon is the sun's: it needs a place. */
export const defaultHouseRules: Readonly<Record<string, readonly [string, string]>> = {
  morning: ["00:00", "12:00"],
  evening: ["18:00", "24:00"],
};
