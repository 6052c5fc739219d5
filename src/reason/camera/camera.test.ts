import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { answerCamera } from "./answer-camera.ts";
import { CameraProblem } from "./camera-problem.ts";
import { fieldOfEquivalent, focalLength, pixelBearing } from "./pinhole.ts";

const seed = 20240914;
const rad = Math.PI / 180;
const camera = { lat: 50.465, lon: 30.185 };

interface Thing {
  /** From the heading, degrees to the right. */
  readonly off: number;
  readonly metres: number;
  /** Above the camera's ground. */
  readonly height?: number;
}

const street: readonly Thing[] = [
  { off: -27, metres: 210 },
  { off: -12, metres: 640 },
  { off: 2, metres: 155 },
  { off: 15, metres: 880 },
  { off: 29, metres: 98 },
  { off: -20, metres: 330 },
  { off: 22, metres: 420 },
];

interface Made {
  readonly at?: { lat: number; lon: number };
  readonly headingDeg?: number;
  readonly fieldDeg?: number;
  readonly things: readonly Thing[];
  readonly pitchDeg?: number;
  readonly told?: Partial<CameraProblem>;
}

/** Marks without any error of an upright camera, by trigonometry alone. */
function made({ at = camera, headingDeg = 312, fieldDeg = 70, things, pitchDeg = 0, told = {} }: Made): CameraProblem {
  const [width, height] = [1920, 1080];
  const focal = width / 2 / Math.tan((fieldDeg / 2) * rad);
  return CameraProblem.parse({
    frame: { width, height },
    lens: { horizontalFieldDeg: { value: fieldDeg, error: 2 } },
    pairs: things.map(({ off, metres, height: high = 1.6 }, i) => {
      const [right, level, up] = [Math.sin(off * rad) * metres, Math.cos(off * rad) * metres, high - 1.6];
      const depth = level * Math.cos(pitchDeg * rad) + up * Math.sin(pitchDeg * rad);
      const down = level * Math.sin(pitchDeg * rad) - up * Math.cos(pitchDeg * rad);
      const { lat, lon } = onEarth(destination(at, headingDeg + off, metres));
      return {
        number: i + 1,
        name: `thing ${i + 1}`,
        frame: { x: width / 2 + (focal * right) / depth, y: height / 2 + (focal * down) / depth, errorPx: 4 },
        map: { lat, lon, errorM: 2 },
        ...(things[i]?.height === undefined ? {} : { heightM: { value: high, error: 0.5 } }),
      };
    }),
    ...told,
  });
}

const best = (problem: CameraProblem) => {
  const [first] = answerCamera(problem).solutions;
  assert.ok(first !== undefined, "a position");
  return first;
};
const turnBetween = (a: number, b: number) => Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);

describe("a pixel's bearing", () => {
  it("is what a 26 mm equivalent says", () => {
    assert.equal(fieldOfEquivalent(26, { width: 1920, height: 1080 }).toFixed(1), "69.4");
    const portrait = fieldOfEquivalent(26, { width: 1080, height: 1920 });
    assert.equal(portrait.toFixed(1), "49.6");
    assert.equal(pixelBearing(0, portrait, 810, 1080).toFixed(1), "13.0");
    assert.equal(pixelBearing(355, portrait, 810, 1080).toFixed(1), "8.0");
    assert.equal(pixelBearing(10, 60, 540, 1080), 10);
    assert.ok(Math.abs(focalLength(90, 2000) - 1000) < 1e-9);
  });
});

