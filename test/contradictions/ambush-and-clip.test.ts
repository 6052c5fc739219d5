/** Published statements about an ambush and a clip, entered as claims, links and assumptions: what cannot all hold, and by how much. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimId } from "../../src/core/claim/claim.ts";
import type { ClaimCase } from "../../src/reason/claims/claim-case.ts";
import { contradictionReport } from "../../src/reason/claims/contradictions/contradiction-report.ts";
import type { ConflictSet, ContradictionReport } from "../../src/reason/claims/contradictions/contradiction-report-types.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import { type ClaimName, claimIds, dmytrivkaCase, type DmytrivkaOptions, events } from "../support/dmytrivka-claims.ts";

const horizon = ["2022-02-24", "2022-04-30"] as const;
/** Of the fixture: the ambush before the filming; the day of the talk that the soldiers' words are from. */
const order = "l1";
const talkDay = "u2";

/** Only some of the statements, with all that stands around them. */
function only(names: readonly ClaimName[], options: DmytrivkaOptions = {}): ClaimCase {
  const whole = dmytrivkaCase(options);
  const kept = new Set<ClaimId>(names.map((name) => claimIds[name]));
  return { ...whole, claims: whole.claims.filter(({ id }) => kept.has(id)) };
}

const bbcAndSoldiers: readonly ClaimName[] = ["c2Shadows", "c2FirstPost", "c3Ambush"];

function memberIds({ members }: ConflictSet): string[] {
  return members.map(({ id }) => id).toSorted();
}

function nearSeconds(gap: ConflictSet["gap"], expected: number): void {
  assert.ok(gap?.in === "seconds" && Math.abs(gap.seconds - expected) <= 30, `${JSON.stringify(gap)} is not near ${expected} s`);
}

function onlySet({ sets }: ContradictionReport): ConflictSet {
  assert.equal(sets.length, 1);
  return sets[0] as ConflictSet;
}

const five = [claimIds.c2Shadows, claimIds.c2FirstPost, claimIds.c3Ambush, order, talkDay].toSorted();

