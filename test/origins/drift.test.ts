import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimValue } from "../../src/core/claim/claim-value.ts";
import { changesOf } from "../../src/reason/claims/drift/changes.ts";
import { DriftKind } from "../../src/core/claim/drift-kind.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { act, actor, caseOf, derives, number, onDay, place, type Stated, stated } from "../support/case-of-claims.ts";

type Said = Partial<Stated> & { readonly value: ClaimValue };
type Row = readonly [was: Said, became: Said, expected: string];

const speech = (words: string): Said => ({ value: { is: "speech", words, by: null } });
const checked = (words: string, of: "where" | "unstated", outcome: "verified" | "partly" | "not-verified"): Said => ({
  value: { is: "verification", words, by: null, of, outcome },
});
const what = (words: string): Said => ({ value: { is: "identification", words } });
const at = (words: string): Said => ({ value: place(words) });
const by = (...names: readonly string[]): Said => ({ value: act("fired", null), speakers: names.map((words) => ({ words })) });
const sure = { value: act("hit", "the mill") };
const appears = { ...sure, hedges: [["appearance", "appears to"]] } as const;
const offset = (hours: number, words: string): ClaimValue => ({
  is: "time",
  words,
  readings: [{ kind: "offset", hours, plusMinusHours: 12, from: "utterance", of: "the talk" }],
});
const limit = (words: string, day: string): ClaimValue => ({
  is: "time",
  words,
  readings: [{ kind: "bound", limit: "not-after", day, zone: null }],
});

