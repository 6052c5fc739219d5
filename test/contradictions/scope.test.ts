/** What is compared with what: claims of one event, never of two, unless a person assumed that they are one. And no side is taken. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Assumption } from "../../src/core/claim/assumption.ts";
import type { CaseClaim, ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import type { ConflictSet } from "../../src/reason/claims/contradictions/contradiction-report-types.ts";
import { ProblemUnreadable } from "../../src/reason/problem/problem-unreadable.ts";
import { act, actor, caseOf, derives, number, onDay, stated } from "../support/case-of-claims.ts";
import { claimIds, dmytrivkaCase, events } from "../support/dmytrivka-claims.ts";
import { assertTakesNoSide, sideTaken } from "../support/takes-no-side.ts";

const settings = { horizon: ["2031-04-01", "2031-07-01"], zone: "Europe/Kyiv" } as const;
const assume = (...whats: Assumption[]): Pick<ClaimCase, "assumptions"> => ({
  assumptions: whats.map((what, i) => ({ id: `u${i + 1}` as const, what, words: "for the sake of the argument" })),
});
const members = ({ members: all }: ConflictSet) => all.map(({ id }) => id).toSorted();

const of = (id: CaseClaim["id"], event: CaseClaim["event"], value: Parameters<typeof stated>[0]["value"]) =>
  stated({ id, event, item: `i${id.slice(1)}` as const, value });

const twoEvents = [of("k1", "e1", actor("the Harrow Brigade", "one")), of("k2", "e2", actor("the Fenwick Guard", "one"))];

describe("claims of two events", () => {
  it("are not compared, whatever they say", () => {
    const report = contradictionReport(caseOf(twoEvents), settings);
    assert.deepEqual(report.sets, []);
    assert.deepEqual(
      report.differentEvents.map(({ aspect, first, second, judgement }) => [aspect, first.claims, second.claims, judgement]),
      [["who", ["k1"], ["k2"], "different-event"]],
    );
  });

  it("are compared once a person assumed that the two are one event, and the assumption is then a member", () => {
    const report = contradictionReport(caseOf(twoEvents, [], assume({ is: "same-event", first: "e1", second: "e2" })), settings);
    assert.deepEqual(report.sets.map(members), [["k1", "k2", "u1"]]);
    assert.deepEqual(report.events[0]?.joinedBy, ["u1"]);
    const assumption = report.sets[0]?.members.find(({ id }) => id === "u1");
    assert.deepEqual([assumption?.source, assumption?.credibility], [null, null]);
    assert.equal(assumption?.dissolves, "that e1 and e2 are two events");
    assert.deepEqual(report.differentEvents, []);
  });

  it("are not joined by the assumption that one and the same did both", () => {
    const report = contradictionReport(caseOf(twoEvents, [], assume({ is: "same-actor", first: "e1", second: "e2" })), settings);
    assert.deepEqual(report.sets, []);
    assert.equal(report.events.length, 2);
    assert.equal(report.assumptions[0]?.used, null);
  });

  it("reach each other in time through a link that a person stated, which is then a member", () => {
    const claims = [of("k1", "e1", onDay("on the 8th", "2031-05-08")), of("k2", "e2", onDay("on the 6th", "2031-05-06"))];
    assert.deepEqual(contradictionReport(caseOf(claims), settings).sets, []);
    const links = [{ id: "l1", from: "e1", to: "e2", relation: "before", basis: "" }] as const;
    const report = contradictionReport(caseOf(claims, [], { links }), settings);
    assert.deepEqual(report.sets.map(members), [["k1", "k2", "l1"]]);
    assert.deepEqual(report.sets[0]?.gap, { in: "seconds", seconds: 86_400 });
    // Judged as a pair they stay of two events.
    assert.equal(report.differentEvents.length, 1);
  });

  it("reach each other in time through an assumed order and an assumed day", () => {
    const claims = [of("k1", "e1", onDay("on the 8th", "2031-05-08")), of("k2", "e2", onDay("on the 6th", "2031-05-06"))];
    const order = contradictionReport(caseOf(claims, [], assume({ is: "before", first: "e1", second: "e2", atLeastHours: 5 })), settings);
    assert.deepEqual(order.sets.map(members), [["k1", "k2", "u1"]]);
    assert.deepEqual(order.sets[0]?.gap, { in: "seconds", seconds: 86_400 + 5 * 3600 });
    const day = contradictionReport(
      caseOf(claims, [], assume({ is: "same-day", first: "e1", second: "e2", zone: "Europe/Kyiv" })),
      settings,
    );
    // The day of each is that of the other's claim, which is told with the assumption: two ways to the same two claims.
    for (const set of day.sets)
      assert.deepEqual(new Set([...members(set), ...set.members.flatMap(({ by }) => by)]), new Set(["k1", "k2", "u1"]));
    assert.ok(day.sets.length > 0);
  });

  it("of which one says nothing of order are told to be of no use", () => {
    const links = [{ id: "l1", from: "e1", to: "e2", relation: "part-of", basis: "" }] as const;
    const report = contradictionReport(caseOf(twoEvents, [], { links }), settings);
    assert.match(report.notUsed[0]?.why ?? "", /no order/);
  });
});

describe("the scope of a statement", () => {
  it("praise for a destroyed convoy is of that event alone", () => {
    const praise = [
      of("k1", "e1", act("destroyed", "the convoy")),
      stated({ id: "k2", item: "i2", event: "e2", value: act("killed", "captives", "killing"), polarity: "denied" }),
      of("k3", "e1", { is: "speech", words: "well done", by: "the ministry" }),
    ];
    const report = contradictionReport(caseOf(praise), settings);
    assert.deepEqual(report.sets, []);
    for (const { events: each, aspects } of report.events)
      for (const { claims } of aspects) assert.deepEqual(claims.includes("k3"), each.includes("e1") && claims.includes("k3"));
  });

  it("a denial by the party itself is a claim like any other, and its silence none", () => {
    const affirmed = of("k1", "e1", act("attacked", "the mill"));
    const denied = stated({ id: "k2", item: "i2", event: "e1", value: act("attacked", "the mill"), polarity: "denied" });
    assert.deepEqual(contradictionReport(caseOf([affirmed, denied]), settings).sets.map(members), [["k1", "k2"]]);
    assert.deepEqual(contradictionReport(caseOf([affirmed]), settings).sets, []);
  });

  it("a restatement that differs from what it comes from is marked as drift", () => {
    const claims = [of("k1", "e1", number("ten people", "people", 10)), of("k2", "e1", number("twelve people", "people", 12))];
    const drifted = contradictionReport(caseOf(claims, [derives("k2", "k1")]), settings);
    assert.deepEqual(
      drifted.sets.map(({ alongDerivation }) => alongDerivation),
      [true],
    );
    const proposed = contradictionReport(caseOf(claims, [derives("k2", "k1", "proposed")]), settings);
    assert.equal(proposed.sets[0]?.alongDerivation, false);
    const picture = { ...derives("k2", "k1"), sort: "same-picture" } as const;
    assert.equal(contradictionReport(caseOf(claims, [picture]), settings).sets[0]?.alongDerivation, false);
  });

  it("claims of no event are told and not compared", () => {
    const report = contradictionReport(caseOf([of("k1", "unassigned", actor("the Harrow Brigade"))]), settings);
    assert.deepEqual(report.events, []);
    assert.deepEqual(report.notUsed, [{ id: "k1", why: "nobody stated which event it is about" }]);
  });

  it("an assumption about a zone counts where the text states none, and a zone without a clock is told", () => {
    const claims = [of("k1", "e1", onDay("on the 6th", "2031-05-06"))];
    const open = { ...settings, zone: null };
    const told = contradictionReport(caseOf(claims, [], assume({ is: "zone", claim: "k1", zone: "Europe/London" })), open);
    assert.deepEqual(told.times[0]?.cases[0]?.times[0]?.windows, [["2031-05-05T23:00:00Z", "2031-05-06T23:00:00Z"]]);
    assert.equal(told.times[0]?.cases.length, 1);
    const nowhere = contradictionReport(caseOf(claims, [], assume({ is: "zone", claim: "k1", zone: "Mars/Olympus" })), open);
    assert.match(nowhere.notUsed[0]?.why ?? "", /no clock is known of/);
  });
});

describe("the report", () => {
  it("uses no word that says which claim holds", () => {
    for (const zone of ["Europe/Kyiv", "Europe/London", "unset"])
      for (const roundingHours of [0, 12])
        for (const conclusion of [false, true])
          assertTakesNoSide(
            contradictionReport(dmytrivkaCase({ zone, conclusion }), { horizon: ["2022-02-24", "2022-04-30"], roundingHours }),
          );
    assertTakesNoSide(contradictionReport(caseOf(twoEvents, [], assume({ is: "same-event", first: "e1", second: "e2" })), settings));
    assert.equal(sideTaken("k1 is correct"), "correct");
    assert.equal(sideTaken("he lied"), "lied");
  });

  it("names settings that cannot be used", () => {
    const c = dmytrivkaCase();
    assert.throws(() => contradictionReport(c, { horizon: ["2022-04-30", "2022-02-24"] }), ProblemUnreadable);
    assert.throws(() => contradictionReport(c, { zone: "Mars/Olympus", horizon: ["2022-02-24", "2022-04-30"] }), ProblemUnreadable);
  });

  it("takes one zone for all that one source leaves open, and one apart for each source", () => {
    const day = (id: CaseClaim["id"], source: "s1" | "s2", on: string) =>
      stated({ id, source, item: `i${id.slice(1)}` as const, value: onDay(on, on) });
    const open = { ...settings, zone: null, zones: ["Europe/Kyiv", "America/New_York"] };
    const one = contradictionReport(caseOf([day("k1", "s1", "2031-05-06"), day("k2", "s1", "2031-05-06")]), open);
    assert.deepEqual(
      one.events[0]?.aspects[0]?.pairs.map(({ judgement }) => judgement),
      ["same"],
    );
    assert.deepEqual(
      one.times[0]?.cases.map(({ taken }) => taken.map(({ claims, as }) => [claims, as])),
      [[[["k1", "k2"], "Europe/Kyiv"]], [[["k1", "k2"], "America/New_York"]]],
    );
    const two = contradictionReport(caseOf([day("k1", "s1", "2031-05-06"), day("k2", "s2", "2031-05-08")]), open);
    assert.equal(two.times[0]?.cases.length, 4);
    assert.deepEqual(two.sets, []);
    // By whichever clocks, the 6th is over before the 8th begins.
    assert.equal(two.events[0]?.aspects[0]?.pairs[0]?.judgement, "contradict");
    assert.equal(two.events[0]?.aspects[0]?.pairs[0]?.gap, null);
    const many = Array.from({ length: 5 }, (_, i) =>
      stated({ id: `k${i + 1}`, item: `i${i + 1}`, value: onDay("on the 6th", "2031-05-06") }),
    );
    const table = contradictionReport(caseOf(many), open).times[0];
    assert.deepEqual([table?.cases.length, table?.casesLeftOut], [2, 30]);
  });

  it("tells a time that is said by the sun where no place is known, instead of placing it", () => {
    const c = dmytrivkaCase();
    const nowhere = { ...c, events: c.events.map((event) => ({ ...event, place: "unknown" as const })) };
    const report = contradictionReport(nowhere, { horizon: ["2022-02-24", "2022-04-30"] });
    assert.ok(report.notUsed.some(({ id, why }) => id === claimIds.c2Shadows && /no place is known/.test(why)));
    const set = contradictionReport(nowhere, { horizon: ["2022-02-24", "2022-04-30"], sunAt: { lat: 50.465, lon: 30.185 } });
    assert.ok(set.sets.some(({ events: each, members: all }) => each.includes(events.filming) && all.length === 5));
  });
});
