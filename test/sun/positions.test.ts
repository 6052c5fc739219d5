/** Positions of the sun against NREL's reference program, its rising and setting against the almanac of the US Naval Observatory. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { sunDays } from "../../src/reason/sun/sun-days.ts";
import { sunPosition } from "../../src/reason/sun/sun-position.ts";
import { createSunTrack } from "../../src/reason/sun/sun-track.ts";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";

/** spa.c of 8 September 2014 with delta T 0, 1000 mbar, 10 C; below the horizon without air. */
const reference = "solar/klausbrunner-solarpositioning/azimuth_zenith/spa_reference_testdata.csv";
const radians = (degrees: number) => (degrees * Math.PI) / 180;

describe("the sun's position", () => {
  it(
    "is within 0.01 degrees of NREL's reference program in every row, from 1910 to 2210",
    { skip: needs({ fixtures: reference }) },
    (t) => {
      const worst = { across: 0, up: 0, rows: 0 };
      for (const line of readFileSync(fixturesFolder(reference), "utf8").split("\n")) {
        const [time, lat, lon, azimuth, zenith] = line.split(",");
        if (line.startsWith("#") || time === undefined || zenith === undefined) continue;
        const place = { lat: Number(lat), lon: Number(lon) };
        for (const found of [sunPosition(place, Date.parse(time)), createSunTrack(place)(Date.parse(time))]) {
          // Air lifts what is above the horizon; the reference adds it down to 50 minutes of arc below.
          const height = Number(zenith) < 90.8 ? found.apparentElevationDeg : found.elevationDeg;
          const turned = Math.abs(((found.azimuthDeg - Number(azimuth) + 540) % 360) - 180);
          // On the sky: near the zenith a hair is a large turn.
          worst.across = Math.max(worst.across, turned * Math.sin(radians(Number(zenith))));
          worst.up = Math.max(worst.up, Math.abs(90 - height - Number(zenith)));
        }
        worst.rows++;
      }
      t.diagnostic(`${worst.rows} rows: at most ${worst.across.toFixed(4)} degrees across, ${worst.up.toFixed(4)} up or down`);
      assert.equal(worst.rows, 512);
      assert.ok(worst.across <= 0.01 && worst.up <= 0.01, JSON.stringify(worst));
    },
  );

  it("rises and sets within a minute of the US Naval Observatory's almanac", (t) => {
    let worst = 0;
    for (const [name, lat, lon, rows] of almanac)
      for (const [day, rise, set] of rows) {
        const midnight = Date.parse(`2020-${day}T00:00:00Z`);
        // Whatever rises and sets on that day of Greenwich, also when its noon is of another.
        const days = sunDays({ lat, lon }, midnight, midnight + 86_400_000);
        for (const [said, found] of [
          [rise, days.map((one) => one.rise)],
          [set, days.map((one) => one.set)],
        ] as const) {
          const written = Date.parse(`2020-${day}T${said}:00Z`);
          const off = Math.min(...found.map((at) => Math.abs((at ?? Infinity) - written))) / 1000;
          worst = Math.max(worst, off);
          assert.ok(off <= 60, `${name} ${day}: ${said} in the almanac, ${off} s from it here`);
        }
      }
    t.diagnostic(`at most ${Math.round(worst)} s apart; the almanac writes whole minutes`);
  });
});

/** Upper limb, UTC of 2020, as aa.usno.navy.mil gives them: places are those at which Klaus Brunner's solarpositioning (MIT) tests. */
const almanac: readonly (readonly [string, number, number, readonly (readonly [day: string, rise: string, set: string])[]])[] = [
  [
    "Anchorage",
    61.216667,
    -149.866667,
    [
      ["01-05", "19:11", "00:57"],
      ["03-15", "16:14", "04:01"],
      ["04-25", "14:06", "05:48"],
      ["06-15", "12:21", "07:40"],
      ["08-05", "13:44", "06:28"],
      ["09-25", "15:53", "03:51"],
      ["11-15", "18:07", "01:22"],
      ["12-25", "19:15", "00:44"],
    ],
  ],
  [
    "Auckland",
    -36.833333,
    174.8,
    [
      ["01-15", "17:18", "07:42"],
      ["03-05", "18:11", "06:54"],
      ["05-25", "19:21", "05:15"],
      ["07-05", "19:34", "05:17"],
      ["09-15", "18:19", "06:12"],
      ["11-25", "16:57", "07:19"],
    ],
  ],
  [
    "Brasilia",
    -15.8,
    -47.85,
    [
      ["02-05", "09:03", "21:47"],
      ["04-15", "09:19", "21:03"],
      ["06-25", "09:38", "20:50"],
      ["08-15", "09:28", "21:03"],
      ["10-05", "08:51", "21:09"],
      ["12-15", "08:35", "21:39"],
    ],
  ],
  [
    "Singapore",
    1.283333,
    103.833333,
    [
      ["01-25", "23:15", "11:19"],
      ["03-25", "23:07", "11:14"],
      ["06-05", "22:58", "11:09"],
      ["08-25", "23:02", "11:11"],
      ["10-15", "22:48", "10:53"],
      ["12-05", "22:54", "10:57"],
    ],
  ],
];