describe("claims about the ambush and the filming", () => {
  it("make one smallest set of five when 48 hours are rounded by 12, on an edge without the shadows", () => {
    const set = onlySet(contradictionReport(only(bbcAndSoldiers), { horizon, roundingHours: 12 }));
    assert.deepEqual(memberIds(set), five);
    nearSeconds(set.gap, 59_616);
    assert.deepEqual(set.touchingWithout, [claimIds.c2Shadows]);
    // What is posted was filmed before, by the nature of things.
    assert.deepEqual(set.certain, ["l2"]);
    for (const { dropped } of set.members) assert.equal(dropped.consistent, true);
    const without = (id: string) => set.members.find((member) => member.id === id)?.dropped;
    assert.equal(without(claimIds.c2Shadows)?.touching, true);
    const ambush = without(claimIds.c2Shadows)?.times.find(({ of }) => of === events.ambush);
    assert.deepEqual(ambush?.windows, [["2022-03-30T09:00:00Z", "2022-03-30T09:00:00Z"]]);
    const filming = without(claimIds.c3Ambush)?.times.find(({ of }) => of === events.filming);
    assert.deepEqual(filming?.open, ["earlier"]);
    // The day of the tweet and no more.
    const talk = without(claimIds.c3Ambush)?.times.find(({ of }) => of === `said ${claimIds.c3Ambush}`);
    assert.deepEqual(talk?.windows, [["2022-04-01T21:00:00Z", "2022-04-02T21:00:00Z"]]);
    assert.ok(Math.abs(Date.parse(filming?.windows.at(-1)?.[1] ?? "") - Date.parse("2022-03-29T16:26:24Z")) <= 30_000);
  });

  it("make a smallest set of four when 48 hours are exact, which the shadows widen", () => {
    const set = onlySet(contradictionReport(only(bbcAndSoldiers), { horizon, roundingHours: 0 }));
    assert.deepEqual(
      memberIds(set),
      five.filter((id) => id !== claimIds.c2Shadows),
    );
    assert.deepEqual(set.gap, { in: "seconds", seconds: 43_200 });
    nearSeconds(set.networkGap, 102_816);
    assert.deepEqual(set.widenedBy, [claimIds.c2Shadows]);
  });

  it("come out alike when the rounding is the claim's own and not a setting", () => {
    const set = onlySet(contradictionReport(only(bbcAndSoldiers, { roundingHours: 0 }), { horizon }));
    assert.deepEqual(set.gap, { in: "seconds", seconds: 43_200 });
  });

  it("hold together with the morning by London's clocks when rounded, and are ten hours apart when exact", () => {
    const london = only(bbcAndSoldiers, { zone: "Europe/London" });
    const rounded = contradictionReport(london, { horizon, roundingHours: 12 });
    assert.deepEqual(rounded.sets, []);
    const [all] = rounded.times;
    assert.deepEqual(all?.cases[0]?.times.find(({ of }) => of === events.ambush)?.windows, [
      ["2022-03-30T09:00:00Z", "2022-03-30T11:00:00Z"],
    ]);
    const set = onlySet(contradictionReport(london, { horizon, roundingHours: 0 }));
    assert.equal(set.members.length, 4);
    assert.deepEqual(set.gap, { in: "seconds", seconds: 36_000 });
  });

  it("give no answer but a table while nobody states whose morning is meant", () => {
    const open = only(bbcAndSoldiers, { zone: "unset" });
    const report = contradictionReport(open, { horizon, roundingHours: 12 });
    assert.deepEqual(report.sets, []);
    const cases = report.times.find(({ events: of }) => of.includes(events.filming))?.cases ?? [];
    assert.deepEqual(
      cases.map(({ taken, sets }) => [taken[0]?.as, sets.length]),
      [
        ["Europe/Kyiv", 1],
        ["Europe/Moscow", 1],
        ["Europe/London", 0],
        ["America/New_York", 0],
      ],
    );
    const set = onlySet(contradictionReport(open, { horizon, roundingHours: 12, zone: "Europe/Kyiv" }));
    nearSeconds(set.gap, 59_616);
    assert.match(set.members.find(({ id }) => id === claimIds.c2FirstPost)?.words ?? "", /Europe\/Kyiv as set for every zone/);
  });

  it('are compatible as "on or around March 30", and not as "on March 30"', () => {
    const about = contradictionReport(only(["c2Shadows", "c2FirstPost", "c1Ambush"]), { horizon });
    assert.deepEqual(about.sets, []);
    const exact = onlySet(contradictionReport(only(["c2Shadows", "c2FirstPost", "c10Ambush"]), { horizon }));
    assert.deepEqual(memberIds(exact), [claimIds.c2Shadows, claimIds.c2FirstPost, claimIds.c10Ambush, order].toSorted());
  });

  it("name the assumption that would dissolve each set, and by how much", () => {
    const set = onlySet(contradictionReport(only(bbcAndSoldiers), { horizon, roundingHours: 12 }));
    const dissolves = (id: string) => set.members.find((member) => member.id === id)?.dissolves ?? "";
    assert.match(dissolves(talkDay), /at least 16 h 33 min \d+ s before 2022-04-01 21:00:00 UTC/);
    assert.match(dissolves(order), /does not come before/);
    // By London's clocks, and by New York's, the morning goes on into the afternoon there.
    assert.match(dissolves(claimIds.c2FirstPost), /the clocks of Europe\/London, or of America\/New_York/);
    assert.doesNotMatch(dissolves(claimIds.c2FirstPost), /Moscow/);
    assert.doesNotMatch(dissolves(claimIds.c2Shadows), /clocks/);
    assert.match(dissolves(claimIds.c3Ambush), /meant more loosely, by at least 16 h 33 min/);
    for (const { gives } of set.members) assert.ok(gives?.in === "seconds" && gives.seconds > 0);
  });

  it("carry letter and digit apart, and none on links and assumptions", () => {
    const set = onlySet(contradictionReport(only(bbcAndSoldiers), { horizon }));
    for (const { is, source, credibility } of set.members)
      assert.deepEqual([source?.reliability ?? null, credibility], is === "claim" ? ["F", "6"] : [null, null]);
  });
});

