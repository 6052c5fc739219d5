/** The sun of the sample against references of others, and the shadows in its pictures against that sun. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { sunPosition } from "../../scripts/sample/sun.ts";
import { prism, rectangle } from "../../scripts/sample/solids.ts";
import type { Scene } from "../../scripts/sample/town.ts";
import { drawBackground } from "../../scripts/sample/trace.ts";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { decodeFrames } from "./decode.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";
import type { CameraTruth, Place } from "./truth-file.ts";

const rad = (deg: number) => (deg * Math.PI) / 180;
const deg = (r: number) => (r * 180) / Math.PI;
const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

/** Another theory than the sample's: J. W. Spencer's series of 1971 for declination and equation of time, good to about 0.3 degree. */
function spencerSun(utcMs: number, latDeg: number, lonDeg: number): { azimuthDeg: number; elevationDeg: number } {
  const date = new Date(utcMs);
  const day = (utcMs - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000;
  const g = (2 * Math.PI * day) / 365;
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g);
  const equationMin =
    229.18 * (0.000075 + 0.001868 * Math.cos(g) - 0.032077 * Math.sin(g) - 0.014615 * Math.cos(2 * g) - 0.040849 * Math.sin(2 * g));
  const solarMin = date.getUTCHours() * 60 + date.getUTCMinutes() + date.getUTCSeconds() / 60 + 4 * lonDeg + equationMin;
  const hourAngle = rad(solarMin / 4 - 180);
  const lat = rad(latDeg);
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north = Math.sin(declination) * Math.cos(lat) - Math.cos(declination) * Math.cos(hourAngle) * Math.sin(lat);
  const up = Math.sin(declination) * Math.sin(lat) + Math.cos(declination) * Math.cos(hourAngle) * Math.cos(lat);
  return { azimuthDeg: (deg(Math.atan2(east, north)) + 360) % 360, elevationDeg: deg(Math.asin(up)) };
}

const SPA = "solar/klausbrunner-solarpositioning/azimuth_zenith/spa_reference_testdata.csv";

describe("the sun of the sample", () => {
  it("stands where NREL's reference program puts it, to 0.02 degree", { skip: needs({ fixtures: SPA }) }, async () => {
    let compared = 0;
    for (const line of (await readFile(fixturesFolder(SPA), "utf8")).split("\n")) {
      const [time, lat, lon, azimuth, zenith] = line.split(",");
      if (line.startsWith("#") || zenith === undefined) continue;
      // The sample's theory is for our century and for a sun that casts shadows.
      if (Number(time?.slice(0, 4)) < 1950 || Number(time?.slice(0, 4)) > 2060 || Number(zenith) > 84 || Number(zenith) < 3) continue;
      const sun = sunPosition(Date.parse(time ?? ""), Number(lat), Number(lon));
      assert.ok(Math.abs(90 - sun.apparentElevationDeg - Number(zenith)) < 0.02, `${line}: zenith ${90 - sun.apparentElevationDeg}`);
      assert.ok(apart(sun.azimuthDeg, Number(azimuth)) * Math.sin(rad(Number(zenith))) < 0.02, `${line}: azimuth ${sun.azimuthDeg}`);
      compared++;
    }
    assert.ok(compared > 50, `${compared} lines compared`);
  });

  it("agrees, for the place and the moment of the event, with an independent formula", { skip: needs(NEEDS_FFMPEG) }, async () => {
    const { truth } = await madeSample();
    const { sun, shadowBearingDeg, zeroUtc } = truth.event;
    const other = spencerSun(Date.parse(zeroUtc), truth.place.latDeg, truth.place.lonDeg);
    assert.ok(apart(sun.azimuthDeg, other.azimuthDeg) < 0.3, `azimuth ${sun.azimuthDeg}, other ${other.azimuthDeg}`);
    assert.ok(Math.abs(sun.elevationDeg - other.elevationDeg) < 0.3, `elevation ${sun.elevationDeg}, other ${other.elevationDeg}`);
    assert.ok(apart(shadowBearingDeg, other.azimuthDeg + 180) < 0.3);
  });
});

