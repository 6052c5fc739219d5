import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { destination, wayBetween, wrap } from "../../core/place/geodesic.ts";
import { type Anchors, missOf } from "./clause-miss.ts";
import { coarse, fine } from "./outline-region.ts";
import type { PlaceClause } from "./place-clause.ts";
import { compassPoints, metresOf, PlaceRules } from "./place-rules.ts";
import { readPhrase } from "./read-phrase.ts";
import { solveClauses } from "./solve-clauses.ts";

const seed = 20240914;
const rules = PlaceRules.parse({});
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Poles and the line of 180 degrees among them. */
const anywhere = fc.record({
  lat: fc.oneof(degrees(-75, 75), degrees(84, 90), degrees(-90, -84)),
  lon: fc.oneof(degrees(-180, 180), degrees(179, 180), degrees(-180, -179)),
  radiusKm: fc.constant(0),
});

function clausesOf(text: string, names = ["X", "Y"]): PlaceClause[] {
  return readPhrase(text, names).clauses.map(({ ways }) => ways[0] as PlaceClause);
}

function solve(text: string, anchors: Anchors, changed: Partial<PlaceRules> = {}, fineness = fine) {
  return solveClauses(
    clausesOf(text, [...anchors.keys()]).map((clause) => ({ clause, rules: { ...rules, ...changed } })),
    { anchors },
    fineness,
  );
}

const close = (found: number | undefined, expected: number, share: number, why = "") =>
  assert.ok(Math.abs((found ?? NaN) / expected - 1) < share, `${found} is not within ${share * 100} % of ${expected} ${why}`);

/** On a sphere of the same size as the ellipsoid there: near enough for shapes of some tens of kilometres. */
const discKm2 = (km: number) => Math.PI * km * km;