describe("all thirteen statements", () => {
  const report = contradictionReport(dmytrivkaCase(), { horizon, roundingHours: 12 });

  it("bring two claims into conflict with the first locator's, and nothing else", () => {
    const claims = report.sets.map(({ members }) => members.flatMap(({ id, is }) => (is === "claim" ? [id] : [])).toSorted());
    const bbc = [claimIds.c2Shadows, claimIds.c2FirstPost];
    assert.deepEqual(claims.toSorted(), [[...bbc, claimIds.c3Ambush].toSorted(), [...bbc, claimIds.c10Ambush].toSorted()].toSorted());
    assert.ok(report.sets.every(({ alongDerivation }) => !alongDerivation));
    const others = report.times.flatMap(({ cases }) => cases.flatMap(({ sets }) => sets)).filter((set) => !report.sets.includes(set));
    // A restatement that names another day than what it comes from is a drift.
    assert.ok(others.length > 0 && others.every(({ alongDerivation }) => alongDerivation));
    const pairs = report.events.flatMap(({ aspects }) => aspects.flatMap((aspect) => aspect.pairs));
    assert.ok(pairs.filter(({ judgement }) => judgement === "contradict").every(({ alongDerivation }) => alongDerivation));
  });

  it("bring no place into conflict, whichever points the names stand for", () => {
    const c = dmytrivkaCase();
    const villages = [
      { lat: 50.45306, lon: 30.19056 },
      { lat: 50.45914, lon: 30.17027 },
    ];
    for (const points of [villages, villages.slice(0, 1), villages.slice(1)]) {
      const anchors = { Bucha: [{ lat: 50.5464, lon: 30.235 }], Dmytrivka: points };
      const phrases = c.claims.flatMap(({ statement: { value } }) => (value.is === "place" ? [value.words] : []));
      const places = Object.fromEntries(phrases.map((text) => [text, PlaceProblem.parse({ text, anchors })]));
      const found = contradictionReport(c, { horizon, roundingHours: 12 }, places);
      assert.deepEqual(
        found.sets.filter(({ aspect, alongDerivation }) => aspect !== "when" && !alongDerivation),
        [],
      );
      const where = found.events.flatMap(({ aspects }) => aspects).find(({ aspect }) => aspect === "where");
      // "The village" has no point by itself, and so nothing is told of it.
      const west = where?.pairs.filter(({ first, second }) => [first, second].includes(claimIds.c9Place)) ?? [];
      assert.ok(west.length > 0 && west.every(({ judgement }) => judgement === "cannot-tell"));
    }
  });

  it("bring nothing else into conflict when the first locator's own sum is a claim too", () => {
    const { sets } = contradictionReport(dmytrivkaCase({ conclusion: true }), { horizon, roundingHours: 12 });
    const against = sets.flatMap(({ members }) => members.map(({ id }) => id)).filter((id) => id.startsWith("k"));
    const bbc: readonly string[] = [claimIds.c2Shadows, claimIds.c2FirstPost, claimIds.c2Conclusion];
    assert.deepEqual(
      [...new Set(against.filter((id) => !bbc.includes(id)))].toSorted(),
      [claimIds.c3Ambush, claimIds.c10Ambush].toSorted(),
    );
  });

  it("keep who laid the ambush and who is in the clip as of different events", () => {
    const who = report.differentEvents.find(({ aspect }) => aspect === "who");
    assert.deepEqual([who?.first.event, who?.second.event, who?.judgement], [events.ambush, events.killing, "different-event"]);
    assert.ok(report.events.every(({ events: of }) => of.length === 1));
  });

  it("stand with what they leave unread", () => {
    assert.deepEqual(
      report.notUsed.map(({ id }) => id),
      [claimIds.c5Estate],
    );
    assert.match(report.settings.words.join("; "), /closed.*morning = 00:00 to 12:00.*2022-02-24 to 2022-04-30/);
  });
});
