import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { answerPlace } from "../../reason/place/answer-place.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { PlaceRules } from "../../reason/place/place-rules.ts";
import {
  addPoint,
  dropOwnRule,
  emptyDraft,
  judge,
  namesOf,
  ownRules,
  type PlaceDraft,
  pointsOf,
  problemOf,
  relaxed,
  removePoint,
  rulesFor,
  setRule,
  switchClause,
  switchPoint,
  withText,
} from "./place-draft.ts";

const seed = 20240914;
const text = "on a road just north of the village of Dmytrivka, around 7 miles southwest of Bucha";
const bucha = { lat: 50.5464, lon: 30.235, radiusKm: 0 };
const village = { lat: 50.45306, lon: 30.19056, radiusKm: 0 };
const other = { lat: 50.45914, lon: 30.17027, radiusKm: 0 };

function sentence(): PlaceDraft {
  const begun = withText(emptyDraft(PlaceRules.parse({ around: 0 })), text);
  const given = addPoint(addPoint(begun, "Bucha", bucha), "Dmytrivka", village);
  return switchPoint(addPoint(given, "Dmytrivka", other), "Dmytrivka", other, false);
}
const areaOf = (draft: PlaceDraft): number => answerPlace(PlaceProblem.parse(problemOf(draft))).parses[0]?.areaKm2 ?? NaN;

describe("a place problem being worked on", () => {
  it("holds every point of a name, on or off, in an order that switching does not change", () => {
    const point = fc.record({
      lat: fc.integer({ min: -80, max: 80 }),
      lon: fc.integer({ min: -170, max: 170 }),
      radiusKm: fc.constant(0),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 1, maxLength: 8, selector: ({ lat, lon }) => `${lat} ${lon}` }),
        fc.nat(),
        (points, n) => {
          const draft = points.reduce((now, one) => addPoint(now, "X", one), emptyDraft(PlaceRules.parse({})));
          const places = (of: PlaceDraft) => pointsOf(of, "X").map((one) => `${one.point.lat} ${one.point.lon}`);
          const chosen = points[n % points.length] ?? bucha;
          const off = switchPoint(draft, "X", chosen, false);
          assert.deepEqual(places(off), places(draft));
          assert.equal(pointsOf(off, "X").filter(({ isOn }) => isOn).length, points.length - 1);
          assert.deepEqual(pointsOf(switchPoint(off, "X", chosen, true), "X"), pointsOf(draft, "X"));
          assert.equal(pointsOf(removePoint(off, "X", chosen), "X").length, points.length - 1);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it("forgets a name with its last point, and asks about it all the same", () => {
    const draft = removePoint(sentence(), "Bucha", bucha);
    assert.deepEqual(namesOf(draft), ["Dmytrivka"]);
    assert.deepEqual(problemOf(draft).anchors["Bucha"], []);
    assert.ok(PlaceProblem.safeParse(problemOf(draft)).success);
  });

  it("takes what the reasoner suggests, and then leaves the area that was promised", () => {
    const draft = sentence();
    const parse = answerPlace(PlaceProblem.parse(problemOf(draft))).parses[0];
    assert.equal(parse?.areaKm2, 0);
    assert.ok((parse?.relaxations.length ?? 0) >= 4);
    for (const relaxation of parse?.relaxations ?? []) {
      const area = areaOf(relaxed(draft, relaxation.change));
      assert.ok(
        Math.abs(area / relaxation.areaKm2 - 1) < 0.02,
        `${relaxation.says.join(" + ")}: ${relaxation.areaKm2} promised, ${area} left`,
      );
    }
  });

  it("reads a clause by its own rule until it goes by that of the phrase again", () => {
    const span = [50, 60] as const;
    const own = setRule(sentence(), "nearKm", 9, span);
    assert.deepEqual([rulesFor(own, span).nearKm, rulesFor(own, [0, 5]).nearKm], [9, 5]);
    assert.deepEqual(ownRules(dropOwnRule(own, "nearKm", span), span), {});
    const forAll = setRule(own, "nearKm", 7);
    assert.equal(rulesFor(forAll, span).nearKm, 7);
  });

  it("lets other words begin without what was said of the parts of the old ones", () => {
    const draft = { ...switchClause(sentence(), [0, 9], false), reading: 1 };
    const next = withText(draft, "near Bucha");
    assert.deepEqual([next.off, next.reading], [undefined, undefined]);
    assert.equal(pointsOf(next, "Bucha").length, 1);
  });

  it("keeps one judgement a place, the last", () => {
    const said = (standing: "chosen" | "rejected") => ({ name: "x", lat: 1, lon: 2, standing, reason: "r" });
    const twice = judge(judge(sentence(), { lat: 1, lon: 2 }, said("chosen")), { lat: 1, lon: 2 }, said("rejected"));
    assert.deepEqual(
      twice.judged?.map(({ standing }) => standing),
      ["rejected"],
    );
    assert.deepEqual(judge(twice, { lat: 1, lon: 2 }, undefined).judged, []);
  });
});