/** What a claim becomes in a text that derives from it, and the kinds of change that are told; "" for none. */
const rows: Readonly<Record<string, readonly Row[]>> = {
  "converted figures, against the rounding of the first": [
    [at("7 miles southwest of Harrow"), at("11 km southwest of Harrow"), "unit-within"],
    [at("7 miles southwest of Harrow"), at("ten kilometres southwest of Harrow"), "unit-outside"],
    [at("7 miles southwest of Harrow"), at("12 km southwest of Harrow"), "unit-within"],
    [at("7 miles southwest of Harrow"), at("12.1 km southwest of Harrow"), "unit-outside"],
    [at("10 km east of Harrow"), at("six miles east of Harrow"), "unit-within"],
    [at("7.0 miles south of Harrow"), at("11 km south of Harrow"), "unit-outside"],
    [at("seven miles southwest of Harrow"), at("7 mi south-west of Harrow"), ""],
    [{ value: number("300 yards", "yards", 300) }, { value: number("270 metres", "m", 270) }, "unit-within"],
    [{ value: number("300 yards", "yards", 300) }, { value: number("500 metres", "m", 500) }, "unit-outside"],
  ],
  "hedges lost and added": [
    [appears, sure, "hedge-lost"],
    [sure, { ...sure, hedges: [["possibility", "may"]] }, "hedge-added"],
    [appears, { ...sure, hedges: [["appearance", "apparently"]] }, ""],
    [appears, { ...sure, hedges: [["report", "reportedly"]] }, ""],
    [{ value: onDay("March 3", "2031-03-03", { plusMinusDays: 1 }) }, { value: onDay("March 3", "2031-03-03") }, "hedge-lost"],
    [
      { value: onDay("March 3", "2031-03-03") },
      { value: onDay("around March 3", "2031-03-03"), hedges: [["approximate", "around"]] },
      "hedge-added",
    ],
    [at("around 7 miles south of Harrow"), at("7 miles south of Harrow"), "hedge-lost"],
    [at("around 7 miles south of Harrow"), at("some 7 miles south of Harrow"), ""],
    [at("around 7 miles south of Harrow"), at("south of Harrow"), ""],
    [{ value: limit("by March 3", "2031-03-03") }, { value: onDay("on March 3", "2031-03-03") }, "hedge-lost"],
    [{ value: number("at least ten men", "people", 10, null, null) }, { value: number("ten men", "people", 10) }, "hedge-lost"],
  ],
  directions: [
    [at("north of Harrow"), at("west of Harrow"), "direction"],
    [at("on a road north of the village of Harrow, around 7 miles southwest of Milton"), at("on a road west of the village"), "direction"],
    [at("7 miles southwest of Harrow"), at("7 miles southeast of Harrow"), "direction"],
    [at("north of Harrow"), at("to the north of Harrow"), ""],
    [at("north of Harrow, 7 miles southwest of Milton"), at("7 miles southwest of Milton"), ""],
    [at("north of Harrow"), at("near Harrow"), ""],
    [at("southwest of Harrow"), at("south-west of Harrow"), ""],
  ],
  "places in Ukrainian and Russian": [
    [at("around 7 miles southwest of Milton"), at("за 11 км на південний захід від Мілтона"), "unit-within"],
    [at("7 miles southwest of Milton"), at("в десяти километрах к юго-западу от Милтона"), "unit-outside"],
    [at("на північ від села"), at("западнее села"), "direction"],
    [at("north of Harrow, 7 miles southwest of Milton"), at("на північ від Герроу, за сім миль на південний захід від Мілтона"), ""],
    [at("за 5 км на північний схід від міста"), at("за 6 км на північний схід від міста"), "number"],
    [at("северо-восточнее города"), at("на північний схід від міста"), ""],
    [{ ...at("приблизно за 5 км від міста"), hedges: [["approximate", "приблизно"]] }, at("за 5 км від міста"), "hedge-lost"],
    [{ ...at("приблизно за 5 км від міста"), hedges: [["approximate", "приблизно"]] }, at("біля міста"), ""],
  ],
  numbers: [
    [{ value: number("ten men", "people", 10) }, { value: number("twelve men", "people", 12) }, "number"],
    [at("7 miles south of Harrow"), at("8 miles south of Harrow"), "number"],
    [{ value: offset(-48, "48 hours earlier") }, { value: offset(-72, "three days earlier") }, "number"],
    [{ value: offset(-48, "48 hours earlier") }, { value: offset(-48, "two days before") }, ""],
    [{ value: number("ten men", "people", 10) }, { value: number("10 men", "people", 10) }, ""],
  ],
  days: [
    [{ value: onDay("on Monday", "2031-05-05") }, { value: onDay("on Wednesday", "2031-05-07") }, "day"],
    [
      { value: onDay("on Monday morning", "2031-05-05", { part: "morning" }) },
      { value: onDay("on Monday night", "2031-05-05", { part: "night" }) },
      "day",
    ],
    [{ value: limit("by Monday", "2031-05-05") }, { value: limit("by Tuesday", "2031-05-06") }, "day"],
    [{ value: onDay("on Monday", "2031-05-05") }, { value: onDay("on May 5", "2031-05-05") }, ""],
    [{ value: onDay("on Monday", "2031-05-05") }, { value: onDay("on Monday morning", "2031-05-05", { part: "morning" }) }, ""],
    [{ value: onDay("from January to April", "2031-01-01", { toDay: "2031-04-30" }) }, { value: onDay("on April 30", "2031-04-30") }, ""],
    [{ value: onDay("May 4 to 6", "2031-05-04", { toDay: "2031-05-06" }) }, { value: onDay("on May 5", "2031-05-05") }, ""],
  ],
  objects: [
    [{ value: act("posted", "pictures of the column", "posting") }, { value: act("shared", "the video", "posting") }, "object"],
    [{ value: act("hit", "a truck") }, { value: act("hit", "a house") }, "object"],
    [
      { value: act("posted", "a video of the soldiers", "posting") },
      { value: act("posted", "a video of the civilians", "posting") },
      "object",
    ],
    [what("a T-72 tank"), what("a T-80 tank"), "object"],
    [{ value: actor("three soldiers", "several") }, { value: actor("three civilians", "several") }, "object"],
    [at("7 miles south of Harrow"), at("7 miles south of Milton"), "object"],
    [{ value: act("posted", "the clip", "posting") }, { value: act("shared", "the footage", "posting") }, ""],
    [{ value: act("posted", "the video of the column", "posting") }, { value: act("shared", "the video", "posting") }, ""],
    [what("a T-72 tank"), what("a T72"), ""],
    [{ value: actor("captured soldiers", "several") }, { value: actor("prisoners", "several") }, ""],
  ],
  acts: [
    [{ value: act("hurt", "three men", "attack") }, { value: act("killed", "three men", "killing") }, "act"],
    [{ value: act("shot", "a guard", "attack") }, { value: act("killed", "the guard", "killing") }, "act"],
    [{ value: { ...act("burnt", "the mill"), act: "destruction" } as ClaimValue }, { value: act("hit", "the mill", "attack") }, "act"],
    [{ value: { ...act("slipped", "the brake"), act: "other" } as ClaimValue }, { value: act("hit", "the brake", "attack") }, ""],
    [{ value: act("fired at", "the mill", "attack") }, { value: act("shelled", "the mill", "attack") }, ""],
  ],
  "one and several": [
    [{ value: actor("one of the captives", "one") }, { value: actor("captives", "several") }, "plural"],
    [{ value: actor("the vehicles", "several") }, { value: actor("the vehicle", "one") }, "plural"],
    [{ value: number("one man", "people", 1) }, { value: number("men", "people", 2, null, null) }, "plural"],
    [{ value: actor("a captive", "one") }, { value: actor("the captive", "one") }, ""],
    [{ value: actor("a captive", "one") }, { value: actor("a captive", "unknown") }, ""],
  ],
  "clauses that say something of another place now": [
    [
      at("north of the village of Harrow, around 7 miles southwest of Milton"),
      at("Harrow, a town seven miles southwest of Milton"),
      "rebound",
    ],
    [at("near Harrow, 5 km from Milton"), at("near Harrow, a village 5 km from Milton"), "rebound"],
    [at("near Harrow, a village 5 km from Milton"), at("5 km from Milton"), "rebound"],
    [at("near Harrow, 5 km from Milton"), at("near Harrow, 5 km from Milton"), ""],
    [at("near Harrow, a village 5 km from Milton"), at("near Harrow, a town five kilometres from Milton"), ""],
  ],
  "speakers dropped and promoted": [
    [by("a reporter", "soldiers"), by("the reporter"), "speaker-dropped"],
    [by("residents"), by(), "speaker-dropped"],
    [by("the agency", "two officers"), by("the agency"), "speaker-dropped"],
    [by("residents"), by("local residents"), ""],
    [by("residents"), by("the agency", "residents"), ""],
    [
      { value: act("fired", null), speakers: [{ words: "soldiers", source: "s4" }] },
      { value: act("fired", null), speakers: [{ words: "men there", source: "s4" }] },
      "",
    ],
    [
      { value: act("fired", null), speakers: [{ words: "a source at the ministry" }] },
      { value: act("fired", null), speakers: [{ words: "the ministry", who: "institution" }] },
      "speaker-promoted",
    ],
    [
      { value: act("fired", null), speakers: [{ words: "a channel of the army", who: "unknown" }] },
      { value: act("fired", null), speakers: [{ words: "the army", who: "institution" }] },
      "speaker-promoted",
    ],
    [
      { value: act("fired", null), speakers: [{ words: "a resident", who: "unknown" }] },
      { value: act("fired", null), speakers: [{ words: "one resident", who: "person" }] },
      "speaker-promoted",
    ],
    [
      { value: act("fired", null), speakers: [{ words: "the ministry", who: "institution" }] },
      { value: act("fired", null), speakers: [{ words: "the ministry", who: "institution" }] },
      "",
    ],
  ],
  "evidence told as fact": [
    [checked("could not be verified", "where", "not-verified"), checked("verified", "where", "verified"), "evidence-to-fact"],
    [checked("its place was verified", "where", "verified"), checked("verified", "unstated", "verified"), "evidence-to-fact"],
    [
      { ...at("near the mill"), basis: "inferred", basisWords: "by the shadows" },
      { ...at("near the mill"), basis: "saw" },
      "evidence-to-fact",
    ],
    [{ ...at("near the mill"), basis: "told" }, { ...at("near the mill"), basis: "measured" }, "evidence-to-fact"],
    [{ ...at("near the mill"), basis: "inferred" }, at("near the mill"), ""],
    [checked("verified", "where", "verified"), checked("confirmed", "where", "verified"), ""],
    [{ ...at("near the mill"), basis: "saw" }, { ...at("near the mill"), basis: "filmed" }, ""],
  ],
  "quotations in other words": [
    [speech("hold the bridge"), speech("keep the crossing"), "requoted"],
    [speech("тримай міст"), speech("hold the bridge"), "requoted"],
    [
      { value: act("saw them leave", null), speakers: [{ words: "the guard", direct: true }] },
      { value: act("watched them go", null), speakers: [{ words: "the guard", direct: true }] },
      "requoted",
    ],
    [speech("Hold the bridge!"), speech("hold the bridge"), ""],
    [speech("hold the bridge until night"), speech("hold the bridge"), ""],
    [
      { value: act("saw them leave", null), speakers: [{ words: "the guard", direct: true }] },
      { value: act("watched them go", null), speakers: [{ words: "the guard" }] },
      "",
    ],
  ],
  polarity: [
    [at("in Harrow"), { ...at("in Harrow"), polarity: "denied" }, "polarity"],
    [{ value: { is: "unknown", words: "which unit" }, polarity: "open" }, { value: actor("a unit"), polarity: "affirmed" }, "polarity"],
    [{ ...at("in Harrow"), polarity: "denied" }, at("in Harrow"), "polarity"],
    [{ ...at("in Harrow"), polarity: "denied" }, { ...at("in Harrow"), polarity: "denied" }, ""],
    [
      { value: { is: "unknown", words: "which unit" }, polarity: "open", hedges: [["unclear", "unclear"]] },
      { value: { is: "unknown", words: "whose unit" }, polarity: "open" },
      "",
    ],
  ],
};

