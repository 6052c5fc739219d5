/**
 * Thirteen statements about one clip and one ambush, as a case holds them once people accepted them claim by claim: a fixture of what
 * was said, never an account of what happened. Figures and days are those of the statements; every sentence is in our own words, and
 * speakers are roles. C1 to C13 are the statements' numbers; a statement's atoms are `c1Place`, `c1Ambush` and so on.
 */
import type { Assumption } from "../../src/core/claim/assumption.ts";
import type { Aspect, Basis, ClaimId, ClaimStatement, Hedge, HedgeSort, Polarity, Speaker } from "../../src/core/claim/claim.ts";
import type { ClaimValue } from "../../src/core/claim/claim-value.ts";
import type { DerivationEnd, DerivationSort } from "../../src/core/claim/derivation.ts";
import type { EventId } from "../../src/core/event/event.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { SourceId } from "../../src/core/source/source.ts";
import type { CaseClaim, CaseDerivation, ClaimCase, UtcInterval } from "../../src/reason/claims/claim-case.ts";

export const events = {
  ambush: "e1",
  killing: "e2",
  filming: "e3",
  firstPosting: "e4",
  /** A posting that reports speak of; posted is not first posted. */
  posting: "e5",
  columnTweet: "e6",
  finds: "e7",
} as const satisfies Record<string, EventId>;

export const sources = {
  nyt: "s1",
  bbc: "s2",
  cit: "s3",
  unian: "s4",
  meduza: "s5",
  moscowTimes: "s6",
  archyde: "s7",
  b92: "s8",
  taylor: "s9",
  playcrazy: "s10",
  dailyMail: "s11",
  tv2: "s12",
  times: "s13",
  journalist: "s14",
  soldiers: "s15",
  retelling: "s16",
} as const satisfies Record<string, SourceId>;

const labels: Readonly<Record<keyof typeof sources, string>> = {
  nyt: "NYT",
  bbc: "BBC",
  cit: "CIT",
  unian: "UNIAN",
  meduza: "Meduza",
  moscowTimes: "Moscow Times",
  archyde: "archyde",
  b92: "B92",
  taylor: "taylordailypress",
  playcrazy: "playcrazygame",
  dailyMail: "Daily Mail",
  tv2: "TV2 Norway",
  times: "The Times",
  journalist: "journalist",
  soldiers: "soldiers",
  retelling: "retelling",
};

/** The clip as one outlet held it, and a copy of it as another did. */
export const clip = { held: "i30", copy: "i31" } as const satisfies Record<string, ItemId>;

/** An article's number is its source's. */
export const itemOf = (source: keyof typeof sources): ItemId => `i${sources[source].slice(1)}` as ItemId;

interface Said {
  readonly by: keyof typeof sources;
  /** Sentence, or sentences, that hold it. */
  readonly quote: string;
  readonly aspect: Aspect;
  readonly event: EventId | "unassigned";
  readonly value: ClaimValue;
  readonly polarity?: Polarity;
  readonly hedges?: readonly (readonly [HedgeSort, string])[];
  readonly basis?: Basis;
  readonly basisWords?: string;
  readonly speakers?: readonly (readonly [words: string, who: Speaker["who"], says: string, source: keyof typeof sources])[];
  readonly restsOn?: readonly ItemId[];
}

const place = (words: string): ClaimValue => ({ is: "place", words });
const day = (words: string, on: string, more: { part?: string; plusMinusDays?: number } = {}): ClaimValue => ({
  is: "time",
  words,
  readings: [{ kind: "within", day: on, zone: null, ...more }],
});
const notAfter = (words: string, on: string): ClaimValue => ({
  is: "time",
  words,
  readings: [{ kind: "bound", limit: "not-after", day: on, zone: null }],
});

const c1Quote = "The clip was taken on a road north of the village of Dmytrivka, around 7 miles southwest of Bucha.";
const c3Tweet = "On April 2 he put pictures of the destroyed column on Twitter.";
const c6Quote = "The NYT and the CIT team alike place it on a road north of Dmytrivka.";
const c8Quote = "It was filmed about ten kilometers southwest of Bucha. Hundreds of bodies were found there.";
const c11Quote = "Published on Wednesday, it shows captives with tied hands.";
const c12Quote = "A freelancer first put the video on Twitter on April 2.";

