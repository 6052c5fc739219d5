/** What a claim says: a time, a place phrase, who, an act, a number, an identification, words spoken, a verification, or that it is not known. */
import { z } from "zod";

const Words = z.string().min(1).max(2000);
const Day = z.iso.date();
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "expected a time of day such as 09:30, up to 24:00");

/** Days by the clocks of a zone; null: the text does not say whose. */
const days = {
  day: Day,
  /** Last day of a span of days. */
  toDay: Day.optional(),
  /** Name of a house rule such as morning or evening. */
  part: Words.optional(),
  between: z.tuple([ClockTime, ClockTime]).optional(),
  zone: Words.or(z.null()),
  /** "On or around": so many days more on either side. */
  plusMinusDays: z.number().int().min(0).max(3660).optional(),
};

/** One way to read words about a time, in the terms of the time reasoner. */
export const TimeReading = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("within"), ...days }),
  /** "Before noon on Tuesday", "since 3 May", "the 29th or earlier": an end, closed. */
  z.strictObject({ kind: z.literal("bound"), limit: z.enum(["not-after", "not-before"]), ...days }),
  /** A part of a day by the sun: it needs a place to become an interval. */
  z.strictObject({ kind: z.literal("sun"), sun: z.enum(["morning", "afternoon", "daylight", "night"]), day: Day.optional() }),
  /** "48 hours earlier": so many hours after (less than 0: before) something else. */
  z.strictObject({
    kind: z.literal("offset"),
    hours: z.number().min(-10_000_000).max(10_000_000),
    plusMinusHours: z.number().min(0).max(10_000_000),
    from: z.enum(["utterance", "publication", "event"]),
    /** The words for that something. */
    of: Words,
  }),
  z.strictObject({ kind: z.literal("order"), relation: z.enum(["before", "after", "during"]), of: Words }),
]);
export type TimeReading = z.infer<typeof TimeReading>;

/** What was done, coarsely: enough to tell "killed" from "posted". The words say the rest. */
export const ActClass = z.enum([
  "attack",
  "killing",
  "injury",
  "detention",
  "destruction",
  "movement",
  "filming",
  "posting",
  "statement",
  "other",
]);
export type ActClass = z.infer<typeof ActClass>;

/** The aspects that a verification can be of; `unstated` where the text only says "verified". */
const VerifiedAspect = z.enum(["where", "when", "who", "what", "how-many", "identification", "speech", "unstated"]);

/** Names of units that stand for the many words of a text, in any language: "three men" counts people. `unstated`: it does not say of what. */
export const plainUnits: ReadonlySet<string> = new Set(
  (
    "people vehicles buildings explosions shots munitions aircraft vessels bodies graves videos pictures money km m cm mm miles yards " +
    "feet hectares acres tonnes kg litres percent degrees seconds minutes hours days weeks months years times speed unstated"
  )
    .split(" ")
    .concat("nautical miles", "square km"),
);

export const ClaimValue = z.discriminatedUnion("is", [
  /** More than one reading where the words leave it open: 04/03/22. */
  z.strictObject({ is: z.literal("time"), words: Words, readings: z.array(TimeReading).min(1).max(8) }),
  /** The words are a place phrase: the place reasoner makes clauses and regions of them. */
  z.strictObject({ is: z.literal("place"), words: Words }),
  z.strictObject({
    is: z.literal("actor"),
    words: Words,
    /** Did it, or had it done to them. */
    part: z.enum(["did", "suffered", "unclear"]),
    count: z.enum(["one", "several", "unknown"]),
  }),
  z.strictObject({ is: z.literal("act"), words: Words, act: ActClass, object: Words.or(z.null()) }),
  z.strictObject({
    is: z.literal("number"),
    words: Words,
    /** What is counted or measured: "people", "vehicles", "km". */
    unit: Words,
    /** Null where open: "at least ten" has no high. A plain figure has all three alike. */
    low: z.number().or(z.null()),
    best: z.number().or(z.null()),
    high: z.number().or(z.null()),
  }),
  z.strictObject({ is: z.literal("identification"), words: Words }),
  /** `by`: who is said to have spoken at the event. */
  z.strictObject({ is: z.literal("speech"), words: Words, by: Words.or(z.null()) }),
  /** `by`: who is said to have checked; null where the text speaks of itself or of nobody. */
  z.strictObject({
    is: z.literal("verification"),
    words: Words,
    by: Words.or(z.null()),
    of: VerifiedAspect,
    outcome: z.enum(["verified", "partly", "not-verified"]),
  }),
  /** The text says that this aspect is not known: the claim's polarity is `open`. */
  z.strictObject({ is: z.literal("unknown"), words: Words }),
]);
export type ClaimValue = z.infer<typeof ClaimValue>;