describe("what a restatement changes", () => {
  for (const [name, table] of Object.entries(rows))
    it(name, () => {
      for (const [was, became, expected] of table)
        assert.equal(
          changesOf(stated(was), stated({ ...became, id: "k2", item: "i2" }))
            .map(({ kind }) => kind)
            .join(),
          expected,
          `${was.value.words} -> ${became.value.words}`,
        );
    });

  it("a claim held against itself changes nothing", () => {
    for (const [was, became] of Object.values(rows).flat())
      for (const one of [was, became])
        assert.deepEqual(changesOf(stated(one), stated({ ...one, id: "k2", item: "i2" })), [], one.value.words);
  });

  it("every kind of change is in a table here", () => {
    const told = new Set(Object.values(rows).flatMap((table) => table.map(([, , kind]) => kind)));
    assert.deepEqual(
      DriftKind.options.filter((kind) => !told.has(kind)),
      ["places-merged", "event"] satisfies DriftKind[],
    );
  });
});

describe("changes that only a whole text shows", () => {
  const kinds = (first: readonly Said[], second: readonly Said[]) => {
    const claims = [
      ...first.map((one, n) => stated({ ...one, id: `k${n + 1}`, item: "i1" })),
      ...second.map((one, n) => stated({ ...one, id: `k${n + 101}`, item: "i2" })),
    ];
    return originReport(caseOf(claims, [derives("i2", "i1")])).drifts.map(
      ({ kind, derived, from }) => `${kind} ${derived.join("+")} < ${from.join("+")}`,
    );
  };

  it("two events at one place that were at two", () => {
    const here = at("near the mill");
    const there = { ...at("in Harrow"), event: "e2", at: 50 } as const;
    assert.deepEqual(kinds([here, there], [here, { ...there, value: here.value }]), ["places-merged k101+k102 < k1+k2"]);
    assert.deepEqual(kinds([here], [here, { ...there, value: here.value, at: 50 }]), ["places-merged k101+k102 < k1"]);
    assert.deepEqual(kinds([here, { ...here, event: "e2" }], [here, { ...here, event: "e2" }]), []);
    assert.deepEqual(kinds([here, there], [here, there]), []);
  });

  it("a filming at the place of what it shows is no merging, unless the first text has it elsewhere", () => {
    const here = stated(at("near the mill"));
    const filmed = stated({ ...at("near the mill"), id: "k2", item: "i2", event: "e2", at: 50 });
    const again = stated({ ...at("near the mill"), id: "k3", item: "i2" });
    const links = [{ id: "l1", from: "e2", to: "e1", relation: "filming-of", basis: "it shows it" }] as const;
    const merged = (...first: readonly (typeof here)[]) =>
      originReport(caseOf([...first, again, filmed], [derives("i2", "i1")], { links })).drifts.map(({ kind }) => kind);
    assert.deepEqual(merged(here), ["event"]);
    assert.deepEqual(merged(here, stated({ ...at("in Harrow"), id: "k4", event: "e2", at: 50 })), ["places-merged"]);
  });

  it("what was said of one event is said of another", () => {
    const unit = { value: actor("the third battalion", "several") };
    assert.deepEqual(kinds([unit], [{ ...unit, event: "e2" }]), ["event k101 < k1"]);
    assert.deepEqual(kinds([{ value: onDay("on Monday", "2031-05-05") }], [{ value: onDay("on May 5", "2031-05-05"), event: "e2" }]), [
      "event k101 < k1",
    ]);
    assert.deepEqual(kinds([unit], [unit]), []);
    assert.deepEqual(kinds([at("in Harrow")], [{ ...at("7 miles southwest of Harrow"), event: "e2" }]), []);
    assert.deepEqual(kinds([unit], [{ ...unit, event: "unassigned" }]), []);
  });

  it("a change of event is none where a person assumed that the two are one", () => {
    const unit = actor("the third battalion", "several");
    const claims = [stated({ value: unit }), stated({ id: "k2", item: "i2", event: "e2", value: unit })];
    const assumptions = [{ id: "u1", what: { is: "same-event", first: "e1", second: "e2" }, words: "one attack" }] as const;
    assert.deepEqual(originReport(caseOf(claims, [derives("i2", "i1")], { assumptions })).drifts, []);
    assert.equal(originReport(caseOf(claims, [derives("i2", "i1")])).drifts.length, 1);
    // Nor where both are one with a third: contradictions hold those for one event as well.
    const chain = ["e1", "e2"].map((first, i) => ({
      ...{ id: `u${i + 1}` as const, words: "one attack" },
      what: { is: "same-event" as const, first: first as "e1" | "e2", second: "e3" as const },
    }));
    assert.deepEqual(originReport(caseOf(claims, [derives("i2", "i1")], { assumptions: chain })).drifts, []);
    assert.equal(originReport(caseOf(claims, [derives("i2", "i1")], { assumptions: chain.slice(1) })).drifts.length, 1);
  });

  it("a verification that the first text knows nothing of", () => {
    const verified = checked("verified", "where", "verified");
    const place = { ...at("near the mill"), basis: "inferred" } as const;
    assert.deepEqual(kinds([place], [at("near the mill"), verified]), ["evidence-to-fact k102 < k1"]);
    assert.deepEqual(kinds([place, verified], [place, verified]), []);
    assert.deepEqual(kinds([place], [place, checked("could not be verified", "where", "not-verified")]), []);
  });

  it("another act done to the same is one statement retold, and acts done to different things are two", () => {
    const slipped = {
      value: { ...act("slipped", "the handbrake"), act: "other" } as ClaimValue,
      hedges: [["appearance", "Apparently"]],
    } as const;
    const failed = { value: { ...act("failed", "The handbrake of a delivery van"), act: "destruction" } as ClaimValue };
    assert.deepEqual(kinds([slipped], [failed]), ["hedge-lost k101 < k1"]);
    assert.deepEqual(kinds([slipped], [{ value: { ...act("fell", "a tree"), act: "destruction" } as ClaimValue }]), []);
  });

  it("one statement split into two, and two merged into one, are told once", () => {
    const long = { ...at("near the mill"), hedges: [["possibility", "likely"]] } as const;
    const twice = [at("near the mill"), { ...at("near the old mill") }];
    assert.deepEqual(kinds([long], twice), ["hedge-lost k101+k102 < k1"]);
    assert.deepEqual(kinds([long, long], [at("near the mill")]), ["hedge-lost k101 < k1+k2"]);
  });

  it("a change is told once where a whole text and one of its claims are joined to the same", () => {
    const claims = [stated({ ...appears }), stated({ ...sure, id: "k2", item: "i2" })];
    assert.equal(originReport(caseOf(claims, [derives("i2", "i1"), derives("k2", "k1")])).drifts.length, 1);
  });

  it("a claim is held against what it comes nearest to, not against everything of its aspect", () => {
    const soldiers = { value: onDay("on Tuesday", "2031-05-06"), speakers: [{ words: "soldiers" }] };
    const own = { value: onDay("on Monday", "2031-05-05") };
    assert.deepEqual(kinds([soldiers, own], [own]), []);
    assert.deepEqual(kinds([own, soldiers], [soldiers]), []);
  });
});

