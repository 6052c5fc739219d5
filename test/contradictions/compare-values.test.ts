/** Two claims of one event, aspect by aspect: which can both hold, and which cannot. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HedgeSort, Polarity } from "../../src/core/claim/claim.ts";
import type { ClaimValue } from "../../src/core/claim/claim-value.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import type { ContradictionReport, PairJudgement } from "../../src/reason/claims/contradictions/contradiction-report-types.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import { act, actor, caseOf, number, onDay, place, stated } from "../support/case-of-claims.ts";

interface Said {
  readonly value: ClaimValue;
  readonly polarity?: Polarity;
  readonly hedges?: readonly (readonly [HedgeSort, string])[];
}

function reportOf(first: Said, second: Said, places: Parameters<typeof contradictionReport>[2] = {}): ContradictionReport {
  return contradictionReport(
    caseOf([stated({ id: "k1", item: "i1", ...first }), stated({ id: "k2", item: "i2", ...second })]),
    { horizon: ["2031-04-01", "2031-07-01"], zone: "Europe/Kyiv" },
    places,
  );
}

function judged(
  first: ClaimValue | Said,
  second: ClaimValue | Said,
  places: Parameters<typeof contradictionReport>[2] = {},
): PairJudgement {
  const said = (one: ClaimValue | Said): Said => ("value" in one ? one : { value: one });
  const [pair] = reportOf(said(first), said(second), places).events[0]?.aspects[0]?.pairs ?? [];
  assert.ok(pair !== undefined);
  return pair;
}

describe("numbers", () => {
  it("stand against each other where their spans have nothing in common, by how many", () => {
    const pair = judged(number("twelve people", "people", 12), number("at most ten people", "people", null, null, 10));
    assert.deepEqual([pair.judgement, pair.gap], ["contradict", { in: "number", number: 2, unit: "people" }]);
    const report = reportOf({ value: number("twelve people", "people", 12) }, { value: number("ten people", "people", 10) });
    assert.deepEqual(
      report.sets.map(({ members }) => members.map(({ id }) => id)),
      [["k1", "k2"]],
    );
  });

  it("are narrower inside an open span, and the same as themselves", () => {
    const pair = judged(number("twelve people", "people", 12), number("at least ten people", "people", 10, null, null));
    assert.deepEqual([pair.judgement, pair.narrower], ["narrower", "k1"]);
    assert.equal(judged(number("12", "people", 12), number("twelve", "persons", 12)).judgement, "same");
  });

  it('reach further with "about", to one unit of their last digit', () => {
    const about = { value: number("30 people", "people", 30), hedges: [["approximate", "about"]] as const };
    assert.equal(judged(about, number("25 people", "people", 25)).judgement, "narrower");
    assert.equal(judged(number("30 people", "people", 30), number("25 people", "people", 25)).judgement, "contradict");
  });

  it("are converted before they are compared: 7 miles are 11 km within rounding, and not 10", () => {
    const miles = number("7 miles", "miles", 7);
    assert.notEqual(judged(miles, number("11 km", "km", 11)).judgement, "contradict");
    const pair = judged(miles, number("9.5 km", "km", 9.5));
    assert.equal(pair.judgement, "contradict");
    assert.ok(pair.gap?.in === "number" && Math.abs(pair.gap.number - (6.5 * 1.609344 - 9.55)) < 1e-9);
  });

  it("of different things are for a person to compare", () => {
    assert.equal(judged(number("3 vehicles", "vehicles", 3), number("10 people", "people", 10)).judgement, "cannot-tell");
    assert.equal(judged(number("3 hours", "hours", 3), number("10 km", "km", 10)).judgement, "compatible");
  });
});

describe("who", () => {
  it("stand against each other as two names that are each said alone to have done it", () => {
    assert.equal(judged(actor("the Harrow Brigade", "one"), actor("the Fenwick Guard", "one")).judgement, "contradict");
    assert.equal(judged(actor("the Harrow Brigade", "one"), actor("the Fenwick Guard", "several")).judgement, "compatible");
  });

  it("are narrower where one name holds the other, whatever the capitals", () => {
    const pair = judged(actor("Harrow Brigade"), actor("The second company of the harrow brigade"));
    assert.deepEqual([pair.judgement, pair.narrower], ["narrower", "k2"]);
    assert.equal(judged(actor("The Harrow Brigade"), actor("Harrow brigade")).judgement, "same");
  });

  it("leave open which unit a role is", () => {
    assert.equal(judged(actor("soldiers"), actor("the Harrow Brigade")).judgement, "cannot-tell");
    assert.equal(judged(actor("Harrow soldiers"), actor("the Fenwick Guard")).judgement, "cannot-tell");
    assert.equal(judged(actor("українські військові"), actor("Добровольчий батальйон Гарроу")).judgement, "cannot-tell");
  });

  it("are not compared between who did it and who suffered it, nor where that is unclear", () => {
    const suffered: ClaimValue = { is: "actor", words: "the Fenwick Guard", part: "suffered", count: "one" };
    assert.equal(judged(actor("the Harrow Brigade", "one"), suffered).judgement, "compatible");
    const unclear: ClaimValue = { is: "actor", words: "the Fenwick Guard", part: "unclear", count: "one" };
    assert.equal(judged(actor("the Harrow Brigade", "one"), unclear).judgement, "compatible");
  });

  it("stand against nothing as long as it is not known", () => {
    const open = { value: { is: "unknown", words: "who fired" } as ClaimValue, polarity: "open" as const };
    assert.equal(judged(actor("the Harrow Brigade", "one"), open).judgement, "compatible");
  });
});

describe("what", () => {
  it("a killing is narrower than an attack on the same, and a posting is neither", () => {
    const pair = judged(act("killed", "two men", "killing"), act("attacked", "two men"));
    assert.deepEqual([pair.judgement, pair.narrower], ["narrower", "k1"]);
    assert.equal(judged(act("killed", "two men", "killing"), act("posted", "a clip", "posting")).judgement, "compatible");
  });

  it("an act that is denied stands against the same one affirmed, also where that says more", () => {
    const denied = { value: act("attacked", "two men"), polarity: "denied" as const };
    assert.equal(judged(act("attacked", "two men"), denied).judgement, "contradict");
    assert.equal(judged(act("killed", "two men", "killing"), denied).judgement, "contradict");
    const deniedKilling = { value: act("killed", "two men", "killing"), polarity: "denied" as const };
    assert.equal(judged(act("attacked", "two men"), deniedKilling).judgement, "compatible");
    assert.equal(judged(denied, denied).judgement, "same");
  });
});

describe("words, identifications and verifications", () => {
  it("two things spoken can both have been spoken", () => {
    const spoken = (words: string): ClaimValue => ({ is: "speech", words, by: null });
    assert.equal(judged(spoken("go on"), spoken("stay here")).judgement, "compatible");
    assert.equal(judged(spoken("go on"), spoken("Go on!")).judgement, "same");
  });

  it("two identifications in other words are for a person to compare", () => {
    const seen = (words: string): ClaimValue => ({ is: "identification", words });
    assert.equal(judged(seen("a tracked carrier"), seen("a lorry")).judgement, "cannot-tell");
    assert.deepEqual(judged(seen("carrier"), seen("a tracked carrier")).narrower, "k2");
  });

  it("a verification of one aspect bears on no other, and one checker can stand against itself", () => {
    const checked = (of: "where" | "when", outcome: "verified" | "not-verified", by: string | null): ClaimValue => ({
      ...{ is: "verification", words: "verified", by, of, outcome },
    });
    assert.equal(judged(checked("where", "verified", "the desk"), checked("when", "not-verified", "the desk")).judgement, "compatible");
    assert.equal(judged(checked("where", "verified", "the desk"), checked("where", "not-verified", "the desk")).judgement, "contradict");
    assert.equal(
      judged(checked("where", "verified", "the desk"), checked("where", "not-verified", "another desk")).judgement,
      "compatible",
    );
    assert.equal(judged(checked("where", "verified", null), checked("where", "not-verified", null)).judgement, "compatible");
  });
});

describe("times", () => {
  it("are judged by what they leave, with the gap where that is nothing", () => {
    const pair = judged(onDay("on the 6th", "2031-05-06"), onDay("on the 8th", "2031-05-08"));
    assert.deepEqual([pair.judgement, pair.gap], ["contradict", { in: "seconds", seconds: 86_400 }]);
    const morning = judged(onDay("on the 6th", "2031-05-06"), onDay("on the morning of the 6th", "2031-05-06", { part: "morning" }));
    assert.deepEqual([morning.judgement, morning.narrower], ["narrower", "k2"]);
    const touching = judged(onDay("on the 6th", "2031-05-06"), onDay("on the 7th", "2031-05-07"));
    assert.deepEqual([touching.judgement, touching.touching], ["compatible", true]);
  });

  it("with two readings are judged by each, and nothing is told where they differ", () => {
    const twice: ClaimValue = {
      ...{ is: "time", words: "06/05/31" },
      readings: [
        { kind: "within", day: "2031-05-06", zone: null },
        { kind: "within", day: "2031-06-05", zone: null },
      ],
    };
    const pair = judged(twice, onDay("on May 6", "2031-05-06"));
    assert.equal(pair.judgement, "cannot-tell");
    assert.deepEqual(
      pair.readings.map(({ judgement }) => judgement),
      ["same", "contradict"],
    );
    const report = reportOf({ value: twice }, { value: onDay("on May 6", "2031-05-06") });
    assert.deepEqual(report.sets, []);
    assert.deepEqual(
      report.times[0]?.cases.map(({ taken, sets }) => [taken[0]?.as, sets.length]),
      [
        ["reading 1", 0],
        ["reading 2", 1],
      ],
    );
  });

  it("that are denied stand against what is said to be within them", () => {
    const denied = { value: onDay("on the 6th", "2031-05-06"), polarity: "denied" as const };
    const report = reportOf({ value: onDay("on the morning of the 6th", "2031-05-06", { part: "morning" }) }, denied);
    assert.equal(report.sets.length, 1);
    assert.equal(judged(onDay("on the 7th", "2031-05-07"), denied).judgement, "compatible");
  });

  it("that cannot be placed are told and not used", () => {
    const report = reportOf(
      { value: { is: "time", words: "before the shelling", readings: [{ kind: "order", relation: "before", of: "the shelling" }] } },
      { value: { is: "time", words: "in the afternoon", readings: [{ kind: "sun", sun: "afternoon" }] } },
    );
    assert.deepEqual(
      report.notUsed.map(({ id }) => id),
      ["k1", "k2"],
    );
    assert.match(report.notUsed[0]?.why ?? "", /nobody stated which event of the case that is/);
    assert.equal(report.events[0]?.aspects[0]?.pairs[0]?.judgement, "cannot-tell");
  });

  it("take a night on to the next day, and an end as closed", () => {
    const night = onDay("on the night of the 6th", "2031-05-06", { part: "night" });
    assert.equal(judged(night, onDay("early on the 7th", "2031-05-07", { part: "morning" })).judgement, "compatible");
    const until: ClaimValue = {
      is: "time",
      words: "by the 6th",
      readings: [{ kind: "bound", limit: "not-after", day: "2031-05-06", zone: null }],
    };
    assert.equal(judged(until, onDay("on the 8th", "2031-05-08")).judgement, "contradict");
    assert.equal(judged(until, onDay("on the 2nd", "2031-05-02")).narrower, "k2");
  });

  it("around a clock time reach an hour to either side, into the next day too", () => {
    const at = (clock: string, hedged: boolean): Said => ({
      value: { is: "time", words: clock, readings: [{ kind: "within", day: "2031-05-06", between: [clock, clock], zone: null }] },
      hedges: hedged ? [["approximate", "around"]] : [],
    });
    assert.equal(judged(at("14:00", false), at("15:00", false)).judgement, "contradict");
    assert.equal(judged(at("14:00", true), at("15:00", false)).judgement, "narrower");
    const pair = judged(at("14:30", true), at("15:01", false));
    assert.deepEqual(pair.gap, { in: "seconds", seconds: 60 });
    assert.equal(judged(at("23:30", true), onDay("on the 7th", "2031-05-07")).touching, true);
    assert.equal(judged(at("23:00", true), onDay("on the 7th", "2031-05-07")).judgement, "compatible");
    assert.equal(judged(at("00:00", true), onDay("on the evening of the 5th", "2031-05-05", { part: "evening" })).judgement, "compatible");
  });
});

describe("places", () => {
  const anchors = { Harrow: [{ lat: 50.5, lon: 30.2 }], Fenwick: [{ lat: 50.9, lon: 30.2 }] };
  const problems = (...phrases: string[]) => Object.fromEntries(phrases.map((text) => [text, PlaceProblem.parse({ text, anchors })]));
  const phrases = ["3 km north of Harrow", "3 km south of Harrow", "near Harrow", "in Harrow", "in Fenwick", "near Dunmore"] as const;
  const known = problems(...phrases);
  const of = (first: (typeof phrases)[number], second: (typeof phrases)[number]) => judged(place(first), place(second), known);

  it("stand against each other where no point is left, by the nearest miss", () => {
    const pair = of("in Harrow", "in Fenwick");
    assert.equal(pair.judgement, "contradict");
    // 44.5 km between the points, 2 km around each.
    assert.ok(pair.gap?.in === "km" && Math.abs(pair.gap.km - 40.5) < 0.2, JSON.stringify(pair.gap));
    assert.equal(of("3 km north of Harrow", "3 km south of Harrow").judgement, "contradict");
  });

  it("are narrower inside, and compatible where they have a part in common", () => {
    const pair = of("in Harrow", "near Harrow");
    assert.deepEqual([pair.judgement, pair.narrower], ["narrower", "k1"]);
    assert.equal(
      judged(place("within 4 km of Harrow"), place("3 km north of Harrow"), problems("within 4 km of Harrow", "3 km north of Harrow"))
        .judgement,
      "narrower",
    );
  });

  it("by headings of one village stand against each other or not as their sectors do", () => {
    const headings = problems(
      "3 km northwest of Harrow",
      "4 km north of Harrow",
      "west of Harrow",
      "4 km west of Harrow",
      "north of Harrow",
    );
    assert.equal(judged(place("4 km north of Harrow"), place("4 km west of Harrow"), headings).touching, true);
    assert.equal(judged(place("3 km northwest of Harrow"), place("north of Harrow"), headings).judgement, "compatible");
    assert.equal(judged(place("3 km northwest of Harrow"), place("4 km north of Harrow"), headings).judgement, "compatible");
  });

  it("that are in and outside a place only touch", () => {
    const pair = judged(place("in Harrow"), place("outside Harrow"), problems("in Harrow", "outside Harrow"));
    assert.deepEqual([pair.judgement, pair.touching], ["compatible", true]);
  });

  it("are never told to be compatible where a name has no point", () => {
    const pair = of("near Dunmore", "in Harrow");
    assert.equal(pair.judgement, "cannot-tell");
    assert.match(pair.words, /no point of Dunmore is known/);
    assert.equal(judged(place("in Harrow"), place("in Fenwick")).judgement, "cannot-tell");
  });

  it("that are denied stand against what is inside them", () => {
    const denied = { value: place("near Harrow"), polarity: "denied" as const };
    assert.equal(judged(place("in Harrow"), denied, known).judgement, "contradict");
    assert.equal(judged(place("in Fenwick"), denied, known).judgement, "compatible");
  });
});
