/** Layers that a person adds: what comes out of each kind of file, pixel by pixel where it is a picture. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import sharp from "sharp";
import type { LayerTile } from "../../src/core/map-layer/map-layer.port.ts";
import { toUtm } from "../../src/core/place/transverse-mercator.ts";
import { makeGeoTiff } from "./make-geotiff.ts";
import { makeMbtiles } from "./make-mbtiles.ts";
import { makePmtiles } from "./make-pmtiles.ts";
import { makeVectorTile } from "./make-vector-tile.ts";
import { type LayerBench, layerBench, pixelsOf, stated } from "./read-layer.ts";

const colour = (background: string, format: "png" | "jpeg" | "webp" = "png"): Promise<Buffer> =>
  sharp({ create: { width: 256, height: 256, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
const near = (found: readonly number[], wanted: readonly number[], by: number): boolean =>
  wanted.every((value, n) => Math.abs((found[n] ?? -999) - value) <= by);

/** The tile of the usual scheme that holds a place, and the pixel in it. */
function tileAt(lat: number, lon: number, z: number) {
  const phi = (lat * Math.PI) / 180;
  const [x, y] = [((lon + 180) / 360) * 2 ** z, ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * 2 ** z];
  return { name: { z, x: Math.floor(x), y: Math.floor(y) }, px: Math.floor((x % 1) * 256), py: Math.floor((y % 1) * 256) };
}

const town = makeVectorTile([
  {
    name: "transportation",
    features: [{ form: "line", tags: { class: "primary" }, lines: [[0, 2048, 4096, 2048]] }],
  },
  { name: "water", extent: 512, features: [{ form: "area", tags: { class: "lake" }, lines: [[0, 0, 256, 0, 256, 256]] }] },
  { name: "place", features: [{ form: "point", tags: { class: "village", name: "Дорване" }, lines: [[100, 200]] }] },
]);