describe("shadows in the sample's pictures", () => {
  it("fall away from the sun and are as long as its elevation asks, measured on the pixels of a drawn mast", () => {
    const MAST_M = 10;
    const ground = { stone: [180, 180, 180], joint: [180, 180, 180], streetBearingDeg: 0 } as const;
    const sky = { zenith: [0, 0, 0], horizon: [0, 0, 0], hills: [0, 0, 0] } as const;
    const bare: Scene = { solids: [], ground, sky };
    const mast: Scene = { ...bare, solids: [prism(rectangle([0, 0], 0.5, 0.5), 0, MAST_M, { kind: "plain", colour: [180, 180, 180] })] };
    // Straight down from 60 m: north is up, and 45 degrees across show 49.7 m of ground.
    const view = { position: [0, 0, 60] as Place, headingDeg: 0, pitchDeg: -90, hfovDeg: 45, width: 480, height: 480 };
    const metrePx = view.width / 2 / (60 * Math.tan(rad(22.5)));
    for (const [utcMs, latDeg, lonDeg] of [
      [Date.UTC(2024, 8, 14, 13), 43.4, 31.2],
      [Date.UTC(2024, 5, 1, 6, 30), 43.4, 31.2],
      [Date.UTC(2024, 2, 3, 9, 15), -20, 10],
    ] as const) {
      const sun = sunPosition(utcMs, latDeg, lonDeg);
      const expected = spencerSun(utcMs, latDeg, lonDeg);
      const [a, b] = [drawBackground(bare, view, sun, 0).rgb, drawBackground(mast, view, sun, 0).rgb];
      const tip = { length: 0, east: 0, north: 0, count: 0 };
      for (let i = 0; i < a.length; i += 3) {
        if ((b[i] ?? 0) > (a[i] ?? 0) * 0.8) continue;
        const east = (((i / 3) % view.width) + 0.5 - view.width / 2) / metrePx;
        const north = (view.height / 2 - Math.floor(i / 3 / view.width) - 0.5) / metrePx;
        tip.length = Math.max(tip.length, Math.hypot(east, north));
        tip.east += east;
        tip.north += north;
        tip.count++;
      }
      assert.ok(tip.count > 50, "the mast casts no shadow");
      const bearing = (deg(Math.atan2(tip.east, tip.north)) + 360) % 360;
      assert.ok(apart(bearing, expected.azimuthDeg + 180) < 0.7, `bearing ${bearing}, sun at ${expected.azimuthDeg}`);
      const length = MAST_M / Math.tan(rad(expected.elevationDeg));
      assert.ok(Math.abs(tip.length - length) < 0.5, `length ${tip.length} m, expected ${length} m`);
    }
  });

  it("darken the paving behind the tower in camera A's own frames, and not beside it", { skip: needs(NEEDS_FFMPEG) }, async () => {
    const { folder, truth } = await madeSample();
    const camera = truth.cameras[0] as CameraTruth;
    const { azimuthDeg } = spencerSun(Date.parse(truth.event.zeroUtc), truth.place.latDeg, truth.place.lonDeg);
    const corner = (name: string) => truth.event.landmarks.find((l) => l.name === name)?.position as Place;
    const [x, y] = corner("tower, south-east corner on the ground");
    // Four metres away from the sun from the middle of the tower's east wall; and south of its corner, clear of the fountain.
    const away = rad(azimuthDeg + 180);
    const behind: Place = [x + 4 * Math.sin(away), y + 2.5 + 4 * Math.cos(away), 0];
    const beside: Place = [behind[0] + 1, y - 1.5, 0];
    const box = { x: 0, y: 0, width: camera.displayedWidth, height: camera.displayedHeight - 30 };
    // About four o'clock: nobody and nothing stands before these two places then.
    const frame = (await decodeFrames(join(folder, camera.file), box))[155];
    // The hand shakes by a pixel or two, and the strip of shade is four pixels high: the darkest row near it counts.
    const rows = (place: Place) => [-3, -2, -1, 0, 1].map((dy) => rowLevel(frame as Uint8Array, box.width, projected(camera, place), dy));
    const ratio = Math.min(...rows(behind)) / Math.min(...rows(beside).slice(1));
    assert.ok(ratio > 0.4 && ratio < 0.75, `shade over sun is ${ratio}`);
  });

  it("stand in a scene whose landmarks lie where the truth puts them for each camera", { skip: needs(NEEDS_FFMPEG) }, async () => {
    const { truth } = await madeSample();
    for (const camera of truth.cameras) {
      assert.ok(camera.landmarks.length >= 4, camera.id);
      for (const { name, xPx, yPx } of camera.landmarks) {
        const place = truth.event.landmarks.find((l) => l.name === name)?.position as Place;
        const [x, y] = projected(camera, place);
        assert.ok(Math.hypot(x - xPx, y - yPx) < 0.2, `${camera.id} ${name}: ${x} ${y}`);
      }
    }
  });
});

/** A pinhole camera by angles, written without looking at the generator's: turn by heading, then by pitch. */
function projected(camera: CameraTruth, [x, y, z]: Place): [number, number] {
  const [cx, cy, cz] = camera.position;
  const h = rad(camera.headingDeg);
  const p = rad(camera.pitchDeg);
  const ahead = (x - cx) * Math.sin(h) + (y - cy) * Math.cos(h);
  const right = (x - cx) * Math.cos(h) - (y - cy) * Math.sin(h);
  const depth = ahead * Math.cos(p) + (z - cz) * Math.sin(p);
  const up = (z - cz) * Math.cos(p) - ahead * Math.sin(p);
  const focal = camera.displayedWidth / 2 / Math.tan(rad(camera.hfovDeg) / 2);
  return [camera.displayedWidth / 2 + (focal * right) / depth, camera.displayedHeight / 2 - (focal * up) / depth];
}

function rowLevel(rgba: Uint8Array, width: number, [x, y]: readonly [number, number], dy: number): number {
  let sum = 0;
  for (let dx = -2; dx <= 2; dx++) sum += rgba[((Math.round(y) + dy) * width + Math.round(x) + dx) * 4 + 1] ?? 0;
  return sum / 5;
}