describe("a camera position", () => {
  const placed = fc.record({
    share: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
    metres: fc.double({ min: 80, max: 900, noNaN: true }),
  });
  /** Each in its own slice of the frame. */
  const spread = fc
    .array(placed, { minLength: 4, maxLength: 7 })
    .map((all) => all.map(({ share, metres }, i): Thing => ({ off: -31 + (62 * (i + share)) / all.length, metres })));
  const anywhere = fc.record({ lat: fc.double({ min: -70, max: 70, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) });
  const heading = fc.double({ min: 0, max: 360, noNaN: true });

  it("is found where marks are without error, wherever on the earth", () => {
    fc.assert(
      fc.property(anywhere, heading, spread, (at, headingDeg, things) => {
        const answer = answerCamera(made({ at, headingDeg, things }));
        const [found] = answer.solutions;
        assert.ok(found !== undefined && answer.consistent);
        const off = wayBetween(found, at).metres;
        // Scales that depend on the place draw the estimate a little; the set is what is promised.
        assert.ok(off < 0.15 * found.ellipse.majorM, `${off} m off, ellipse ${found.ellipse.majorM}`);
        assert.ok(turnBetween(found.headingDeg.value, headingDeg) < 0.15 * found.headingDeg.error);
        assert.ok(found.residuals.every(({ share }) => share < 0.2));
      }),
      { seed, numRuns: 40 },
    );
  });

  it("turns and moves with the scene", () => {
    const turn = fc.double({ min: 0, max: 360, noNaN: true });
    const things = street.slice(0, 5).map((one, i) => ({ ...one, metres: one.metres * (1 + 0.01 * i) }));
    const plain = answerCamera(made({ things }));
    fc.assert(
      fc.property(turn, anywhere, (by, at) => {
        const moved = answerCamera(made({ at, headingDeg: 312 + by, things }));
        const [a, b] = [plain.solutions[0], moved.solutions[0]];
        assert.ok(a !== undefined && b !== undefined);
        assert.ok(turnBetween(b.headingDeg.value, a.headingDeg.value + by) < 0.02);
        assert.ok(Math.abs(b.ellipse.majorM / a.ellipse.majorM - 1) < 0.05);
        // An axis has no front: 180 degrees are the same.
        assert.ok(turnBetween(2 * b.ellipse.bearingDeg, 2 * (a.ellipse.bearingDeg + by)) < 8);
        assert.ok(Math.abs(wayBetween(at, b).metres - wayBetween(camera, a).metres) < 0.1);
      }),
      { seed, numRuns: 15 },
    );
  });

  it("never becomes less sure by one more pair that fits", () => {
    const areas = [3, 4, 5, 6, 7].map((count) => answerCamera(made({ things: street.slice(0, count) })).regionAreaM2);
    for (let at = 1; at < areas.length; at++) assert.ok((areas[at] as number) <= (areas[at - 1] as number) * 1.02, areas.join(" "));
  });

  it("holds the truth in its region, whose ellipse has the region's area", () => {
    const { region, regionAreaM2, solutions } = answerCamera(made({ things: street }));
    const [ring] = region.coordinates[0] ?? [];
    assert.deepEqual(ring?.[0], ring?.at(-1));
    assert.ok(isInside(ring ?? [], camera));
    const { majorM, minorM } = solutions[0]?.ellipse ?? { majorM: 0, minorM: 0 };
    assert.ok(Math.abs((Math.PI * majorM * minorM) / regionAreaM2 - 1) < 0.1);
  });

  it("is told with the field of view where that is not known", () => {
    const { headingDeg, horizontalFieldDeg, ...at } = best(made({ things: street, fieldDeg: 63, told: { lens: {} } }));
    assert.ok(wayBetween(at, camera).metres < 2);
    assert.ok(Math.abs(horizontalFieldDeg.value - 63) < 0.3 && horizontalFieldDeg.error < 5);
    assert.ok(turnBetween(headingDeg.value, 312) < 0.3);
  });

  it("has pitch and the camera's height in it where heights are known", () => {
    const things = street.map((one, i) => ({ ...one, height: 3 + 4 * i }));
    const { pitchDeg, cameraHeightM, residuals } = best(
      made({ things, pitchDeg: 7, told: { held: { pitchDeg: { value: 0, error: 20 } } } }),
    );
    assert.ok(Math.abs((pitchDeg?.value ?? 0) - 7) < 0.3, `pitch ${pitchDeg?.value}`);
    assert.ok(Math.abs((cameraHeightM?.value ?? 0) - 1.6) < (cameraHeightM?.error ?? 0));
    assert.ok(residuals.every(({ upPx }) => Math.abs(upPx ?? 99) < 2));
  });

  it("takes pitch and roll from the horizon", () => {
    const focal = focalLength(70, 1920);
    const y = 540 + focal * Math.tan(6 * rad);
    const horizon = { a: { x: 100, y }, b: { x: 1800, y }, errorPx: 6 };
    const { pitchDeg, lat, lon } = best(made({ things: street, pitchDeg: 6, told: { held: { horizon } } }));
    assert.ok(Math.abs((pitchDeg?.value ?? 0) - 6) < 0.5 && (pitchDeg?.error ?? 9) < 1.5);
    assert.ok(wayBetween({ lat, lon }, camera).metres < 2);
  });
});

describe("a sheet that tells no single position", () => {
  it("of two pairs leaves an arc from which both are seen under their angle", () => {
    const problem = made({ things: street.slice(0, 2) });
    const answer = answerCamera(problem);
    assert.equal(answer.state, "line");
    assert.deepEqual(answer.solutions, []);
    assert.match(answer.says.join(" "), /arc of a circle/);
    assert.ok(answer.region.coordinates.some(([ring]) => isInside(ring ?? [], camera)));
    const [one, two] = problem.pairs.map(({ map }) => map);
    for (const [ring] of answer.region.coordinates)
      for (const [lon, lat] of (ring ?? []).filter((_, at) => at % 40 === 0)) {
        const [a, b] = [wayBetween({ lat, lon }, one as never), wayBetween({ lat, lon }, two as never)];
        // Close to one of the two the map's own error is a large angle.
        if (Math.min(a.metres, b.metres) > 60) assert.ok(Math.abs(turnBetween(b.bearingDeg, a.bearingDeg) - 15) < 6);
      }
  });

  it("of three pairs and an unknown field of view leaves a curve, and says why", () => {
    const answer = answerCamera(made({ things: street.slice(0, 3), told: { lens: {} } }));
    assert.equal(answer.state, "line");
    assert.equal(answer.redundancy, -1);
    assert.match(answer.says.join(" "), /three angles for four unknowns/);
    assert.ok(answer.region.coordinates.some(([ring]) => isInside(ring ?? [], camera)));
  });

  it("of one pair and a compass leaves a line that leads to the thing, and a line of position crosses it", () => {
    const told = { heading: { value: 312, error: 1 } };
    const line = answerCamera(made({ things: [{ off: 10, metres: 300 }], told: { ...told, maxDistanceM: 600 } }));
    assert.equal(line.state, "line");
    assert.equal(line.cut, true);
    const behind = { ...destination(camera, 250, 500), errorM: 2 };
    const before = { ...destination(camera, 250, 150), errorM: 2 };
    const transits = [{ number: 9, name: "poles", near: before, far: behind, errorPx: 3 }];
    const crossed = answerCamera(made({ things: [{ off: 10, metres: 300 }], told: { ...told, transits } }));
    assert.equal(crossed.state, "position");
    assert.ok(wayBetween(crossed.solutions[0] as never, camera).metres < 5);
  });

  it("is kept to the area that a phrase leaves", () => {
    const centre = destination(camera, 40, 30);
    const { region, regionAreaM2 } = answerCamera(made({ things: street.slice(0, 2), told: { within: { centre, radiusM: 60 } } }));
    assert.ok(regionAreaM2 > 0);
    for (const [ring] of region.coordinates) for (const [lon, lat] of ring ?? []) assert.ok(wayBetween({ lat, lon }, centre).metres < 64);
  });
});

describe("a sheet that is wrong somewhere", () => {
  it("says that with as many measurements as unknowns a mistake would not show", () => {
    const { redundancy, says } = answerCamera(made({ things: street.slice(0, 3) }));
    assert.equal(redundancy, 0);
    assert.match(says.join(" "), /exactly determined.*mistake in one of them would not show/);
  });

  it("names the pair that does not fit, and by how much the position moves without each", () => {
    const fine = made({ things: street });
    const elsewhere = destination(fine.pairs[2]?.map as never, 200, 45);
    const problem = { ...fine, pairs: fine.pairs.map((pair, at) => (at === 2 ? { ...pair, map: { ...elsewhere, errorM: 2 } } : pair)) };
    const answer = answerCamera(problem);
    assert.deepEqual(answer.misfits, [3]);
    assert.equal(answer.consistent, false);
    assert.match(answer.says.join(" "), /Pair 3 does not fit/);
    assert.ok(wayBetween(answer.solutions[0] as never, camera).metres < 6);
    assert.equal(answer.leaveOneOut.length, street.length);
    assert.ok(answer.leaveOneOut.every(({ movesM }) => (movesM ?? 99) < 20));
  });

  it("does not name one where too few pairs are left to tell which", () => {
    const fine = made({ things: street.slice(0, 4) });
    const elsewhere = destination(fine.pairs[1]?.map as never, 40, 160);
    const problem = { ...fine, pairs: fine.pairs.map((pair, at) => (at === 1 ? { ...pair, map: { ...elsewhere, errorM: 2 } } : pair)) };
    const answer = answerCamera(problem);
    assert.ok(answer.misfits.length !== 1 || answer.solutions.length > 1, `misfits ${answer.misfits.join()}`);
    assert.equal(answer.consistent, false);
  });

  it("is suspected of a mirrored frame where the mirror image fits", () => {
    const fine = made({ things: street });
    assert.equal(answerCamera(fine).mirrored.suspected, false);
    const problem = { ...fine, pairs: fine.pairs.map((pair) => ({ ...pair, frame: { ...pair.frame, x: 1920 - pair.frame.x } })) };
    const { mirrored, warnings } = answerCamera(problem);
    assert.equal(mirrored.suspected, true);
    assert.match(warnings.join(" "), /mirrored/);
  });

  it("is warned of the danger circle", () => {
    const radius = 200;
    const centre = destination(camera, 312, radius);
    const onCircle = [150, 200, 250].map((turn) => destination(centre, 312 - 180 + turn, radius));
    const things = onCircle.map((at) => {
      const { metres, bearingDeg } = wayBetween(camera, at);
      return { off: ((bearingDeg - 312 + 540) % 360) - 180, metres };
    });
    const { condition, warnings } = answerCamera(made({ things }));
    assert.ok(condition.dangerCircle !== null);
    assert.ok(Math.abs((condition.dangerCircle?.radiusM ?? 0) - radius) < 10);
    assert.match(warnings.join(" "), /Danger circle/);
    assert.equal(answerCamera(made({ things: street.slice(0, 4) })).condition.dangerCircle, null);
  });

  it("does not count a pair that was left out", () => {
    const fine = made({ things: street });
    const problem = { ...fine, pairs: fine.pairs.map((pair, at) => (at === 0 ? { ...pair, dropped: "another corner" } : pair)) };
    const answer = answerCamera(problem);
    assert.equal(answer.used.pairs, street.length - 1);
    assert.ok(answer.solutions[0]?.residuals.every(({ number }) => number !== 1));
  });

  it("is refused by the name of its field", () => {
    const fine = made({ things: street });
    const refused = (problem: CameraProblem, where: string) =>
      assert.throws(
        () => answerCamera(problem),
        (error) => error instanceof ProblemUnreadable && error.where === where,
      );
    const first = fine.pairs[0] as CameraProblem["pairs"][number];
    refused({ ...fine, pairs: [] }, "pairs");
    refused({ ...fine, pairs: [...fine.pairs, first] }, "pairs.7.number");
    refused({ ...fine, pairs: [{ ...first, frame: { ...first.frame, x: 4000 } }] }, "pairs.0.frame.x");
    refused({ ...fine, pairs: [first, { ...first, number: 2, map: { lat: 0, lon: 0, errorM: 1 } }] }, "pairs.1.map");
    refused({ ...fine, held: { horizon: { a: { x: 5, y: 5 }, b: { x: 9, y: 5 }, errorPx: 3 } } }, "held.horizon");
  });
});

describe("what a camera saw", () => {
  const ahead = (off: number, metres: number, found?: "seen" | "not-seen") => ({
    ...{ number: 300 + Math.round(off), name: `at ${off}`, map: { ...destination(camera, 312 + off, metres), errorM: 3 } },
    ...(found === undefined ? {} : { found }),
  });

  it("is a cone on the ellipsoid between the bearings of the frame's edges", () => {
    const { cone, coneEdges, lat, lon, headingDeg, horizontalFieldDeg } = best(made({ things: street, told: { coneLengthM: 500 } }));
    const ring = cone.coordinates[0]?.[0] ?? [];
    assert.deepEqual(ring[0], [lon, lat]);
    assert.deepEqual(ring.at(-1), [lon, lat]);
    const arc = ring.slice(1, -1).map(([x, y]) => wayBetween({ lat, lon }, { lat: y, lon: x }));
    for (const { metres } of arc) assert.ok(Math.abs(metres - 500) < 0.5);
    const [right, left] = [arc[0]?.bearingDeg ?? 0, arc.at(-1)?.bearingDeg ?? 0];
    assert.ok(turnBetween(right, headingDeg.value + horizontalFieldDeg.value / 2) < 0.05);
    assert.ok(turnBetween(left, headingDeg.value - horizontalFieldDeg.value / 2) < 0.05);
    assert.equal(coneEdges.coordinates.length, 2);
  });

  it("has things in it that should be visible, where they should be, and warns of those that are not", () => {
    const told = { expected: [ahead(8, 420), ahead(-30, 500, "not-seen"), ahead(35.2, 300), ahead(170, 200, "not-seen")] };
    const { expected, warnings } = answerCamera(made({ things: street, told }));
    assert.deepEqual(
      expected.map(({ where }) => where),
      ["inside", "inside", "edge", "outside"],
    );
    const x = 960 + focalLength(70, 1920) * Math.tan(8 * rad);
    assert.ok(Math.abs((expected[0]?.x?.value ?? 0) - x) < 4);
    assert.ok((expected[0]?.x?.error ?? 0) > 1);
    assert.ok(turnBetween(expected[0]?.bearingDeg ?? 0, 320) < 0.5);
    assert.match(warnings.join(" "), /270 \(at -30\) should be seen and is not/);
    assert.doesNotMatch(warnings.join(" "), /at 170/);
  });
});

/** A destination's longitude goes on beyond the date line. */
function onEarth({ lat, lon }: { lat: number; lon: number }) {
  return { lat, lon: ((((lon + 180) % 360) + 360) % 360) - 180 };
}

function isInside(ring: readonly (readonly [number, number])[], { lat, lon }: { lat: number; lon: number }): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]] as [[number, number], [number, number]];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  }
  return inside;
}
