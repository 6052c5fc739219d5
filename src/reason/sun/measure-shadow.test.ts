import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerSun } from "./answer-sun.ts";
import { measureShadow } from "./measure-shadow.ts";
import { tiltOnAngle } from "./measure-from-above.ts";
import { ShadowMeasurement } from "./shadow-measurement.ts";
import { SunProblem } from "./sun-problem.ts";

type Place = readonly [east: number, north: number, up: number];
interface Camera {
  readonly at: Place;
  readonly heading: number;
  readonly pitch: number;
  readonly roll: number;
  readonly field: number;
}

const size = { width: 1280, height: 720 };
const radians = (angle: number) => (angle * Math.PI) / 180;
const apart = (a: number, b: number) => Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);

/** A pinhole by three turns of the world, one after the other; written without the solver's geometry. */
function seen({ at, heading, pitch, roll, field }: Camera, [east, north, up]: Place): { x: number; y: number } {
  const turned = (a: number, b: number, angle: number) =>
    [a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle)] as const;
  const [right, ahead] = turned(east - at[0], north - at[1], radians(heading));
  const [deep, high] = turned(ahead, up - at[2], -radians(pitch));
  const [across, above] = turned(right, high, radians(roll));
  assert.ok(deep > 0, "behind the camera");
  const focal = size.width / 2 / Math.tan(radians(field) / 2);
  return { x: size.width / 2 + (focal * across) / deep, y: size.height / 2 - (focal * above) / deep };
}

/** A post of 4 m whose shadow falls so far towards so much. */
function scene(camera: Camera, foot: Place, bearing: number, ratio: number) {
  const tall = 4;
  const end: Place = [foot[0] + tall * ratio * Math.sin(radians(bearing)), foot[1] + tall * ratio * Math.cos(radians(bearing)), 0];
  return {
    frame: { item: "i1" as const, object: `sha256:${"0".repeat(64)}` as const, ...size },
    base: seen(camera, foot),
    tip: seen(camera, [foot[0], foot[1], tall]),
    shadowEnd: seen(camera, end),
    markErrorPx: 1,
  };
}

const camera: Camera = { at: [0, 0, 6], heading: 37, pitch: -14, roll: 3, field: 62 };
const foot: Place = [11, 16, 0];
const [bearing, ratio] = [71, 1.6];
const line = [seen(camera, [4, 12, 0]), seen(camera, [10, 24, 0])] as [{ x: number; y: number }, { x: number; y: number }];
const lineBearing = (Math.atan2(6, 12) * 180) / Math.PI;
const squares: readonly Place[] = [
  [3, 11, 0],
  [14, 12, 0],
  [8, 25, 0],
  [19, 21, 0],
  [11, 15, 0],
];
const marks = scene(camera, foot, bearing, ratio);
const points = squares.map((place) => ({ frame: seen(camera, place), map: { eastM: place[0], northM: place[1] }, errorM: 0.05 }));
const exactly = { value: 0, error: 0 };

const near = (found: { value: number } | null, expected: number, tolerance: number, what: string) =>
  assert.ok(found !== null && apart(found.value, expected) < tolerance, `${what}: ${found?.value}, expected ${expected}`);

