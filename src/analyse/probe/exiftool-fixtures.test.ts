/** Against third-party pictures: our rows say what exiftool itself says of the same bytes. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findProgram, fixturesFolder, needs } from "../../../scripts/testing/needs.ts";
import { probeFile } from "../../../test/hostile-media/analyse-file.ts";

const images = "exiftool/t/images";
const skip = needs({ programs: ["ffmpeg", "ffprobe", "perl"], fixtures: images });
const script = createRequire(import.meta.resolve("exiftool-vendored"))
  .resolve("exiftool-vendored.pl")
  .replace(/index\.js$/, "bin/exiftool");

const pictures = ["Apple.jpg", "ExifTool.jpg", "GPS.jpg", "PNG.png", "QuickTime.heic", "QuickTime.mov"];

describe("metadata of third-party files", { skip }, () => {
  it("are the rows that exiftool lists, tag for tag", async () => {
    const there = readdirSync(fixturesFolder(images)).filter((name) => pictures.includes(name));
    assert.ok(there.length >= 4);
    for (const name of there) {
      const path = join(fixturesFolder(images), name);
      const plain = execFileSync(findProgram("perl") ?? "", [
        script,
        "-config",
        "",
        "-j",
        "-a",
        "-G1",
        "-n",
        "-x",
        "System:all",
        "-x",
        "FileTypeExtension",
        path,
      ]);
      const [wanted = {}] = JSON.parse(plain.toString()) as Record<string, unknown>[];
      const { result } = await probeFile(path);
      const rows = new Map(result.metadata.map(({ group, tag, value }) => [`${group}:${tag}`, value]));
      for (const [key, stored] of Object.entries(wanted)) {
        if (key === "SourceFile" || typeof stored === "object") continue;
        const value = rows.get(key);
        assert.ok(value !== undefined, `${name} ${key}`);
        if (/:GPS(Latitude|Longitude)$/.test(key)) assert.ok(Math.abs(Number(value) - Number(stored)) < 1e-9, `${name} ${key}: ${value}`);
      }
    }
  });

  it("with a place give a warning, and with a satellite's time an instant in UTC", async () => {
    const { result } = await probeFile(join(fixturesFolder(images), "GPS.jpg"));
    const place = result.metadata.find(({ group, tag }) => group === "GPS" && tag === "GPSLatitude");
    assert.ok(Math.abs(Number(place?.value) - 54.9896666666667) < 1e-9, String(place?.value));
    assert.ok(result.traps.some(({ code }) => code === "place-inside"));
    assert.ok(result.holds.some((line) => line.startsWith("A stated place")));
  });

  it("name the camera, and what a telephone's picture carries besides", async () => {
    const { result } = await probeFile(join(fixturesFolder(images), "Apple.jpg"));
    assert.ok(result.holds.some((line) => line.includes("Apple")));
    const satellite = result.times.find(({ means }) => means === "gps");
    assert.deepEqual<unknown>([satellite?.earliest, satellite?.zone], ["2016-09-28T17:17:58.65Z", { state: "utc" }]);
    for (const claim of result.times) assert.ok(claim.earliest <= claim.latest);
  });
});