describe("map layers that a person adds", () => {
  let bench: LayerBench;
  before(() => {
    bench = layerBench();
  });
  after(() => bench.close());

  it("reads the shapes of a PMTiles archive, through leaves as well, and says which zooms and bounds it has", async () => {
    const tiles = Array.from({ length: 16 }, (_, n) => ({ z: 2, x: n % 4, y: Math.floor(n / 4), bytes: town }));
    for (const leafOf of [undefined, 3]) {
      const bytes = makePmtiles({
        tiles,
        type: 1,
        bounds: [-10, -20, 30, 40],
        metadata: { name: `Town ${leafOf}`, attribution: '<a href="x">&copy; me</a>' },
        ...(leafOf === undefined ? {} : { leafOf }),
      });
      const layer = await bench.layers.add(bench.file("town.pmtiles", bytes), stated);
      assert.deepEqual([layer.facts.kind, layer.facts.draws, layer.facts.leastZoom, layer.facts.mostZoom], ["pmtiles", "vector", 2, 2]);
      assert.deepEqual(layer.facts.bounds, { west: -10, south: -20, east: 30, north: 40 });
      assert.equal(layer.facts.says.credit, "© me");
      const tile = await bench.layers.tile(layer.id, { z: 2, x: 3, y: 3 });
      assert.equal(tile.state, "shapes");
      const { shapes } = (tile as Extract<LayerTile, { state: "shapes" }>).shapes;
      assert.deepEqual(
        shapes.map(({ sort, form, name, lines }) => [sort, form, name, lines]),
        [
          ["road-major", "line", "", [[0, 2048, 4096, 2048]]],
          ["water", "area", "", [[0, 0, 2048, 0, 2048, 2048]]],
          ["place", "point", "Дорване", [[100, 200]]],
        ],
      );
      assert.equal((await bench.layers.tile(layer.id, { z: 1, x: 0, y: 0 })).state, "none");
    }
  });

  it("reads pictures of an MBTiles file with its rows from the south, as a table and as the view that tile makers write", async () => {
    for (const as of ["table", "view"] as const) {
      const file = join(bench.folder, `${as}.mbtiles`);
      makeMbtiles(file, {
        as,
        tiles: [
          { z: 1, x: 0, y: 0, bytes: await colour("#ff0000") },
          { z: 1, x: 1, y: 1, bytes: await colour("#0000ff", as === "table" ? "jpeg" : "webp") },
        ],
        metadata: { name: "Two colours", bounds: "-180,-85,180,85", format: "png" },
      });
      const layer = await bench.layers.add(file, stated);
      assert.deepEqual([layer.facts.kind, layer.facts.draws, layer.facts.mostZoom], ["mbtiles", "raster", 1]);
      const [north, south] = [
        await bench.layers.tile(layer.id, { z: 1, x: 0, y: 0 }),
        await bench.layers.tile(layer.id, { z: 1, x: 1, y: 1 }),
      ];
      assert.ok(near((await pixelsOf(north))(5, 5), [255, 0, 0, 255], 1));
      assert.ok(near((await pixelsOf(south))(5, 5), [0, 0, 255, 255], 6));
      assert.equal((await bench.layers.tile(layer.id, { z: 1, x: 1, y: 0 })).state, "none");
    }
  });

  it("lays a GeoTIFF where its grid says, in degrees, Web Mercator and UTM, to within a pixel", async () => {
    const [lat, lon] = [50.45, 30.18];
    const utm = toUtm({ lat, lon }, 36);
    const mercator = { x: (6_378_137 * lon * Math.PI) / 180, y: 6_378_137 * Math.asinh(Math.tan((lat * Math.PI) / 180)) };
    const grids = [
      { epsg: 4326, west: lon, north: lat, perPixel: [0.0002, 0.0001] },
      { epsg: 3857, west: mercator.x, north: mercator.y, perPixel: [20, 20] },
      { epsg: 32_636, west: utm.eastingM, north: utm.northingM, perPixel: [10, 10] },
    ] as const;
    for (const { epsg, west, north, perPixel } of grids) {
      const made = { width: 64, height: 64, epsg, west, north, perPixel };
      // Its quarters are red, green, blue and white; the corner is the place named.
      const pixelAt = (x: number, y: number) =>
        (x < 32 ? (y < 32 ? [250, 0, 0] : [0, 0, 250]) : y < 32 ? [0, 250, 0] : [250, 250, 250]) as [number, number, number];
      const layer = await bench.layers.add(bench.file(`${epsg}.tif`, makeGeoTiff({ ...made, pixelAt })), stated);
      assert.equal(layer.facts.grid, `EPSG:${epsg}`);
      const { name, px, py } = tileAt(lat, lon, layer.facts.mostZoom);
      const at = await pixelsOf(await bench.layers.tile(layer.id, name));
      // Half a pixel inside the corner is red, outside it nothing is drawn.
      assert.ok(near(at(px + 2, py + 2), [250, 0, 0, 255], 30), `${epsg}: ${at(px + 2, py + 2).join()}`);
      assert.equal(at(px - 3, py - 3)[3], 0, `${epsg} is drawn outside its corner`);
      const { south, east } = layer.facts.bounds;
      const far = tileAt(south + (lat - south) * 0.15, east - (east - lon) * 0.15, layer.facts.mostZoom);
      const white = (await pixelsOf(await bench.layers.tile(layer.id, far.name)))(far.px, far.py);
      assert.ok(near(white, [250, 250, 250, 255], 30), `${epsg}: ${white.join()}`);
    }
  });

  it("shows a GeoTIFF from far away too, and has nothing where it does not lie", async () => {
    const made = makeGeoTiff({ width: 64, height: 64, pixelAt: () => [0, 200, 0], epsg: 4326, west: 30, north: 50, perPixel: [0.5, 0.25] });
    const { id } = await bench.layers.add(bench.file("far.tif", made), stated);
    const { name, px, py } = tileAt(40, 45, 2);
    assert.ok(near((await pixelsOf(await bench.layers.tile(id, name)))(px, py), [0, 200, 0, 255], 12));
    assert.equal((await bench.layers.tile(id, { z: 2, x: 0, y: 3 })).state, "none");
  });

  it("keeps a picture with the corners that a person states, whole, written anew and turned as its camera held it", async () => {
    const corners: [C, C, C, C] = [at(50.5, 30.1), at(50.5, 30.2), at(50.4, 30.2), at(50.4, 30.1)];
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#208020" } })
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: "SECRET-NAME" } })
      .jpeg()
      .toBuffer();
    const layer = await bench.layers.add(bench.file("photo.jpg", photo), { ...stated, corners });
    assert.deepEqual(layer.facts.bounds, { south: 50.4, north: 50.5, west: 30.1, east: 30.2 });
    const { bytes } = await bench.layers.picture(layer.id);
    assert.ok(!Buffer.from(bytes).includes("SECRET-NAME"));
    const { width, height } = await sharp(bytes).metadata();
    assert.deepEqual([width, height], [20, 40]);
  });

  it("copies the file by its hash outside every case, changes what is said of it when it is added again, and removes it whole", async () => {
    const file = bench.file(
      "again.pmtiles",
      makePmtiles({ tiles: [{ z: 0, x: 0, y: 0, bytes: town }], type: 1, bounds: [-180, -85, 180, 85] }),
    );
    const first = await bench.layers.add(file, stated);
    const second = await bench.layers.add(file, { ...stated, name: "Renamed", licence: "ODbL" });
    assert.equal(first.id, second.id);
    const now = (await bench.layers.list()).filter(({ id }) => id === first.id);
    assert.deepEqual(
      now.map((one) => [one.stated.name, one.stated.licence]),
      [["Renamed", "ODbL"]],
    );
    const description = join(bench.folder, "data", first.id, "layer.json");
    writeFileSync(description, readFileSync(description, "utf8").slice(0, 40));
    await assert.rejects(bench.layers.list(), { code: "INPUT_INVALID", message: new RegExp(`layer remove ${first.id}`) });
    await bench.layers.remove(first.id);
    assert.ok(!readdirSync(join(bench.folder, "data")).some((name) => name.startsWith(first.id) || name.startsWith(".adding")));
    await assert.rejects(bench.layers.tile(first.id, { z: 0, x: 0, y: 0 }), { code: "INPUT_INVALID" });
  });
});

type C = { lat: number; lon: number };
const at = (lat: number, lon: number): C => ({ lat, lon });