describe("a shadow marked on a frame", () => {
  it("is measured by five points of the ground, height and all", () => {
    const found = measureShadow({ ...marks, ground: { by: "ground-points", points } });
    near(found.shadowBearingDeg, bearing, 0.001, "bearing");
    near(found.lengthRatio, ratio, 0.001, "ratio");
    assert.deepEqual(found.warnings, []);
    const byHeight = measureShadow({
      ...marks,
      tip: undefined,
      ground: { by: "ground-points", points, objectHeightM: { value: 4, error: 0.1 } },
    });
    near(byHeight.lengthRatio, ratio, 0.001, "ratio by a known height");
  });

  it("is measured by points on the map", () => {
    // Metres to degrees at 50 N on WGS 84, from its radii of curvature.
    const onMap = points.map(({ frame, map, errorM }) => ({
      frame,
      errorM,
      map: { lat: 50 + map.northM / 111_229.04, lon: 30 + map.eastM / 71_695.73 },
    }));
    const found = measureShadow({ ...marks, ground: { by: "ground-points", points: onMap } });
    near(found.shadowBearingDeg, bearing, 0.02, "bearing");
    near(found.lengthRatio, ratio, 0.002, "ratio");
  });

  it("is measured by a camera's pitch, roll, field and heading, or by a line of known bearing", () => {
    const held = {
      by: "camera" as const,
      horizontalFieldDeg: { value: 62, error: 1 },
      pitchDeg: { value: -14, error: 0.5 },
      rollDeg: { value: 3, error: 0.5 },
    };
    const byHeading = measureShadow({ ...marks, ground: { ...held, headingDeg: { value: 37, error: 1 } } });
    const byLine = measureShadow({ ...marks, ground: { ...held, reference: { line, bearingDeg: { value: lineBearing, error: 1 } } } });
    for (const found of [byHeading, byLine]) {
      near(found.shadowBearingDeg, bearing, 0.001, "bearing");
      near(found.lengthRatio, ratio, 0.001, "ratio");
    }
    const unturned = measureShadow({ ...marks, ground: held });
    assert.equal(unturned.shadowBearingDeg, null);
    near(unturned.lengthRatio, ratio, 0.001, "ratio");
    assert.ok(unturned.warnings.some((words) => words.includes("length alone")));
  });

  it("is measured by the horizon with the field of view, or with two upright edges", () => {
    const far = (side: number): Place => [1e7 * Math.sin(radians(37 + side)), 1e7 * Math.cos(radians(37 + side)), 6];
    const horizon = [seen(camera, far(20)), seen(camera, far(-20))] as [{ x: number; y: number }, { x: number; y: number }];
    const upright = (place: Place) =>
      [seen(camera, place), seen(camera, [place[0], place[1], 5])] as [{ x: number; y: number }, { x: number; y: number }];
    const reference = { line, bearingDeg: { value: lineBearing, error: 1 } };
    const byField = measureShadow({ ...marks, ground: { by: "horizon", horizon, horizontalFieldDeg: { value: 62, error: 1 }, reference } });
    const byEdges = measureShadow({
      ...marks,
      markErrorPx: 0.3,
      ground: { by: "horizon", horizon, uprights: [upright([6, 19, 0]), upright([17, 13, 0])], reference },
    });
    for (const found of [byField, byEdges]) {
      near(found.shadowBearingDeg, bearing, 0.02, "bearing");
      near(found.lengthRatio, ratio, 0.01, "ratio");
    }
  });

  it("is measured from above against a line of known bearing, and what a tilt does is in the error", () => {
    const above: Camera = { at: [12, 18, 60], heading: 20, pitch: -89.999, roll: 0, field: 50 };
    const seenAbove = scene(above, foot, bearing, ratio);
    const reference = {
      line: [seen(above, [4, 12, 0]), seen(above, [10, 24, 0])] as typeof line,
      bearingDeg: { value: lineBearing, error: 1 },
    };
    const found = measureShadow({ ...seenAbove, ground: { by: "plan-view", reference, tiltErrorDeg: 0 } });
    near(found.shadowBearingDeg, bearing, 0.01, "bearing");
    assert.equal(found.lengthRatio, null);
    const tilted = measureShadow({ ...seenAbove, ground: { by: "plan-view", reference, tiltErrorDeg: 20 } });
    assert.ok((tilted.shadowBearingDeg?.error ?? 0) > (found.shadowBearingDeg?.error ?? 0));
    const lengths = { referenceLengthM: { value: Math.hypot(6, 12), error: 0.2 }, objectHeightM: { value: 4, error: 0.1 } };
    near(
      measureShadow({ ...seenAbove, ground: { by: "plan-view", reference, tiltErrorDeg: 5, ...lengths } }).lengthRatio,
      ratio,
      0.01,
      "ratio",
    );
    // Told by eye: the shadow lies along the line.
    const along = measureShadow({
      ...seenAbove,
      ground: { by: "plan-view", reference, tiltErrorDeg: 20, angleToReferenceDeg: { value: 0, error: 3 } },
    });
    near(along.shadowBearingDeg, lineBearing, 0.001, "bearing");
    assert.ok(Math.abs((along.shadowBearingDeg?.error ?? 0) - Math.hypot(1, 3)) < 0.001);
  });

  it("is off by no more than the tilt error says when the camera looks down aslant", () => {
    // From so high that the frame has no perspective of its own.
    for (const tilt of [10, 25])
      for (const turned of [0, 40, 110]) {
        const high: Camera = {
          at: [
            12 - 6000 * Math.tan(radians(tilt)) * Math.sin(radians(turned)),
            18 - 6000 * Math.tan(radians(tilt)) * Math.cos(radians(turned)),
            6000,
          ],
          heading: turned,
          pitch: tilt - 90,
          roll: 0,
          field: 0.5,
        };
        const found = measureShadow({
          ...scene(high, foot, bearing, ratio),
          markErrorPx: 0.001,
          ground: {
            by: "plan-view",
            tiltErrorDeg: tilt,
            reference: { line: [seen(high, [4, 12, 0]), seen(high, [10, 24, 0])], bearingDeg: { value: lineBearing, error: 0.001 } },
          },
        }).shadowBearingDeg;
        assert.ok(
          found !== null && apart(found.value, bearing) <= found.error + 0.05,
          `tilt ${tilt}, turned ${turned}: ${JSON.stringify(found)}`,
        );
      }
    assert.ok(tiltOnAngle(20, 0) < 1e-9 && tiltOnAngle(20, 90) > 3);
  });

  it("states errors that hold the truth 95 times of a hundred when marks are off by chance", () => {
    // Marks and ground points off by a normal law whose 95 % half-width is stated; lens straight and centred, which only widens.
    let state = 12345;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (state + 0.5) / 2_147_483_648;
    };
    const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const [trials, px, metres] = [300, 3, 0.15];
    const shaken = ({ x, y }: { x: number; y: number }) => ({ x: x + (px / 1.96) * normal(), y: y + (px / 1.96) * normal() });
    let [bearings, ratios] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const found = measureShadow({
        ...marks,
        base: shaken(marks.base),
        tip: shaken(marks.tip),
        shadowEnd: shaken(marks.shadowEnd),
        markErrorPx: px,
        ground: {
          by: "ground-points",
          points: squares.map((place) => ({
            frame: shaken(seen(camera, place)),
            map: { eastM: place[0] + (metres / 1.96) * normal(), northM: place[1] + (metres / 1.96) * normal() },
            errorM: metres,
          })),
        },
      });
      if (found.shadowBearingDeg !== null && apart(found.shadowBearingDeg.value, bearing) <= found.shadowBearingDeg.error) bearings++;
      if (found.lengthRatio !== null && Math.abs(found.lengthRatio.value - ratio) <= found.lengthRatio.error) ratios++;
    }
    assert.ok(bearings / trials > 0.92 && ratios / trials > 0.92, `${bearings} and ${ratios} of ${trials}`);
  });

  it("counts what a lens leaves: bent by a hundredth, the truth is still within the error, though every mark is exact", () => {
    const half = size.width / 2;
    // Turned so far that the post stands near the edge of the frame.
    const aside = scene({ ...camera, heading: 57 }, foot, bearing, ratio);
    for (const bend of [-0.01, 0.01]) {
      const bent = ({ x, y }: { x: number; y: number }) => {
        const [right, down] = [x - half, y - size.height / 2];
        const by = 1 - bend * ((right ** 2 + down ** 2) / half ** 2);
        return { x: half + right * by, y: size.height / 2 + down * by };
      };
      const found = measureShadow({
        ...{ ...aside, base: bent(aside.base), tip: bent(aside.tip), shadowEnd: bent(aside.shadowEnd), markErrorPx: 0.001 },
        ground: {
          ...{ by: "camera", horizontalFieldDeg: { value: 62, error: 0 }, pitchDeg: { value: -14, error: 0 } },
          ...{ rollDeg: { value: 3, error: 0 }, headingDeg: { value: 57, error: 0 } },
        },
      });
      const { shadowBearingDeg: turned, lengthRatio: long } = found;
      assert.ok(turned !== null && long !== null);
      assert.ok(apart(turned.value, bearing) > 0.05 && apart(turned.value, bearing) <= turned.error, JSON.stringify(turned));
      assert.ok(Math.abs(long.value - ratio) <= long.error, JSON.stringify(long));
    }
  });

  it("says what it cannot tell: a mark above the horizon, points in one line, a wrong point", () => {
    const sky = measureShadow({
      ...marks,
      shadowEnd: { x: 640, y: 2 },
      ground: { by: "camera", horizontalFieldDeg: { value: 62, error: 1 }, pitchDeg: { value: -14, error: 0.5 }, rollDeg: exactly },
    });
    assert.equal(sky.lengthRatio, null);
    assert.ok(sky.warnings.some((words) => words.includes("above the horizon")));
    // So near the horizon that the mark's own error reaches over it.
    const held = {
      by: "camera" as const,
      horizontalFieldDeg: { value: 62, error: 1 },
      pitchDeg: { value: -14, error: 0.5 },
      rollDeg: exactly,
    };
    const horizonY = size.height / 2 - (size.width / 2 / Math.tan(radians(31))) * Math.tan(radians(14));
    const brink = measureShadow({
      ...{ ...marks, shadowEnd: { x: 640, y: horizonY + 2 }, markErrorPx: 6 },
      ground: { ...held, headingDeg: { value: 37, error: 1 } },
    });
    assert.deepEqual([brink.shadowBearingDeg, brink.lengthRatio], [null, null]);
    assert.ok(brink.warnings.some((words) => words.includes("direction cannot be told")));
    // Straight from above a height is not seen: the direction stays, the length goes.
    const above: Camera = { at: [12, 18, 60], heading: 20, pitch: -89.5, roll: 0, field: 50 };
    const fromAbove = measureShadow({
      ...scene(above, foot, bearing, ratio),
      ground: { by: "ground-points", points: points.map((point, i) => ({ ...point, frame: seen(above, squares[i] as Place) })) },
    });
    near(fromAbove.shadowBearingDeg, bearing, 0.1, "bearing");
    assert.equal(fromAbove.lengthRatio, null);
    const inLine = [0, 4, 8, 12].map((step) => ({
      frame: seen(camera, [5 + step, 14 + step, 0]),
      map: { eastM: 5 + step, northM: 14 + step },
      errorM: 0.1,
    }));
    assert.equal(measureShadow({ ...marks, ground: { by: "ground-points", points: inLine } }).shadowBearingDeg, null);
    const wrong = points.map((point, i) => (i === 2 ? { ...point, map: { eastM: 10.5, northM: 25 } } : point));
    assert.ok(
      measureShadow({ ...marks, ground: { by: "ground-points", points: wrong } }).warnings.some((words) =>
        /Ground point \d lies/.test(words),
      ),
    );
  });

  it("is kept with the problem, and whoever reads it works the direction and the length out again", () => {
    const measured = ShadowMeasurement.parse({ ...marks, ground: { by: "ground-points", points } });
    const problem = SunProblem.parse(
      JSON.parse(JSON.stringify({ place: { lat: 50.465, lon: 30.185 }, day: "2022-03-29", zone: "Europe/Kyiv", measured })),
    );
    const answer = answerSun(problem);
    near(answer.used.shadowBearingDeg, bearing, 0.001, "bearing");
    near(answer.used.lengthRatio, ratio, 0.001, "ratio");
    const moved = answerSun({
      ...problem,
      measured: { ...measured, shadowEnd: { x: measured.shadowEnd.x + 40, y: measured.shadowEnd.y } },
    });
    assert.notEqual(moved.used.lengthRatio?.value, answer.used.lengthRatio?.value);
    const onlyLength = answerSun({ ...problem, measured: { ...measured, uses: ["ratio"] } });
    assert.equal(onlyLength.used.shadowBearingDeg, null);
  });
});