describe("regions of clauses", () => {
  it("have the area of a disc, a ring and a sector, at any place on the Earth and of any size", () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(0.05, 0.4, 3, 25, 60), (at, km) => {
        const anchors: Anchors = new Map([["X", [at]]]);
        close(solve("near X", anchors, { nearKm: km })?.areaKm2, discKm2(km), 0.006, `disc of ${km} km at ${at.lat}, ${at.lon}`);
        close(solve("outside X", anchors, { inKm: km, outsideKm: km })?.areaKm2, 3 * discKm2(km), 0.006, "ring");
        // A heading has no meaning at a pole itself.
        if (Math.abs(at.lat) < 89.9)
          close(
            solve("north of X", anchors, { sideOf: { halfWidthDeg: 45, maxKm: km } })?.areaKm2,
            discKm2(km) / 4,
            0.02,
            `sector of ${km} km at ${at.lat}`,
          );
      }),
      { seed, numRuns: 12 },
    );
  });

  it("are right for hundreds of kilometres, where the Earth curves", () => {
    const found = solve("within 500 km of X", new Map([["X", [{ lat: 48, lon: 11, radiusKm: 0 }]]]));
    // A cap of that radius on a sphere of equal area.
    close(found?.areaKm2, 2 * Math.PI * 6371.007 ** 2 * (1 - Math.cos(500 / 6371.007)), 0.004);
    assert.ok((found?.errorKm2 ?? 1e9) < 0.005 * (found?.areaKm2 ?? 0));
  });

  it("hold exactly the points at which every clause holds", () => {
    const [clause] = clausesOf("10 km east of X") as [PlaceClause];
    fc.assert(
      fc.property(anywhere, degrees(0, 360), degrees(100, 30_000), (at, bearing, metres) => {
        fc.pre(Math.abs(at.lat) < 89);
        const miss = missOf(clause, new Map([["X", [at]]]), rules);
        const inside = metres >= 5000 && metres <= 15_000 && Math.abs(bearing - 90) <= 45;
        const onBorder =
          [5000, 15_000].some((edge) => Math.abs(metres - edge) < 1) || [45, 135].some((edge) => Math.abs(bearing - edge) < 0.01);
        if (!onBorder) assert.equal((miss?.(destination(at, bearing, metres)) ?? 1) <= 0, inside);
      }),
      { seed, numRuns: 400 },
    );
  });

  it("are outlined by closed rings within 180 degrees, outer ones counterclockwise and holes clockwise", () => {
    for (const lon of [30, 180, -179.99]) {
      const found = solve("10 km from X", new Map([["X", [{ lat: 50, lon, radiusKm: 0 }]]]));
      const rings = found?.region.coordinates ?? [];
      assert.ok(rings.length > 0);
      for (const [i, ring] of rings.flatMap((polygon) => polygon.map((one, at) => [at, one] as const))) {
        assert.deepEqual(ring[0], ring.at(-1));
        assert.ok(ring.every(([x]) => x >= -180 && x <= 180));
        const turn = Math.sign(
          ring.reduce((sum, [x, y], at) => sum + (x - 0) * (ring[at + 1]?.[1] ?? y) - y * (ring[at + 1]?.[0] ?? x), 0),
        );
        assert.equal(turn, i === 0 ? 1 : -1);
      }
      close(found?.areaKm2, discKm2(15) - discKm2(5), 0.01);
    }
  });

  it("keep small parts that lie far apart", () => {
    const points = [0, 5, 40, 90].map((east) => ({ lat: 10, lon: -30 + east, radiusKm: 0 }));
    const found = solve("within 300 m of X", new Map([["X", points]]));
    close(found?.areaKm2, 4 * discKm2(0.3), 0.006);
    assert.equal(found?.region.coordinates.length, 4);
  });

  it("never shrink when a rule is loosened", () => {
    const texts = [
      "about 7 miles southwest of X",
      "north of X, near Y",
      "around 20 km NNE of X",
      "halfway between X and Y",
      "on the outskirts of X",
      "in the north of X, 3 km from Y",
      "a few km west of X",
      "on the road from X to Y",
    ];
    const looser: readonly ((now: PlaceRules, by: number) => Partial<PlaceRules>)[] = [
      (now, by) => ({ around: now.around * by }),
      (now, by) => ({
        headingHalfWidthDeg: now.headingHalfWidthDeg * by,
        sixteenthHalfWidthDeg: now.sixteenthHalfWidthDeg * by,
        cardinalHalfWidthDeg: now.cardinalHalfWidthDeg * by,
      }),
      (now, by) => ({ sideOf: { halfWidthDeg: now.sideOf.halfWidthDeg * by, maxKm: now.sideOf.maxKm * by } }),
      (now, by) => ({
        nearKm: now.nearKm * by,
        bandShare: Math.min(1, now.bandShare * by),
        halfwayShare: Math.min(0.5, now.halfwayShare * by),
      }),
      (now, by) => ({
        edgeFromShare: now.edgeFromShare / by,
        edgeBeyondKm: now.edgeBeyondKm * by,
        partHalfWidthDeg: now.partHalfWidthDeg * by,
      }),
      (now, by) => ({ counts: { ...now.counts, few: [now.counts.few[0] / by, now.counts.few[1] * by] } }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...looser),
        degrees(1, 1.9),
        degrees(0, 360),
        degrees(500, 12_000),
        degrees(0, 360),
        degrees(0, 15_000),
        (text, loosen, by, toY, far, toP, off) => {
          const x = { lat: 50.5, lon: 30.2, radiusKm: 0 };
          const anchors: Anchors = new Map([
            ["X", [x]],
            ["Y", [{ ...destination(x, toY, far), radiusKm: 0 }]],
          ]);
          const at = destination(x, toP, off);
          for (const clause of clausesOf(text)) {
            const strict = missOf(clause, anchors, rules)?.(at) ?? 1;
            const loose = missOf(clause, anchors, { ...rules, ...loosen(rules, by) })?.(at) ?? 1;
            assert.ok(strict > 0 || loose <= 1e-6, `${text}: ${strict} then ${loose}`);
          }
        },
      ),
      { seed, numRuns: 1500 },
    );
  });

  it("lie, together, within the region of each clause, and are no larger than it", () => {
    const texts = [
      "5 km north of X, near Y",
      "within 6 km of X, 4 km west of Y",
      "between X and Y, near X",
      "just outside X, on the road from X to Y",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        degrees(-60, 60),
        degrees(-180, 180),
        degrees(0, 360),
        degrees(500, 9000),
        (text, lat, lon, toY, far) => {
          const x = { lat, lon, radiusKm: 0 };
          const y = destination(x, toY, far);
          const anchors: Anchors = new Map([
            ["X", [x]],
            ["Y", [{ lat: y.lat, lon: wrap(y.lon), radiusKm: 0 }]],
          ]);
          const together = solve(text, anchors, {}, coarse);
          const clauses = clausesOf(text);
          for (const clause of clauses) {
            const alone = solveClauses([{ clause, rules }], { anchors }, coarse);
            assert.ok((together?.areaKm2 ?? 0) <= (alone?.areaKm2 ?? 0) * 1.03 + 1e-6);
            const miss = missOf(clause, anchors, rules);
            const all = together?.region.coordinates.flat(2) ?? [];
            const side = Math.sqrt(together?.areaKm2 ?? 0) * 1000;
            // Corners are drawn between points of a grid: off by less than a square of it.
            for (const [x1, y1] of all)
              assert.ok((miss?.({ lat: y1, lon: x1 }) ?? 1) <= Math.max(5, side / 10), `${text}: ${miss?.({ lat: y1, lon: x1 })}`);
          }
        },
      ),
      { seed, numRuns: 25 },
    );
  });

  it("hold the true point, when the phrase was made from it under the same rules", () => {
    fc.assert(
      fc.property(
        anywhere,
        degrees(0, 360),
        degrees(300, 90_000),
        fc.constantFrom("mi", "km", "m", "yd"),
        fc.boolean(),
        (x, bearing, metres, unit, fineHeading) => {
          fc.pre(Math.abs(x.lat) < 89);
          const value = metres / metresOf[unit];
          const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
          const rounded = Math.round(value / step) * step;
          fc.pre(rounded > 0);
          const points = fineHeading ? compassPoints : compassPoints.filter((_, i) => i % 2 === 0);
          const turn = 360 / points.length;
          const heading = points[Math.round(bearing / turn) % points.length] as string;
          const truth = destination(x, bearing, metres);
          const clauses = clausesOf(`${rounded} ${unit} ${heading} of X`);
          assert.equal(clauses.length, 1);
          const miss = missOf(clauses[0] as PlaceClause, new Map([["X", [x]]]), rules);
          assert.ok((miss?.(truth) ?? 1) <= 1e-3, `${rounded} ${unit} ${heading}: misses by ${miss?.(truth)} m`);
        },
      ),
      { seed, numRuns: 600 },
    );
  });

  it("hold the true point of every kind of wording that is made from it", () => {
    fc.assert(
      fc.property(
        degrees(-70, 70),
        degrees(-180, 180),
        degrees(0, 359.9),
        degrees(0.02, 0.98),
        degrees(-0.9, 0.9),
        degrees(2000, 60_000),
        (lat, lon, toY, along, aside, length) => {
          const x = { lat, lon, radiusKm: 3 };
          const y = { ...destination(x, toY, length), radiusKm: 3 };
          const band = 0.95 * Math.max(rules.bandShare * length, rules.bandLeastKm * 1000);
          const truth = destination(destination(x, toY, along * length), toY + 90, aside * band);
          const off = Math.hypot(along * length, aside * band);
          const point = compassPoints[(Math.round(toY / 45) * 2) % 16] as string;
          const texts = ["between X and Y", "on the road from X to Y"];
          if (Math.abs(along - 0.5) < 0.14) texts.push("halfway between X and Y");
          if (Math.abs(along - 1 / 3) < 0.14) texts.push("a third of the way from X to Y");
          if (along < 0.49) texts.push("on the road out of X towards Y");
          if (off < 7900) texts.push("near X");
          if (off < 2900) texts.push("in X", "across the river from X");
          if (off > 1600 && off < 3900) texts.push("on the outskirts of X");
          if (off < 5900 && Math.abs(aside * band) < 0.2 * along * length) texts.push(`just ${point} of X`);
          const anchors: Anchors = new Map([
            ["X", [x]],
            ["Y", [{ ...y, lon: wrap(y.lon) }]],
          ]);
          for (const text of texts) {
            const miss = missOf(clausesOf(text)[0] as PlaceClause, anchors, rules)?.(truth) ?? 1e9;
            // Aside of a line of 60 km the Earth bends by some metres.
            assert.ok(miss <= 5, `${text}: misses by ${miss} m`);
          }
        },
      ),
      { seed, numRuns: 800 },
    );
  });

  it('end somewhere for "more than", by a rule that is told', () => {
    const anchors: Anchors = new Map([
      ["X", [{ lat: 0, lon: 0, radiusKm: 0 }]],
      ["Y", [{ lat: 0.9, lon: 0, radiusKm: 0 }]],
    ]);
    const alone = solve("more than 40 km north of X", anchors);
    assert.equal(alone?.cutOff, true);
    close(alone?.areaKm2, (discKm2(80) - discKm2(40)) / 4, 0.01);
    const bounded = solve("more than 40 km north of X, near Y", anchors);
    assert.equal(bounded?.cutOff, false);
    close(bounded?.areaKm2, discKm2(5), 0.006);
  });

  it("give a hedged figure that ends in 5 five of its units, and a bearing 5 degrees", () => {
    const x = { lat: 52, lon: 13, radiusKm: 0 };
    const holds = (text: string, bearing: number, km: number, changed: Partial<PlaceRules> = {}) =>
      (missOf(clausesOf(text)[0] as PlaceClause, new Map([["X", [x]]]), { ...rules, ...changed })?.(destination(x, bearing, km * 1000)) ??
        1) <= 0;
    assert.deepEqual(
      [19.9, 20.1, 29.9, 30.1].map((km) => holds("about 25 km from X", 0, km)),
      [false, true, true, false],
    );
    assert.ok(
      !holds("25 km from X", 0, 23) &&
        !holds("about 25 km from X", 0, 23, { figures: { fives: 1, bearingHalfWidthDeg: 5 } }) &&
        !holds("about 25 km from X", 0, 23, { around: 0 }),
    );
    assert.ok(holds("about 5 km from X", 0, 4.1) && !holds("about 5 km from X", 0, 3.9));
    assert.deepEqual(
      [219.9, 220.1, 229.9, 230.1].map((deg) => holds("7 km on a bearing of 225 degrees from X", deg, 7)),
      [false, true, true, false],
    );
  });

  it("count from the border of a place whose extent is known", () => {
    const x = { lat: 52, lon: 13, radiusKm: 4 };
    const [clause] = clausesOf("5 km north of X") as [PlaceClause];
    const miss = missOf(clause, new Map([["X", [x]]]), rules);
    for (const [metres, holds] of [
      [400, false],
      [600, true],
      [9400, true],
      [9600, false],
    ] as const)
      assert.equal((miss?.(destination(x, 0, metres)) ?? 1) <= 0, holds, `${metres}`);
    assert.ok(Math.abs(wayBetween(x, destination(x, 0, 9400)).metres - 9400) < 0.01);
  });
});
