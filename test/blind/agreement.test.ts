/** What comparing two answers may say: the same whichever is named first, and agreement only within the precision that is asked for. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { wayBetween } from "../../src/core/place/geodesic.ts";
import type { Answer } from "../../src/core/review/answer.ts";
import type { AnswerComparison, Side } from "../../src/reason/agreement/agreement.ts";
import { barely } from "../../src/reason/agreement/barely.ts";
import { compareAnswers } from "../../src/reason/agreement/compare-answers.ts";
import { jointRegion } from "../../src/reason/agreement/joint-region.ts";

type PlaceAnswer = Extract<Answer, { sort: "place" }>;

/** Points close enough to each other that their discs meet about as often as not, also across the date line. */
const place: fc.Arbitrary<PlaceAnswer> = fc.record({
  sort: fc.constant("place" as const),
  lat: fc.double({ min: -60, max: 60, noNaN: true }),
  lon: fc.oneof(fc.double({ min: 179.9, max: 180, noNaN: true }), fc.double({ min: -180, max: -179.9, noNaN: true })),
  radiusM: fc.oneof(fc.double({ min: 0.5, max: 500, noNaN: true }), fc.double({ min: 1000, max: 2_000_000, noNaN: true })),
});
const near = place.chain((a) =>
  fc
    .record({
      north: fc.double({ min: -2, max: 2, noNaN: true }),
      east: fc.double({ min: -2, max: 2, noNaN: true }),
      share: fc.double({ min: 0.01, max: 3, noNaN: true }),
    })
    .map(({ north, east, share }): [PlaceAnswer, PlaceAnswer] => {
      const metresPerDegree = 111_000;
      const lat = Math.max(-85, Math.min(85, a.lat + (north * a.radiusM) / metresPerDegree));
      const lon = a.lon + (east * a.radiusM) / (metresPerDegree * Math.cos((a.lat * Math.PI) / 180));
      return [a, { ...a, lat, lon: ((((lon + 180) % 360) + 360) % 360) - 180, radiusM: Math.max(0.1, a.radiusM * share) }];
    }),
);
const asked = { sort: "place", radiusM: 200 } as const;
const other = (side: Side): Side => (side === "a" ? "b" : "a");
const compare = (a: Answer, b: Answer) => compareAnswers(a, b, asked);

function asPlace(comparison: AnswerComparison) {
  assert.ok(comparison.sort === "place");
  return comparison;
}

describe("comparing places", () => {
  it("says the same whichever answer is named first", () => {
    fc.assert(
      fc.property(near, ([a, b]) => {
        const [one, two] = [asPlace(compare(a, b)), asPlace(compare(b, a))];
        assert.equal(one.verdict, two.verdict);
        assert.ok(Math.abs(one.distanceM - two.distanceM) <= 1e-3 + one.distanceM * 1e-9);
        assert.deepEqual(one.tooVague, two.tooVague.map(other).reverse());
        assert.ok(Math.abs((one.joint?.areaM2 ?? 0) - (two.joint?.areaM2 ?? 0)) <= 1e-3 + (one.joint?.areaM2 ?? 0) * 1e-4);
      }),
    );
  });

  it("never says that discs apart agree, nor that a vaguer answer than is asked for agrees", () => {
    fc.assert(
      fc.property(near, ([a, b]) => {
        const { verdict, distanceM, sumM, joint } = asPlace(compare(a, b));
        assert.equal(joint === null, distanceM > sumM);
        if (distanceM > sumM) assert.equal(verdict, "disagree");
        else assert.equal(verdict, a.radiusM > 200 || b.radiusM > 200 ? "too-vague" : "agree");
      }),
    );
  });

  it("gives a joint region that is no larger than either answer, within both, and within its own bounds", () => {
    fc.assert(
      fc.property(near, ([a, b]) => {
        const { joint } = asPlace(compare(a, b));
        if (joint === null) return;
        const smaller = Math.min(a.radiusM, b.radiusM);
        assert.ok(joint.areaM2 >= 0 && joint.areaM2 <= Math.PI * smaller ** 2 * 1.001);
        assert.ok(joint.bounds.radiusM <= smaller * 1.001);
        for (const point of joint.outline) {
          // A sphere lays corners of a lens that the ellipsoid lays 0.6 % off at most.
          for (const disc of [a, b]) assert.ok(wayBetween(disc, point).metres <= disc.radiusM * 1.012 + 0.01);
          assert.ok(wayBetween(joint.bounds.centre, point).metres <= joint.bounds.radiusM * 1.02 + 0.02 * smaller + 0.01);
        }
      }),
    );
  });

  it("knows the area of a lens: two discs of 100 m whose centres are 100 m apart", () => {
    const b = { lat: 0, lon: 100 / 111_319.4907932736 };
    const joint = jointRegion({ centre: { lat: 0, lon: 0 }, radiusM: 100 }, { centre: b, radiusM: 100 });
    assert.ok(joint?.shape === "lens");
    // r^2 (2 pi / 3 - sqrt(3) / 2)
    assert.ok(Math.abs(joint.areaM2 - 10_000 * ((2 * Math.PI) / 3 - Math.sqrt(3) / 2)) < 0.1);
    assert.ok(Math.abs(joint.bounds.radiusM - 50 * Math.sqrt(3)) < 0.01);
  });

  it("passes from the plane to the sphere without a step in the area", () => {
    const at = (radiusM: number) => {
      const found = jointRegion({ centre: { lat: 50, lon: 30 }, radiusM }, { centre: { lat: 50 + radiusM / 111_000, lon: 30 }, radiusM });
      return (found?.areaM2 ?? 0) / radiusM ** 2;
    };
    // 31,855 m each is where the two ways of reckoning meet.
    assert.ok(Math.abs(at(31_850) - at(31_860)) < 1e-4);
  });
});