describe("drift inside a document", () => {
  const report = (...said: readonly Said[]) => originReport(caseOf(said.map((one, n) => stated({ ...one, id: `k${n + 1}` }))));

  it("headline, key points and captions are held against the body", () => {
    const body = { ...appears, role: "body" } as const;
    for (const role of ["headline", "key-points", "caption"] as const)
      assert.deepEqual(
        report({ ...sure, role }, body).inside.map((one) => [one.kind, one.derived, one.from, one.role, one.against]),
        [["hedge-lost", "k1", "k2", role, "body"]],
      );
    assert.deepEqual(report({ ...appears, role: "headline" }, body).inside, []);
    assert.deepEqual(report({ ...at("near the mill"), role: "headline", event: "e2" }, at("in Harrow")).inside, []);
    assert.deepEqual(
      report({ ...at("in Harrow"), role: "headline", event: "e2" }, at("in Harrow")).inside.map(({ kind, was, became }) => [
        kind,
        was,
        became,
      ]),
      [["event", "e1", "e2"]],
    );
    assert.deepEqual(report({ ...sure, role: "quote" }, body).inside, []);
  });

  it("a repeat is one claim and one origin", () => {
    const { repeats, cells } = report(
      { ...at("near the mill"), role: "headline" },
      at("near the mill"),
      at("in Harrow"),
      at("near the mill"),
    );
    assert.deepEqual(repeats, [["k1", "k2", "k4"]]);
    assert.equal(cells[0]?.count.high, 1);
    assert.deepEqual(report(at("near the mill"), { ...at("near the mill"), event: "e2" }).repeats, []);
    assert.deepEqual(report(at("near the mill"), { ...at("near the mill"), speakers: [{ words: "the mayor" }] }).repeats, []);
    assert.deepEqual(report(appears, sure).repeats, []);
    const post = (id: "k1" | "k2", number: number) => ({
      ...stated({ ...at("near the mill"), id }),
      text: { item: "i1" as const, part: { sort: "post" as const, post: number }, reading: null },
    });
    assert.deepEqual(originReport(caseOf([post("k1", 0), post("k2", 1)])).repeats, []);
    assert.deepEqual(originReport(caseOf([post("k1", 0), post("k2", 0)])).repeats, [["k1", "k2"]]);
  });
});
