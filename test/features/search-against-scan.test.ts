/** Searches over an imported extract against looking at every pair: the same candidates, the same distances, nothing left out. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { osmPbf } from "../../scripts/testing/write-osm-pbf.ts";
import { FeatureProblem } from "../../src/core/map-extract/feature-problem.ts";
import type { ExtractFeature, ExtractImports } from "../../src/core/map-extract/map-extract.port.ts";
import { hasTags } from "../../src/core/map-extract/tag-test.ts";
import { findNearFeatures } from "../../src/reads/find-near-features.ts";
import { kindOf } from "../../src/reason/features/kinds.ts";
import { nearestBetween } from "../../src/reason/features/shape-distance.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { madeBox, madeMap, randomOf } from "./made-extract.ts";

const made = madeMap(20240914, 600);
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
let folder: string;
let extracts: ExtractImports;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "witnessmark-scan-"));
  const file = join(folder, "made.osm.pbf");
  writeFileSync(file, osmPbf({ header: { box: madeBox, replicatedAt: 1_726_272_000 }, ...made }));
  extracts = mapExtractsOf(join(folder, "data"));
  await extracts.importFile({ path: file }, quiet);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const of = (what: string) => made.things.filter(({ tags }) => hasTags(tags, kindOf(what)?.test ?? { anyOf: [] }));

interface Condition {
  readonly what: string;
  readonly withinM: number;
  readonly atLeast: number;
  readonly not: boolean;
}

function scan(find: string, near: readonly Condition[]): Map<string, number[]> {
  const fits = new Map<string, number[]>();
  for (const thing of of(find)) {
    const distances = near.map(({ what }) =>
      of(what)
        .filter(({ id }) => id !== thing.id)
        .map((other) => nearestBetween(thing.shape, other.shape, 50_000)?.metres ?? Infinity)
        .sort((a, b) => a - b),
    );
    const holds = near.every(({ withinM, atLeast, not }, n) => {
      const count = (distances[n] ?? []).filter((metres) => metres <= withinM).length;
      return not ? count === 0 : count >= atLeast;
    });
    if (holds)
      fits.set(
        thing.id,
        near.map(({ atLeast }, n) => distances[n]?.[atLeast - 1] ?? Infinity),
      );
  }
  return fits;
}

describe("what lies near what in an imported extract", () => {
  it("holds everything that the file holds, and nothing else", async () => {
    const extract = await extracts.open();
    try {
      const plain = ({ id, tags, shape }: ExtractFeature) => ({
        id,
        tags: [...tags].sort(),
        kind: shape.kind,
        corners: shape.paths.reduce((sum, path) => sum + path.length, 0),
      });
      const kinds = [
        "place of worship",
        "rail crossing",
        "water tower",
        "petrol station",
        "power tower",
        "water",
        "road",
        "railway",
        "power line",
        "school",
        "cemetery",
        "silo",
        "building=church",
      ];
      const expected = made.things.filter(({ tags }) => kinds.some((kind) => hasTags(tags, kindOf(kind)?.test ?? { anyOf: [] })));
      const found = new Map(
        kinds.flatMap((kind) => [...extract.features(kindOf(kind)?.test ?? { anyOf: [] }, madeBox)].map((one) => [one.id, one] as const)),
      );
      assert.equal(expected.length, made.things.length);
      const byId = (list: readonly { readonly id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      assert.deepEqual(byId([...found.values()].map(plain)), byId(expected.map(plain)));
    } finally {
      extract.close();
    }
  });

  it("is the same as by looking at every pair, for searches of every sort", async () => {
    const random = randomOf(7);
    const kinds = [
      "church",
      "mosque",
      "rail crossing",
      "water tower",
      "petrol station",
      "water",
      "road",
      "railway",
      "school",
      "silo",
      "man_made=silo",
      "power=*",
    ];
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    let [fits, searches]: [number, number] = [0, 0];
    for (let n = 0; n < 25; n++) {
      const find = pick(kinds);
      const near = Array.from({ length: 1 + Math.floor(random() * 3) }, (): Condition => {
        const not = random() < 0.2;
        return { what: pick(kinds), withinM: Math.round(20 + random() ** 2 * 3000), atLeast: !not && random() < 0.3 ? 2 : 1, not };
      });
      const answer = await findNearFeatures(extracts, FeatureProblem.parse({ find, near, mostCandidates: 2000, mostMisses: 2000 }), quiet);
      const expected = scan(find, near);
      const said = JSON.stringify({ find, near });
      assert.deepEqual(
        answer?.candidates.map(({ id }) => id),
        [...expected.keys()].sort(),
        said,
      );
      for (const { id, found } of answer?.candidates ?? [])
        for (const { condition, thing } of found) {
          if (near[condition]?.not === true) continue;
          const metres = expected.get(id)?.[condition] ?? NaN;
          assert.ok(Math.abs((thing?.metres ?? NaN) - metres) <= 0.006, `${said} ${id}: ${thing?.metres} m, ${metres} m by the scan`);
        }
      const { things, fit, missed, far } = answer?.lookedAt ?? { things: 0, fit: 0, missed: 0, far: 0 };
      assert.equal(things, of(find).length);
      assert.equal(fit + missed + far, things);
      // Every near miss is told with at least one reason, none of them is a fit.
      for (const { id, reasons } of answer?.nearMisses ?? []) assert.ok(reasons.length > 0 && !expected.has(id));
      fits += expected.size;
      searches++;
    }
    assert.ok(fits > searches, `${fits} fits in ${searches} searches: too few to tell`);
  });

  it("looks only at what touches the region, and beyond it for what that is near to", async () => {
    const region = {
      type: "Polygon" as const,
      coordinates: [
        [
          [-20.1, 47.95],
          [-20.0, 47.95],
          [-20.05, 48.05],
          [-20.1, 47.95],
        ] as [number, number][],
      ],
    };
    const near = [{ what: "water", withinM: 800, atLeast: 1, not: false }];
    const answer = await findNearFeatures(extracts, FeatureProblem.parse({ find: "church", near, region }), quiet);
    const area: ExtractFeature["shape"] = { kind: "area", paths: [Float64Array.from(region.coordinates[0]?.flat() ?? [])] };
    const inside = new Set(
      of("church")
        .filter(({ shape }) => nearestBetween(shape, area, 0.001) !== undefined)
        .map(({ id }) => id),
    );
    assert.ok(inside.size > 3);
    assert.equal(answer?.lookedAt.things, inside.size);
    assert.deepEqual(
      answer.candidates.map(({ id }) => id),
      [...scan("church", near).keys()].filter((id) => inside.has(id)).sort(),
    );
  });

  it("tells which way a thing lies, and which two are seen in one line", async () => {
    const [church] = of("church");
    assert.ok(church !== undefined);
    const ask = (problem: object) => findNearFeatures(extracts, FeatureProblem.parse(problem), quiet);
    const all = await ask({ find: "church", near: [{ what: "water tower", withinM: 2000 }], mostCandidates: 2000 });
    const north = await ask({
      find: "church",
      near: [{ what: "water tower", withinM: 2000, bearing: { fromDeg: 315, toDeg: 45 } }],
      mostCandidates: 2000,
      mostMisses: 2000,
    });
    const [first, second] = [all?.candidates.length ?? 0, north?.candidates.length ?? 0];
    assert.ok(second > 0 && second < first, `${second} of ${first}`);
    for (const { found } of north?.candidates ?? []) {
      const bearing = found[0]?.thing?.bearingDeg ?? NaN;
      assert.ok(bearing >= 315 || bearing <= 45, String(bearing));
    }
    const near = [
      { what: "water tower", withinM: 3000 },
      { what: "petrol station", withinM: 3000 },
    ];
    const both = await ask({ find: "church", near, mostCandidates: 2000 });
    const line = await ask({
      find: "church",
      near,
      inLine: [{ first: 0, second: 1, withinDeg: 2 }],
      mostCandidates: 2000,
      mostMisses: 2000,
    });
    assert.ok((line?.candidates.length ?? 0) > 0 && (line?.candidates.length ?? 0) < (both?.candidates.length ?? 0));
    assert.match(
      line?.nearMisses.flatMap(({ reasons }) => reasons).join("\n") ?? "",
      /water tower and petrol station: [\d.]+ degrees apart at best, asked for 2/,
    );
  });
});