const said = (rounding: number) =>
  ({
    c1Place: {
      by: "nyt",
      quote: c1Quote,
      aspect: "where",
      event: events.filming,
      value: place("on a road north of the village of Dmytrivka, around 7 miles southwest of Bucha"),
      hedges: [["approximate", "around"]],
      basis: "inferred",
      restsOn: [clip.held],
    },
    c1Ambush: {
      by: "nyt",
      quote: "The ambush came on or around March 30.",
      aspect: "when",
      event: events.ambush,
      value: day("March 30", "2022-03-30", { plusMinusDays: 1 }),
      hedges: [["approximate", "on or around"]],
    },
    c1Posted: {
      by: "nyt",
      quote: "It was posted on Monday.",
      aspect: "when",
      event: events.posting,
      value: day("on Monday", "2022-04-04"),
    },
    c1Killing: {
      by: "nyt",
      quote: "It appears to show captured soldiers being killed.",
      aspect: "what",
      event: events.killing,
      value: { is: "act", words: "killed", act: "killing", object: "captured soldiers" },
      hedges: [["appearance", "appears to"]],
      basis: "inferred",
      restsOn: [clip.held],
    },
    c1Tied: {
      by: "nyt",
      quote: "One of the captives has tied hands.",
      aspect: "who",
      event: events.killing,
      value: { is: "actor", words: "One of the captives", part: "suffered", count: "one" },
      basis: "saw",
      restsOn: [clip.held],
    },
    c2Place: {
      by: "bbc",
      quote: "The road lies outside Dmytrivka and leads from there to Irpin and Bucha.",
      aspect: "where",
      event: events.filming,
      value: place("outside Dmytrivka"),
      basis: "inferred",
      restsOn: [clip.copy],
    },
    c2Shadows: {
      by: "bbc",
      quote: "By its shadows it was filmed in the afternoon.",
      aspect: "when",
      event: events.filming,
      value: { is: "time", words: "in the afternoon", readings: [{ kind: "sun", sun: "afternoon" }] },
      basis: "inferred",
      basisWords: "By its shadows",
      restsOn: [clip.copy],
    },
    c2FirstPost: {
      by: "bbc",
      quote: "The earliest copy that was found went online on the morning of March 30.",
      aspect: "when",
      event: events.firstPosting,
      value: day("on the morning of March 30", "2022-03-30", { part: "morning" }),
      basis: "read",
    },
    /** What the two before it come to. Told beside them it would be a second way to say the same. */
    c2Conclusion: {
      by: "bbc",
      quote: "So it was filmed on March 29 or earlier.",
      aspect: "when",
      event: events.filming,
      value: notAfter("on March 29 or earlier", "2022-03-29"),
      basis: "inferred",
      restsOn: [clip.copy],
    },
    c2Satellite: {
      by: "bbc",
      quote: "A satellite picture of March 31 has the vehicles and the stains.",
      aspect: "when",
      event: events.killing,
      value: notAfter("of March 31", "2022-03-31"),
      basis: "inferred",
      basisWords: "A satellite picture",
    },
    c2DayOpen: {
      by: "bbc",
      quote: "On which day it was filmed cannot be said for certain.",
      aspect: "when",
      event: events.filming,
      value: { is: "unknown", words: "On which day" },
      polarity: "open",
      hedges: [["unclear", "cannot be said for certain"]],
    },
    c3Ambush: {
      by: "nyt",
      quote: "A journalist wrote that soldiers told him of an ambush 48 hours earlier.",
      aspect: "when",
      event: events.ambush,
      value: {
        is: "time",
        words: "48 hours earlier",
        readings: [{ kind: "offset", hours: -48, plusMinusHours: rounding, from: "utterance", of: "the talk" }],
      },
      speakers: [
        ["A journalist", "person", "wrote", "journalist"],
        ["soldiers", "group", "told", "soldiers"],
      ],
    },
    c3Tweeted: {
      by: "nyt",
      quote: c3Tweet,
      aspect: "when",
      event: events.columnTweet,
      value: day("On April 2", "2022-04-02"),
    },
    c3Pictures: {
      by: "nyt",
      quote: c3Tweet,
      aspect: "what",
      event: events.columnTweet,
      value: { is: "act", words: "put", act: "posting", object: "pictures of the destroyed column" },
    },
    c3Retold: {
      by: "retelling",
      quote: "According to the journalist, the ambush was 48 hours earlier.",
      aspect: "when",
      event: events.ambush,
      value: {
        is: "time",
        words: "48 hours earlier",
        readings: [{ kind: "offset", hours: -48, plusMinusHours: rounding, from: "utterance", of: "the talk" }],
      },
      speakers: [["the journalist", "person", "According to", "journalist"]],
    },
    c4Unit: {
      by: "moscowTimes",
      quote: "UNIAN reports that a foreign volunteer unit laid the ambush.",
      aspect: "who",
      event: events.ambush,
      value: { is: "actor", words: "a foreign volunteer unit", part: "did", count: "several" },
      speakers: [["UNIAN", "outlet", "reports", "unian"]],
    },
    c5Unit: {
      by: "nyt",
      quote: "It is unclear which unit the men in the clip belong to.",
      aspect: "who",
      event: events.killing,
      value: { is: "unknown", words: "which unit" },
      polarity: "open",
      hedges: [["unclear", "It is unclear"]],
    },
    c5Speech: {
      by: "nyt",
      quote: "A man in the clip calls them the boys of Belgravia.",
      aspect: "speech",
      event: events.killing,
      value: { is: "speech", words: "the boys of Belgravia", by: "A man in the clip" },
      basis: "saw",
      restsOn: [clip.held],
    },
    c5Estate: {
      by: "nyt",
      quote: "An estate of that name stands a few hundred metres away.",
      aspect: "where",
      event: "unassigned",
      value: place("a few hundred metres away"),
    },
    c6PlaceNyt: {
      by: "meduza",
      quote: c6Quote,
      aspect: "where",
      event: events.filming,
      value: place("on a road north of Dmytrivka"),
      basis: "inferred",
      speakers: [["The NYT", "outlet", "place", "nyt"]],
      restsOn: [clip.held],
    },
    c6PlaceCit: {
      by: "meduza",
      quote: c6Quote,
      aspect: "where",
      event: events.filming,
      value: place("on a road north of Dmytrivka"),
      basis: "inferred",
      speakers: [["the CIT team", "institution", "place", "cit"]],
      restsOn: [clip.held],
    },
    c6Posted: {
      by: "meduza",
      quote: "It surfaced on April 4.",
      aspect: "when",
      event: events.posting,
      value: day("on April 4", "2022-04-04"),
    },
    c7Place: {
      by: "archyde",
      quote: "The footage comes from a road north of the village of Dmytrivka, some 11 km southwest of Bucha.",
      aspect: "where",
      event: events.filming,
      value: place("from a road north of the village of Dmytrivka, some 11 km southwest of Bucha"),
      hedges: [["approximate", "some"]],
    },
    c8Place: {
      by: "b92",
      quote: c8Quote,
      aspect: "where",
      event: events.filming,
      value: place("about ten kilometers southwest of Bucha"),
      hedges: [["approximate", "about"]],
    },
    c8There: {
      by: "b92",
      quote: c8Quote,
      aspect: "where",
      event: events.finds,
      value: place("about ten kilometers southwest of Bucha"),
      hedges: [["approximate", "about"]],
    },
    c8Bodies: {
      by: "b92",
      quote: c8Quote,
      aspect: "how-many",
      event: events.finds,
      value: { is: "number", words: "Hundreds of bodies", unit: "bodies", low: 100, best: null, high: null },
    },
    c8Killing: {
      by: "b92",
      quote: "It is certain that captured soldiers were killed.",
      aspect: "what",
      event: events.killing,
      value: { is: "act", words: "killed", act: "killing", object: "captured soldiers" },
    },
    c9Place: {
      by: "taylor",
      quote: "It was filmed on a road west of the village.",
      aspect: "where",
      event: events.filming,
      value: place("on a road west of the village"),
    },
    c10Ambush: {
      by: "playcrazy",
      quote: "The ambush was on March 30.",
      aspect: "when",
      event: events.ambush,
      value: day("on March 30", "2022-03-30"),
    },
    c11Posted: {
      by: "dailyMail",
      quote: c11Quote,
      aspect: "when",
      event: events.posting,
      value: day("on Wednesday", "2022-04-06"),
    },
    c11Tied: {
      by: "dailyMail",
      quote: c11Quote,
      aspect: "who",
      event: events.killing,
      value: { is: "actor", words: "captives", part: "suffered", count: "several" },
    },
    c12Tweeted: {
      by: "tv2",
      quote: c12Quote,
      aspect: "when",
      event: events.columnTweet,
      value: day("on April 2", "2022-04-02"),
    },
    c12Video: {
      by: "tv2",
      quote: c12Quote,
      aspect: "what",
      event: events.columnTweet,
      value: { is: "act", words: "put", act: "posting", object: "the video" },
    },
    c13Place: {
      by: "times",
      quote: "The clip was traced to Dmytrivka, a town seven miles southwest of Bucha.",
      aspect: "where",
      event: events.filming,
      value: place("Dmytrivka, a town seven miles southwest of Bucha"),
      basis: "inferred",
      restsOn: [clip.held],
    },
  }) as const satisfies Record<string, Said>;

