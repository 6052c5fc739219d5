/** Distances between things on the map against the plainest way to know them: many points along every edge, and the geodesic between each two. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ExtractShape } from "../../core/map-extract/extract-shape.ts";
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { boxOfShape, contains, nearestBetween, widened } from "./shape-distance.ts";

const steps = 40;

function samples({ kind, paths }: ExtractShape): Position[] {
  return paths.flatMap((path) => {
    const at = (i: number): Position => ({ lon: path[i] as number, lat: path[i + 1] as number });
    if (kind === "point") return [at(0)];
    return Array.from({ length: path.length / 2 - 1 }, (_, n) => {
      const [from, to] = [at(n * 2), at(n * 2 + 2)];
      return Array.from({ length: steps + 1 }, (__, k) => ({
        lat: from.lat + ((to.lat - from.lat) * k) / steps,
        lon: from.lon + ((to.lon - from.lon) * k) / steps,
      }));
    }).flat();
  });
}

/** The least over all samples, and how much less it may be between them. */
function naive(one: ExtractShape, other: ExtractShape): { readonly metres: number; readonly slack: number } {
  const [own, others] = [samples(one), samples(other)];
  let metres = Infinity;
  for (const a of own) for (const b of others) metres = Math.min(metres, wayBetween(a, b).metres);
  const widest = (points: readonly Position[]) =>
    Math.max(
      0,
      ...points
        .slice(1)
        .map((point, n) => wayBetween(points[n] as Position, point).metres)
        .filter((step) => step < 200),
    );
  return { metres, slack: (widest(own) + widest(others)) / 2 };
}

/** Shapes some hundred metres across, within two kilometres of one place. */
const shape = (origin: Position): fc.Arbitrary<ExtractShape> => {
  const spot = fc
    .tuple(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 2000, noNaN: true }))
    .map(([bearing, metres]) => destination(origin, bearing, metres));
  const around = fc.tuple(
    spot,
    fc.array(fc.tuple(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 20, max: 400, noNaN: true })), {
      minLength: 3,
      maxLength: 6,
    }),
  );
  return fc.oneof(
    spot.map(({ lat, lon }): ExtractShape => ({ kind: "point", paths: [Float64Array.of(lon, lat)] })),
    around.map(([centre, turns]): ExtractShape => ({
      kind: "line",
      paths: [
        Float64Array.from(
          turns.flatMap(([bearing, metres]) => {
            const { lat, lon } = destination(centre, bearing, metres);
            return [lon, lat];
          }),
        ),
      ],
    })),
    around.map(([centre, turns]): ExtractShape => {
      const ring = turns.toSorted(([a], [b]) => a - b).map(([bearing, metres]) => destination(centre, bearing, metres));
      return { kind: "area", paths: [Float64Array.from([...ring, ring[0] as Position].flatMap(({ lat, lon }) => [lon, lat]))] };
    }),
  );
};

const pair = fc
  .record({ lat: fc.double({ min: -75, max: 75, noNaN: true }), lon: fc.double({ min: -179, max: 179, noNaN: true }) })
  .chain((origin) => fc.tuple(shape(origin), shape(origin)));

describe("the distance between two things on the map", () => {
  it("is that of the nearest of many points along their edges, at every latitude", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const found = nearestBetween(one, other, 50_000);
        assert.ok(found !== undefined);
        const { metres, slack } = naive(one, other);
        // Never more than the samples say, and less only by what lies between samples, or where one lies in the other or edges cross.
        assert.ok(found.metres <= metres * (1 + 1e-6) + 0.01, `${found.metres} m found, ${metres} m by samples`);
        const overlaps = [one, other].some(
          (area, n) =>
            area.kind === "area" &&
            ([other, one][n] as ExtractShape).paths.some((path) => contains(area, path[0] as number, path[1] as number)),
        );
        if (!overlaps) assert.ok(found.metres >= metres - slack - 0.01, `${found.metres} m found, ${metres} m by samples ${slack} m apart`);
        assert.ok(Math.abs(wayBetween(found.from, found.to).metres - found.metres) < 1e-6);
        const back = nearestBetween(other, one, 50_000);
        assert.ok(Math.abs((back?.metres ?? NaN) - found.metres) <= 0.001 + found.metres * 1e-6, "the same both ways");
      }),
      { numRuns: 150, seed: 20240914 },
    );
  });

  it("is not told beyond the distance that was asked for, and nothing nearer is lost by it", () => {
    fc.assert(
      fc.property(pair, fc.double({ min: 1, max: 3000, noNaN: true }), ([one, other], within) => {
        const all = nearestBetween(one, other, 50_000)?.metres ?? Infinity;
        const found = nearestBetween(one, other, within);
        if (all <= within) assert.ok(found !== undefined && Math.abs(found.metres - all) < 0.001);
        else assert.equal(found, undefined);
        const [box, own] = [widened(boxOfShape(one), within), boxOfShape(other)];
        if (all <= within) assert.ok(own.west <= box.east && own.east >= box.west && own.south <= box.north && own.north >= box.south);
      }),
      { numRuns: 150, seed: 20240914 },
    );
  });

  it("is 0 inside an area, and that to the shore on an island in it", () => {
    const ring = (half: number) => Float64Array.of(-half, 50 - half, half, 50 - half, half, 50 + half, -half, 50 + half, -half, 50 - half);
    const lake: ExtractShape = { kind: "area", paths: [ring(0.02), ring(0.01)] };
    const at = (lon: number): ExtractShape => ({ kind: "point", paths: [Float64Array.of(lon, 50)] });
    assert.equal(nearestBetween(at(0.015), lake, 10)?.metres, 0);
    const onIsland = nearestBetween(at(0.009), lake, 1000)?.metres ?? NaN;
    assert.ok(Math.abs(onIsland - wayBetween({ lat: 50, lon: 0.009 }, { lat: 50, lon: 0.01 }).metres) < 0.01, String(onIsland));
    const river: ExtractShape = { kind: "line", paths: [Float64Array.of(-0.05, 50.015, 0.05, 50.015)] };
    assert.equal(nearestBetween(river, lake, 10)?.metres, 0, "a river that flows through");
    assert.equal(nearestBetween(lake, { kind: "area", paths: [ring(0.001)] }, 10), undefined, "a house on the island");
  });
});
