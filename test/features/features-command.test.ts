/** Things near each other through the command: the example of the docs, near misses in words, bad input by its field, and how it exits. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { FeatureAnswer } from "../../src/core/map-extract/feature-answer.ts";
import { FeatureProblem } from "../../src/core/map-extract/feature-problem.ts";
import { RoadsRequest } from "../../src/core/map-extract/roads.ts";
import { findNearFeatures, findRoadsOf } from "../../src/reads/find-near-features.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { createDesk, type Desk } from "../support/run-witnessmark.ts";

const examples = join(import.meta.dirname, "../../docs/cli/examples");
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

let desk: Desk;
const here = () => mapExtractsOf(join(desk.folder, ".local", "share", "witnessmark"));
before(async () => {
  desk = createDesk();
  await here().importFile({ path: join(examples, "features-extract.geojson"), name: "orla" }, quiet);
});
after(() => desk.close());

async function ask(problem: unknown, ...more: string[]) {
  const file = join(desk.folder, "search.json");
  writeFileSync(file, JSON.stringify(problem));
  return desk.run("features", file, ...more);
}

describe("witnessmark features", () => {
  it("answers the example: one church fits, one misses a crossing by 40 m, one is far", async () => {
    const { code, out, err } = await desk.run("features", join(examples, "features-church-crossing-water.json"), "--extract", "orla");
    assert.equal(code, 0, err);
    const answer = FeatureAnswer.parse(JSON.parse(out));
    assert.equal(answer.reads, "church with rail crossing within 200 m, and water within 50 m");
    assert.deepEqual(
      answer.candidates.map(({ id, name, found }) => [id, name, ...found.map(({ says }) => says)]),
      [["node/101", "Saint Orla", "rail crossing 143 m to the NNE", "water 19 m to the S"]],
    );
    assert.deepEqual(
      answer.nearMisses.map(({ name, reasons }) => [name, ...reasons]),
      [["Velm chapel", "nearest rail crossing 240 m to the N: 40 m too far"]],
    );
    const { things, fit, missed, far } = answer.lookedAt;
    assert.deepEqual([things, fit, missed, far], [3, 1, 1, 1]);
    assert.deepEqual(answer.extract.of, { at: "2024-09-14T00:00:00Z", basis: '"timestamp" of the file' });
    assert.equal(answer.extract.name, "orla");
    const [church] = answer.candidates;
    assert.ok((church?.found[0]?.thing?.metres ?? 0) > 142.9 && (church?.found[0]?.thing?.metres ?? 0) < 143.1);
    assert.deepEqual([church?.radiusM, church?.geometry.type], [10, "Point"]);
  });

  it("exits with 3 when nothing fits, and says why each near miss misses", async () => {
    const { code, out } = await ask({
      find: "church",
      near: [
        { what: "rail crossing", withinM: 100 },
        { what: "water", withinM: 10 },
      ],
    });
    assert.equal(code, 3);
    const answer = FeatureAnswer.parse(JSON.parse(out));
    assert.deepEqual(
      answer.nearMisses.map(({ reasons }) => reasons),
      [["nearest rail crossing 143 m to the NNE: 43 m too far", "nearest water 19 m to the S: 8.8 m too far"]],
    );
  });

  for (const [name, problem, expected] of [
    ["no kind", { near: [{ what: "water", withinM: 50 }] }, /find: expected a kind of thing/],
    ["a kind that it does not know", { find: "church", near: [{ what: "wahter", withinM: 50 }] }, /near\[0\]\.what: .*found "wahter"/],
    ["words that it does not read", { text: "church wihtin 3 m of water" }, /text: expected a condition.*at character 8/],
    ["a distance that is none", { find: "church", near: [{ what: "water", withinM: 0 }] }, /near\[0\]\.withinM/],
    [
      "a line of one condition",
      { find: "church", near: [{ what: "water", withinM: 50 }], inLine: [{ first: 0, second: 0 }] },
      /inLine\[0\]: expected two of the 1 conditions/,
    ],
  ] as const)
    it(`names the field of ${name}`, async () => {
      const read = FeatureProblem.safeParse(problem);
      if (read.success) await assert.rejects(findNearFeatures(here(), read.data, quiet), expected);
      else assert.match(read.error.issues.map(({ path }) => `near[0].${String(path.at(-1))}`).join(), expected);
    });

  it("exits with 2 for what it cannot use, and for an extract that is not there", async () => {
    const bad = await ask({ text: "church wihtin 3 m of water" });
    assert.equal(bad.code, 2);
    assert.match(bad.err, /text: expected a condition/);
    const other = await ask({ text: "church" }, "--extract", "nowhere");
    assert.equal(other.code, 2);
    assert.match(other.err, /expected one of orla; found another name/);
  });

  it("warns of what the extract does not hold at all, and of its edge", async () => {
    const nothing = await findNearFeatures(here(), FeatureProblem.parse({ text: "church with no lighthouse within 1 km" }), quiet);
    assert.deepEqual(nothing?.warnings, [
      "Nothing in the whole extract is mapped as lighthouse.",
      "At the edge of the extract, where what is around may be missing: 3 of the candidates.",
    ]);
  });
});

describe("roads of an extract", () => {
  const roads = (request: object) => findRoadsOf(here(), RoadsRequest.parse(request));

  it("connect two villages by the road that joins them, as lines for a place phrase", async () => {
    const { ways, lines } = await roads({
      connect: [
        { name: "Orla", lat: 48.0007, lon: -20 },
        { name: "Velm", lat: 48.0018, lon: -19.959 },
      ],
      halfWidthM: 30,
    });
    assert.deepEqual([ways[0]?.state, ways[0]?.says, ways[0]?.along], ["found", "3105 m by road, by D 12", ["D 12"]]);
    assert.deepEqual([lines[0]?.what, lines[0]?.halfWidthM], ["road", 30]);
    assert.match(lines[0]?.source ?? "", /orla, map of 2024-09-14.*CC0/);
  });

  it("are cut at the edge of the region that is asked for", async () => {
    const box = { south: 48, west: -20, north: 48.01, east: -19.99 };
    const { roads: found } = await roads({ box });
    assert.deepEqual(
      found.map(({ ref, name, class: sort }) => [ref, name, sort]),
      [["D 12", "Velm road", "secondary"]],
    );
    for (const [lon, lat] of found[0]?.lines.coordinates.flat() ?? [])
      assert.ok(lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north, `${lon} ${lat}`);
  });

  it("are said to be missing where none is near, or where none leads", async () => {
    const far = await roads({
      connect: [
        { name: "Orla", lat: 48.0007, lon: -20 },
        { name: "the sea", lat: 47.96, lon: -19.99 },
      ],
    });
    assert.deepEqual([far.ways[0]?.state, far.ways[0]?.says], ["no-road-near", "no road within 1500 m of the sea"]);
    assert.deepEqual(far.lines, []);
    await assert.rejects(roads({ box: { south: 40, west: -20, north: 48, east: -19 } }), /box: expected at most 2 degrees across/);
    await assert.rejects(roads({}), /region: expected a region, a box, or places to connect/);
  });
});