export type ClaimName = keyof ReturnType<typeof said>;

const names = Object.keys(said(12)) as ClaimName[];

/** Ids of the atoms by their names: k1 and on, in their order. */
export const claimIds = Object.fromEntries(names.map((name, at) => [name, `k${at + 1}`])) as Record<ClaimName, ClaimId>;

export const nameOf = (id: ClaimId): ClaimName | undefined => names[Number(id.slice(1)) - 1];

export interface DmytrivkaOptions {
  /** In which zone C2's "morning of March 30" is meant; "unset" leaves it open. */
  readonly zone?: string;
  /** What "48 hours" is rounded to, to either side. */
  readonly roundingHours?: number;
  /** With C2's own sum of its shadows and its first copy as a claim beside them. */
  readonly conclusion?: boolean;
}

export function dmytrivkaCase({ zone = "Europe/Kyiv", roundingHours = 12, conclusion = false }: DmytrivkaOptions = {}): ClaimCase {
  const all = said(roundingHours);
  const texts = new Map<string, string>();
  for (const { by, quote } of Object.values(all)) {
    const before = texts.get(by) ?? "";
    if (!before.includes(quote)) texts.set(by, before === "" ? quote : `${before} ${quote}`);
  }
  const claims = names
    .filter((name) => conclusion || name !== "c2Conclusion")
    .map((name) => claimOf(claimIds[name], all[name], texts.get(all[name].by) as string));
  const assumed: readonly (readonly [Assumption, string])[] = [
    ...(zone === "unset"
      ? []
      : ([[{ is: "zone", claim: claimIds.c2FirstPost, zone }, `The morning of March 30 is meant by the clocks of ${zone}.`]] as const)),
    [
      { is: "same-day", first: claimIds.c3Ambush, second: events.columnTweet, zone: "Europe/Kyiv" },
      "The soldiers spoke on the day on which the column's pictures were posted.",
    ],
    [{ is: "zone", claim: claimIds.c1Ambush, zone: "Europe/Kyiv" }, "Days of the ambush are meant by the clocks of the place."],
    [{ is: "zone", claim: claimIds.c10Ambush, zone: "Europe/Kyiv" }, "Days of the ambush are meant by the clocks of the place."],
    ...(conclusion
      ? ([
          [{ is: "zone", claim: claimIds.c2Conclusion, zone: "Europe/Kyiv" }, "Days of the filming are meant by the clocks of the place."],
        ] as const)
      : []),
  ];
  return {
    claims,
    derivations,
    events: [
      event(events.ambush, "ambush", "Ambush of a column"),
      event(events.killing, "killing", "Killing of captives"),
      {
        ...event(events.filming, "filming", "Filming of the clip"),
        place: { shape: "circle", centre: { lat: 50.465, lon: 30.185 }, radiusM: 500 },
      },
      event(events.firstPosting, "posting", "First posting of the clip"),
      event(events.posting, "posting", "A posting of the clip"),
      {
        ...event(events.columnTweet, "posting", "Tweet of the column's pictures"),
        time: { earliest: "2022-04-01T21:00:00Z", latest: "2022-04-02T21:00:00Z" },
      },
      event(events.finds, "other", "Finds of bodies"),
    ],
    links: [
      { id: "l1", from: events.ambush, to: events.filming, relation: "before", basis: "the clip shows the column after the ambush" },
      { id: "l2", from: events.firstPosting, to: events.filming, relation: "posting-of", basis: "nothing is posted before it is filmed" },
    ],
    assumptions: assumed.map(([what, words], at) => ({ id: `u${at + 1}` as const, what, words })),
    sources: (Object.keys(sources) as (keyof typeof sources)[]).map((key) => ({ id: sources[key], label: labels[key], reliability: "F" })),
    copies: [[clip.held, clip.copy]],
  };
}