describe("agreement that hangs by a thread", () => {
  const at = (north: number, radiusM: number): Answer => ({ sort: "place", lat: north / 111_195, lon: 0, radiusM });
  it("says how small what both hold is, and that the points are farther apart than was asked for; the verdict stays", () => {
    const thin = compareAnswers(at(0, 100), at(198, 100), { sort: "place", radiusM: 100 });
    assert.equal(thin.verdict, "agree");
    const { share, fartherThanAsked } = barely(thin);
    assert.ok(share !== null && share < 0.01 && fartherThanAsked, `${share}`);
    assert.deepEqual(barely(compareAnswers(at(0, 100), at(50, 100), asked)), { share: null, fartherThanAsked: false });
    const hour = (from: string, to: string): Answer => ({
      sort: "time",
      from: `2001-02-03T${from}Z`,
      to: `2001-02-03T${to}Z`,
      zone: "UTC",
    });
    const touching = compareAnswers(hour("10:00:00", "11:00:00"), hour("11:00:00", "12:00:00"), { sort: "time", widthS: 3600 });
    assert.deepEqual([touching.verdict, barely(touching).share], ["agree", 0]);
    assert.equal(barely(compareAnswers(at(0, 100), at(500, 100), asked)).share, null, "answers that disagree do not meet at all");
  });
});

describe("comparing other answers", () => {
  const time = (from: string, to: string): Answer => ({ sort: "time", from, to, zone: "Europe/Kyiv" });
  const hour = { sort: "time", widthS: 3600 } as const;

  it("times agree where they overlap and neither is wider than asked; an open end is wider than anything", () => {
    const noon = time("2022-03-29T12:00:00Z", "2022-03-29T13:00:00Z");
    assert.deepEqual(compareAnswers(noon, time("2022-03-29T12:30:00Z", "2022-03-29T13:10:00Z"), hour), {
      sort: "time",
      verdict: "agree",
      joint: { from: "2022-03-29T12:30:00.000Z", to: "2022-03-29T13:00:00.000Z" },
      widthsS: { a: 3600, b: 2400, joint: 1800 },
      gapS: 0,
      askedS: 3600,
      tooVague: [],
    });
    const vague = compareAnswers(noon, time("open", "2022-03-29T12:10:00Z"), hour);
    assert.ok(vague.sort === "time");
    assert.deepEqual([vague.verdict, vague.tooVague, vague.joint?.from], ["too-vague", ["b"], "2022-03-29T12:00:00.000Z"]);
    const apart = compareAnswers(noon, time("2022-03-29T14:00:00Z", "open"), hour);
    assert.ok(apart.sort === "time");
    assert.deepEqual([apart.verdict, apart.gapS, apart.joint], ["disagree", 3600, null]);
  });

  it("choices agree when they are the same; words and 'cannot tell' are compared by people", () => {
    const choices = { sort: "choice", choices: ["one", "two"] } as const;
    const choice = (one: string): Answer => ({ sort: "choice", choice: one });
    const asking = { ...choices, choices: [...choices.choices] };
    assert.equal(compareAnswers(choice("one"), choice("one"), asking).verdict, "agree");
    assert.equal(compareAnswers(choice("one"), choice("two"), asking).verdict, "disagree");
    const cannot: Answer = { sort: "cannot-tell", why: "too dark" };
    assert.deepEqual(compareAnswers(cannot, choice("one"), asking), { sort: "none", verdict: "not-comparable", why: "one-cannot-tell" });
    assert.deepEqual(compareAnswers(cannot, cannot, asking), { sort: "none", verdict: "not-comparable", why: "both-cannot-tell" });
    const words: Answer = { sort: "words", words: "a tank" };
    assert.deepEqual(compareAnswers(words, words, { sort: "words" }), { sort: "none", verdict: "not-comparable", why: "words" });
    assert.deepEqual(compareAnswers(words, choice("one"), asking), { sort: "none", verdict: "not-comparable", why: "different-sorts" });
  });
});
