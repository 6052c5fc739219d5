import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Aspect } from "../../src/core/claim/claim.ts";
import type { EventId } from "../../src/core/event/event.ts";
import type { OriginCell, OriginReport, WhoPart } from "../../src/reason/claims/origins/origin-report-types.ts";
import { originReport } from "../../src/reason/claims/origins/origin-report.ts";
import { claimIds, clip, dmytrivkaCase, events, itemOf, nameOf } from "../support/dmytrivka-claims.ts";

const whole = dmytrivkaCase({ conclusion: true });
const report = originReport(whole);

function cell(of: OriginReport, event: EventId, aspect: Aspect, part: WhoPart = null): OriginCell {
  const found = of.cells.find((one) => one.event === event && one.aspect === aspect && one.part === part);
  assert.ok(found, `no cell for ${event} ${aspect}`);
  return found;
}

const labels = ({ origins }: OriginCell) => origins.map(({ label }) => label);
const named = (ids: readonly string[]) => ids.map((id) => nameOf(id as never));

describe("thirteen statements about one clip", () => {
  it("place of the filming: three independent analyses of one clip replicate each other, and corroborate nothing", () => {
    const where = cell(report, events.filming, "where");
    assert.deepEqual(where.count, { low: 3, best: 3, high: 3 });
    assert.deepEqual(labels(where), ["NYT", "BBC", "CIT"]);
    assert.equal(where.support, "replicated");
    assert.deepEqual(where.exhibits, [{ items: [clip.held, clip.copy], origins: ["NYT", "BBC", "CIT"] }]);
    assert.deepEqual(named(where.origins[0]?.derived ?? []), ["c6PlaceNyt", "c7Place", "c8Place", "c9Place", "c13Place"]);
    assert.deepEqual(where.origins[2]?.through, ["Meduza"]);
  });

  it("day of the ambush: the NYT, and the soldiers through a journalist and the NYT", () => {
    const when = cell(report, events.ambush, "when");
    assert.deepEqual(labels(when), ["NYT", "soldiers"]);
    assert.deepEqual(when.count, { low: 2, best: 2, high: 2 });
    assert.deepEqual(when.origins[1]?.through, ["NYT", "A journalist"]);
    assert.deepEqual(named(when.origins[0]?.derived ?? []), ["c10Ambush"]);
    assert.deepEqual(named(when.origins[1]?.derived ?? []), ["c3Retold"]);
  });

  it("day of the filming: the BBC alone, and only a limit", () => {
    const when = cell(report, events.filming, "when");
    assert.deepEqual(labels(when), ["BBC"]);
    assert.equal(when.origins[0]?.boundOnly, true);
    assert.deepEqual(when.count, { low: 1, best: 1, high: 1 });
  });

  it("who laid the ambush: the agency asserts it; who killed: nobody does, and it is said to be unclear", () => {
    const ambush = cell(report, events.ambush, "who", "did");
    assert.deepEqual(labels(ambush), ["UNIAN"]);
    assert.deepEqual(ambush.origins[0]?.through, ["Moscow Times"]);
    const killing = cell(report, events.killing, "who", "did");
    assert.deepEqual(killing.count, { low: 0, best: 0, high: 0 });
    assert.equal(killing.leftOpen, 1);
    assert.equal(killing.support, "nobody");
    assert.deepEqual(named(killing.origins.flatMap(({ claims }) => claims)), ["c5Unit"]);
  });

  it("no cell, derivation or drift has the unit of the ambush and a claim about the killing together", () => {
    const unit = claimIds.c4Unit;
    const ofKilling = new Set(whole.claims.filter(({ event }) => event === events.killing).map(({ id }) => id));
    const groups = [
      ...report.cells.map(({ origins, onlyDerived }) => [
        ...origins.flatMap(({ claims, derived }) => [...claims, ...derived]),
        ...onlyDerived,
      ]),
      ...report.edges.flatMap(({ pairs }) => pairs),
      ...report.drifts.map(({ derived, from }) => [...derived, ...from]),
      ...report.repeats,
    ];
    for (const ids of groups) assert.ok(!ids.includes(unit) || !ids.some((id) => ofKilling.has(id)), ids.join(" "));
  });

  it("lists exactly what the retellings changed", () => {
    assert.deepEqual(
      report.drifts.map(({ kind, derived, from }) => [kind, named(derived).join(), named(from).join()]),
      [
        ["unit-within", "c7Place", "c1Place"],
        ["unit-outside", "c8Place", "c1Place"],
        ["hedge-lost", "c8Killing", "c1Killing"],
        ["places-merged", "c8Place,c8There", "c1Place"],
        ["direction", "c9Place", "c1Place"],
        ["hedge-lost", "c10Ambush", "c1Ambush"],
        ["day", "c11Posted", "c1Posted"],
        ["plural", "c11Tied", "c1Tied"],
        ["object", "c12Video", "c3Pictures"],
        ["rebound", "c13Place", "c1Place"],
        ["speaker-dropped", "c3Retold", "c3Ambush"],
      ],
    );
    assert.deepEqual(
      report.drifts.filter(({ kind }) => kind.startsWith("unit")).map(({ was, became }) => [was, became]),
      [
        ["7 mi", "11 km = 6.84 mi"],
        ["7 mi", "10 km = 6.21 mi"],
      ],
    );
  });

  it("no derived statement raises a count: without them every count is the same", () => {
    const derived = new Set([3, 6, 7, 8, 9, 10, 11, 12, 13].map((number) => `c${number}`));
    const first = (name: string) => name === "c3Ambush" || name === "c3Tweeted" || name === "c3Pictures" || name === "c6PlaceCit";
    const origins = whole.claims.filter(({ id }) => {
      const name = nameOf(id) ?? "";
      return first(name) || !derived.has(/^c\d+/.exec(name)?.[0] ?? "");
    });
    assert.equal(origins.length, 19);
    const alone = originReport({ ...whole, claims: origins, derivations: [] });
    for (const one of alone.cells) assert.deepEqual(cell(report, one.event, one.aspect, one.part).count, one.count);
    for (const one of report.cells.filter(
      (some) => !alone.cells.some(({ event, aspect }) => event === some.event && aspect === some.aspect),
    ))
      assert.deepEqual(one.count, { low: 0, best: 0, high: 0 });
  });

  it("whether The Times located it itself: while nobody says so it may be a fourth, and three if it is confirmed", () => {
    const open = originReport({
      ...whole,
      derivations: whole.derivations.map((one) =>
        one.derived === itemOf("times") ? { ...one, id: undefined, standing: "proposed" } : one,
      ),
    });
    const where = cell(open, events.filming, "where");
    assert.deepEqual(where.count, { low: 3, best: 4, high: 4 });
    assert.deepEqual(where.ifConfirmed, { low: 3, best: 3, high: 3 });
    assert.equal(open.drifts.find(({ kind }) => kind === "rebound")?.standing, "proposed");
  });

  it("claims of no event are listed and never counted", () => {
    assert.deepEqual(named(report.unassigned), ["c5Estate"]);
    assert.ok(report.cells.every(({ origins }) => origins.every(({ claims }) => !claims.includes(claimIds.c5Estate))));
  });

  it("what a derived text adds of its own counts for nothing", () => {
    assert.deepEqual(named(cell(report, events.finds, "how-many").onlyDerived), ["c8Bodies"]);
    assert.equal(cell(report, events.finds, "how-many").count.high, 0);
  });
});