function event(id: EventId, sort: ClaimCase["events"][number]["sort"], title: string): ClaimCase["events"][number] {
  return { id, sort, title, time: "unknown", place: "unknown" };
}

/** By the day alone, wherever it was published. */
const published: UtcInterval = { earliest: "2022-04-05T10:00:00Z", latest: "2022-04-08T12:00:00Z" };

function claimOf(id: ClaimId, one: Said, text: string): CaseClaim {
  const start = text.indexOf(one.quote);
  const spanOf = (words: string) => {
    const at = one.quote.indexOf(words);
    if (at < 0) throw new Error(`${id}: expected "${words}" in its quote`);
    return { start: start + at, end: start + at + words.length };
  };
  const hedges: Hedge[] = (one.hedges ?? []).map(([sort, words]) => ({ sort, words, span: spanOf(words) }));
  const speakers: Speaker[] = (one.speakers ?? []).map(([words, who, says, source]) => ({
    words,
    who,
    says,
    direct: false,
    span: spanOf(words),
    source: sources[source],
  }));
  const statement: ClaimStatement = {
    aspect: one.aspect,
    value: one.value,
    polarity: one.polarity ?? "affirmed",
    hedges,
    basis: one.basis ?? "unstated",
    basisWords: one.basisWords ?? null,
    speakers,
    eventSort: eventSorts.get(one.event) ?? "unclear",
    valueSpan: spanOf(one.value.words),
    restsOn: [...(one.restsOn ?? [])],
  };
  return {
    id,
    event: one.event,
    aspect: one.aspect,
    statement,
    text: { item: itemOf(one.by), part: { sort: "article-body" }, reading: null },
    role: "body",
    span: { start, end: start + one.quote.length },
    quote: one.quote,
    publisher: { source: sources[one.by], label: labels[one.by] },
    published,
    credibility: "6",
  };
}

