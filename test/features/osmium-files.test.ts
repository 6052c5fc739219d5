/** OpenStreetMap files of another program's making: every way it has of writing one is read the same, or refused by its name. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { osmiumFiles } from "./osmium-files.ts";

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
const everywhere = { south: -90, west: -180, north: 90, east: 180 };
const expected = [
  "node/1 point -20,48 amenity=place_of_worship religion=christian name=Орла 𠀀",
  "node/5000000000 point 179.9999999,-89.9999999 railway=level_crossing",
  "relation/20 area -20.001,48.001,-20.001,48.002,-20.003,48.002,-20.001,48.001 landuse=forest",
  "way/10 area -20.001,48.001,-20.001,48.002,-20.003,48.002,-20.001,48.001 natural=water",
  "way/13 line -20.003,48.002,-20.001,48.001 highway=primary",
];

describe("files that osmium wrote", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "witnessmark-osmium-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function bringIn(name: keyof typeof osmiumFiles) {
    const path = join(folder, "made.osm.pbf");
    writeFileSync(path, Buffer.from(osmiumFiles[name], "base64"));
    const extracts = mapExtractsOf(mkdtempSync(join(folder, "data-")));
    const facts = (await extracts.importFile({ path }, quiet))?.facts;
    const extract = await extracts.open();
    const test = { anyOf: ["amenity", "natural", "landuse", "highway", "railway"].map((key) => [{ key, value: "*" }]) };
    const things = [...extract.features(test, everywhere)].map(
      ({ id, shape, tags }) =>
        `${id} ${shape.kind} ${shape.paths.map((path) => path.join()).join("|")} ${[...tags].map((tag) => tag.join("=")).join(" ")}`,
    );
    extract.close();
    return { facts, things: things.sort() };
  }

  for (const name of ["dense", "single nodes", "not packed", "locations on ways, untagged nodes left out"] as const)
    it(`are read the same: ${name}`, async () => {
      const { facts, things } = await bringIn(name);
      assert.deepEqual(things, expected);
      assert.equal(facts?.writtenBy, "osmium/1.15.0");
      assert.deepEqual(facts.leftOut, []);
      assert.equal(facts.of.at, name === "dense" ? "2024-09-14T00:00:00Z" : "unknown");
    });

  it("are refused by the name of what is not read", async () => {
    await assert.rejects(bringIn("LZ4"), /blob 1: expected data packed with zlib, or not at all; found LZ4/);
    await assert.rejects(bringIn("history"), /found "HistoricalInformation"/);
  });
});
