import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { answerSun } from "./answer-sun.ts";
import type { SunWhen } from "./sun-answer.ts";
import type { SunProblem } from "./sun-problem.ts";
import { spansInRange } from "./spans-in-range.ts";
import { sunPosition } from "./sun-position.ts";
import { createSunTrack } from "./sun-track.ts";

const seed = 20240914;
/** Even between two values; fc.double favours the smallest. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((share) => min + ((max - min) * share) / 1_000_000);
const answerWhen = (problem: SunProblem) => answerSun(problem) as SunWhen;
const degreesApart = (a: number, b: number) => Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);

describe("the sun", () => {
  it("stands where NREL's worked example says", () => {
    // Reda and Andreas, NREL/TP-560-34302, table A5.1: azimuth 194.340241, zenith 50.111622 with refraction of 820 mbar and 11 C.
    const at = Date.parse("2003-10-17T19:30:30Z");
    const place = { lat: 39.742476, lon: -105.1786 };
    for (const found of [sunPosition(place, at), createSunTrack(place)(at)]) {
      assert.ok(degreesApart(found.azimuthDeg, 194.340241) < 0.002, `azimuth ${found.azimuthDeg}`);
      assert.ok(Math.abs(found.apparentElevationDeg - (90 - 50.111622)) < 0.01, `height ${found.apparentElevationDeg}`);
    }
  });

  it("is found by the quick way where the slow one finds it", () => {
    const moment = fc.integer({ min: Date.parse("1990-01-01T00:00Z"), max: Date.parse("2049-12-31T00:00Z") });
    const place = fc.record({ lat: between(-89, 89), lon: between(-180, 180) });
    fc.assert(
      fc.property(place, moment, (where, at) => {
        const [slow, quick] = [sunPosition(where, at), createSunTrack(where)(at)];
        assert.ok(Math.abs(slow.elevationDeg - quick.elevationDeg) < 0.001);
        // Near the zenith a small step is a large turn.
        assert.ok(degreesApart(slow.azimuthDeg, quick.azimuthDeg) * Math.cos((slow.elevationDeg * Math.PI) / 180) < 0.001);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("is in a range exactly when a look at every minute says so", () => {
    const wave = fc.record({
      height: between(1, 60),
      shift: between(0, 6.3),
      hours: fc.integer({ min: 2, max: 30 }),
    });
    const range = fc.tuple(between(-70, 70), between(0.5, 40));
    fc.assert(
      fc.property(wave, range, ({ height, shift, hours }, [low, width]) => {
        const value = (at: number) => height * Math.sin(shift + (at / 3_600_000 / hours) * 2 * Math.PI);
        const found = spansInRange(value, [0, 86_400_000], [low, low + width]);
        for (let at = 0; at <= 86_400_000; at += 60_000) {
          const inside = value(at) >= low && value(at) <= low + width;
          // The border itself is found to the millisecond, not better.
          const said = found.some(([from, to]) => from - 2 <= at && at <= to + 2);
          const surely = found.some(([from, to]) => from + 2 <= at && at <= to - 2);
          assert.ok(inside ? said : !surely);
        }
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe("shadows measured on a frame", () => {
  const place = { lat: 50.465, lon: 30.185 };
  const measured = {
    place,
    day: "2022-03-29",
    zone: "Europe/Kyiv",
    shadowBearingDeg: { value: 60, error: 5 },
    lengthRatio: { value: 1.5, error: 0.15 },
    scanDays: ["2022-02-17", "2022-05-27"] as [string, string],
  };
  const near = (found: string | undefined, expected: string) =>
    assert.ok(
      Math.abs(Date.parse(found ?? "") - Date.parse(`2022-03-29T${expected}:00+03:00`)) <= 60_000,
      `${found} is not within a minute of ${expected}`,
    );
  const nearDay = (found: string | undefined, expected: string) =>
    assert.ok(Math.abs(Date.parse(found ?? "") - Date.parse(expected)) <= 86_400_000, `${found} is not within a day of ${expected}`);

  it("give windows that do not meet, and the days of the year on which they would", () => {
    const { bearing, ratio, joint, daysThatFit, seasonalTwin, warnings } = answerWhen(measured);
    near(bearing?.[0]?.[0], "16:07");
    near(bearing?.[0]?.[1], "16:49");
    assert.equal(bearing?.length, 1);
    assert.equal(ratio?.length, 2);
    near(ratio?.[0]?.[0], "10:17");
    near(ratio?.[0]?.[1], "11:03");
    near(ratio?.[1]?.[0], "15:06");
    near(ratio?.[1]?.[1], "15:52");
    assert.deepEqual(joint, []);
    assert.ok(warnings.some((words) => /place, the day or a measurement is wrong/.test(words)));
    assert.equal(daysThatFit?.length, 1);
    nearDay(daysThatFit?.[0]?.[0], "2022-04-03");
    nearDay(daysThatFit?.[0]?.[1], "2022-04-27");
    nearDay(seasonalTwin?.[0]?.[0], "2022-08-15");
    nearDay(seasonalTwin?.[0]?.[1], "2022-09-09");
    assert.ok(warnings.some((words) => words.includes("2022-02-17 to 2022-05-27")));
  });

  it("say that a length means little around noon", () => {
    const { noon } = answerWhen({ ...measured, scanDays: undefined });
    near(noon.local, "13:04");
    const height = sunPosition(place, Date.parse("2022-03-29T10:30:00Z")).apparentElevationDeg;
    const value = 1 / Math.tan((height * Math.PI) / 180);
    const { warnings } = answerWhen({ place, day: "2022-03-29", zone: "Europe/Kyiv", lengthRatio: { value, error: 0.02 } });
    assert.ok(warnings.some((words) => /insensitive here/.test(words)));
    const { warnings: later } = answerWhen({ place, day: "2022-03-29", zone: "Europe/Kyiv", lengthRatio: { value: 2.5, error: 0.1 } });
    assert.ok(!later.some((words) => /insensitive/.test(words)));
  });

  it("are found where a look at every five seconds finds them, under a sun near the zenith too", () => {
    const days = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(
        between(-24, 24),
        between(-180, 180),
        days,
        between(0, 360),
        between(1, 10),
        between(0, 3),
        (lat, lon, number, value, error, lean) => {
          const day = new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
          const problem = { place: { lat, lon }, day, zone: "UTC", shadowBearingDeg: { value, error }, leanErrorDeg: lean };
          const found = (answerWhen(problem).utc.bearing ?? []).map((window) => window.map((at) => Date.parse(at)) as [number, number]);
          const sun = createSunTrack({ lat, lon });
          for (let at = Date.parse(`${day}T00:00Z`); at < Date.parse(`${day}T00:00Z`) + 86_400_000; at += 5000) {
            const { azimuthDeg, apparentElevationDeg } = sun(at);
            // Closer to the zenith than this nothing has a shadow whose direction could be told.
            if (apparentElevationDeg > 89.7) continue;
            const share = Math.tan((lean * Math.PI) / 180) * Math.tan((apparentElevationDeg * Math.PI) / 180);
            const allowed = Math.hypot(error, share >= 1 ? 180 : (Math.asin(Math.max(0, share)) * 180) / Math.PI);
            const off = degreesApart(azimuthDeg, value + 180);
            if (apparentElevationDeg > 0.01 && off < allowed - 0.3)
              assert.ok(
                found.some(([from, to]) => at >= from - 1000 && at <= to + 1000),
                `${JSON.stringify(problem)} at ${new Date(at).toISOString()}`,
              );
            if (apparentElevationDeg < -0.01 || off > allowed + 0.3)
              assert.ok(
                !found.some(([from, to]) => at >= from + 1000 && at <= to - 1000),
                `${JSON.stringify(problem)} not at ${new Date(at).toISOString()}`,
              );
          }
        },
      ),
      { seed, numRuns: 40 },
    );
  });

  it("take slope and lean for wider errors, never for narrower ones", () => {
    const amount = between(0, 10);
    fc.assert(
      fc.property(amount, amount, (slopeErrorDeg, leanErrorDeg) => {
        const plain = answerWhen({ ...measured, scanDays: undefined }).used;
        const { used } = answerWhen({ ...measured, scanDays: undefined, slopeErrorDeg, leanErrorDeg });
        assert.ok((used.bearingErrorDeg ?? 0) >= (plain.bearingErrorDeg ?? 0));
        assert.ok((used.heightDeg?.[0] ?? 90) <= (plain.heightDeg?.[0] ?? 0) && (used.heightDeg?.[1] ?? 0) >= (plain.heightDeg?.[1] ?? 90));
      }),
      { seed, numRuns: 25 },
    );
  });
});