const eventSorts: ReadonlyMap<string, ClaimStatement["eventSort"]> = new Map([
  [events.ambush, "ambush"],
  [events.killing, "killing"],
  [events.filming, "filming"],
  [events.firstPosting, "posting"],
  [events.posting, "posting"],
  [events.columnTweet, "posting"],
  [events.finds, "other"],
]);

const edge = (number: number, derived: DerivationEnd, from: DerivationEnd, sort: DerivationSort): CaseDerivation => ({
  id: `d${number}`,
  derived,
  from,
  sort,
  standing: "confirmed",
  basis: "a person compared the two texts",
});

const derivations: readonly CaseDerivation[] = [
  edge(1, claimIds.c6PlaceNyt, claimIds.c1Place, "cites"),
  edge(2, claimIds.c6Posted, claimIds.c1Posted, "restates"),
  edge(3, itemOf("archyde"), itemOf("nyt"), "restates"),
  edge(4, itemOf("b92"), itemOf("nyt"), "restates"),
  edge(5, itemOf("taylor"), itemOf("nyt"), "restates"),
  edge(6, itemOf("playcrazy"), itemOf("nyt"), "restates"),
  edge(7, itemOf("dailyMail"), itemOf("nyt"), "restates"),
  edge(8, itemOf("tv2"), itemOf("nyt"), "restates"),
  edge(9, itemOf("times"), itemOf("nyt"), "restates"),
  edge(10, claimIds.c3Retold, claimIds.c3Ambush, "cites"),
];
