/** Files that are no layer, or mean harm: each is refused in words, and the program goes on. */
import assert from "node:assert/strict";
import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { createLayerReader, type LayerReader } from "../../src/analyse/map-layer/run-layer-reader.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { makeGeoTiff } from "./make-geotiff.ts";
import { makeDatabase, makeMbtiles } from "./make-mbtiles.ts";
import { directoryBytes, makePmtiles } from "./make-pmtiles.ts";
import { makeVectorTile } from "./make-vector-tile.ts";
import { type LayerBench, layerBench, stated } from "./read-layer.ts";

const tile = makeVectorTile([{ name: "roads", features: [{ form: "line", tags: {}, lines: [[0, 0, 9, 9]] }] }]);
const world = [-180, -85, 180, 85] as const;
const one = { tiles: [{ z: 0, x: 0, y: 0, bytes: tile }], type: 1, bounds: world };
const flat = { width: 8, height: 8, pixelAt: () => [9, 9, 9] as const, epsg: 4326, west: 30, north: 50, perPixel: [0.1, 0.1] as const };

describe("hostile map layers", () => {
  let bench: LayerBench;
  let reader: LayerReader;
  before(() => {
    bench = layerBench();
    reader = createLayerReader({ scratch: async () => bench.folder });
  });
  after(async () => {
    await reader.close();
    await bench.close();
  });
  const refusal = async (file: string): Promise<string> => {
    const error = await bench.layers.add(file, stated).then(
      () => undefined,
      (fault: unknown) => fault,
    );
    assert.ok(error instanceof CaseError, `${file} was taken, or failed as a fault of ours: ${String(error)}`);
    assert.equal(error.code, "INPUT_INVALID");
    return error.message;
  };
  /** What asking for a tile of a file that can be opened says; in one child, as a page asks it. */
  const tileOf = (file: string): Promise<string> =>
    reader.once({ file, pyramid: null, corners: null }, async (ask) => {
      assert.equal((await ask({ ask: "facts" })).state, "facts");
      return ask({ ask: "tile", z: 0, x: 0, y: 0 }).then(
        ({ state }) => state,
        (fault: unknown) => (fault instanceof CaseError ? fault.message : `fault: ${String(fault)}`),
      );
    });

  it("refuses PMTiles that are cut off, of another version, of unknown tiles, or whose directory counts more than it holds", async () => {
    const good = makePmtiles(one);
    const changed = (at: number, value: number): Uint8Array => {
      const bytes = Uint8Array.from(good);
      bytes[at] = value;
      return bytes;
    };
    assert.match(await refusal(bench.file("a.pmtiles", good.subarray(0, 60))), /within the file|end of the file/);
    assert.match(await refusal(bench.file("b.pmtiles", good.subarray(0, 130))), /goes beyond its end/);
    assert.match(await refusal(bench.file("c.pmtiles", changed(7, 2))), /version 3; found 2/);
    assert.match(await refusal(bench.file("d.pmtiles", changed(99, 6))), /found type 6/);
    assert.match(await refusal(bench.file("e.pmtiles", changed(101, 60))), /zooms from 0 to 24/);
    const counts = gzipSync(Uint8Array.of(0xff, 0xff, 0xff, 0x7f, 1, 1));
    assert.match(await refusal(bench.file("f.pmtiles", makePmtiles({ ...one, root: counts }))), /entries; found/);
  });

  it("stops at a gzip bomb, in a directory and in a tile", async () => {
    const bomb = gzipSync(new Uint8Array(40_000_000));
    assert.match(await refusal(bench.file("bomb.pmtiles", makePmtiles({ ...one, root: bomb }))), /at most 4194304 bytes after unpacking/);
    const within = makePmtiles({ tiles: [{ z: 0, x: 0, y: 0, bytes: bomb }], type: 1, tileCompression: 1, bounds: world });
    assert.match(await tileOf(bench.file("tile-bomb.pmtiles", within)), /at most 16777216 bytes after unpacking/);
  });

  it("gives up on leaves that lead in a circle, and on tiles that point outside the file", async () => {
    const leaf = directoryBytes([{ id: 0, run: 0, length: 40, offset: 0 }]);
    const circle = (length: number) => directoryBytes([{ id: 0, run: 0, length, offset: 0 }]);
    let loop = circle(leaf.length);
    while (loop.length !== circle(loop.length).length) loop = circle(loop.length);
    assert.match(
      await tileOf(bench.file("loop.pmtiles", makePmtiles({ ...one, root: circle(loop.length), leaves: loop }))),
      /as in a loop/,
    );
    const outside = directoryBytes([{ id: 0, run: 1, length: 500, offset: 2 ** 40 }]);
    assert.match(await tileOf(bench.file("out.pmtiles", makePmtiles({ ...one, root: outside }))), /goes beyond its end/);
    const large = directoryBytes([{ id: 0, run: 1, length: 2 ** 31, offset: 0 }]);
    assert.match(
      await tileOf(bench.file("large.pmtiles", makePmtiles({ ...one, root: large }))),
      /at most 4194304 bytes; found 2147483648/,
    );
  });

  it("refuses a vector tile whose command repeats itself more often than its bytes go on", async () => {
    for (const commands of [
      [9, 0, 0, 0xfffffff9],
      [9, 0, 0, 0xfffffffa],
    ]) {
      const bytes = makeVectorTile([{ name: "roads", features: [{ form: "area", tags: {}, lines: [], commands }] }]);
      assert.match(
        await tileOf(bench.file("repeat.pmtiles", makePmtiles({ ...one, tiles: [{ z: 0, x: 0, y: 0, bytes }] }))),
        /as many numbers/,
      );
    }
    const closes = makeVectorTile([
      { name: "roads", features: [{ form: "area", tags: {}, lines: [], commands: [9, 0, 0, 18, 4, 4, 4, 6, 0xffffffff] }] },
    ]);
    assert.equal(
      await tileOf(bench.file("close.pmtiles", makePmtiles({ ...one, tiles: [{ z: 0, x: 0, y: 0, bytes: closes }] }))),
      "shapes",
    );
  });

  it("never runs the SQL of an MBTiles file: views, generated columns and virtual tables are refused", async () => {
    const at = (name: string): string => join(bench.folder, name);
    const endless =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS zoom_level, x AS tile_column, x AS tile_row, x AS tile_data FROM n";
    makeDatabase(at("view.mbtiles"), `CREATE VIEW tiles AS ${endless}`);
    makeDatabase(
      at("generated.mbtiles"),
      "CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL); INSERT INTO tiles VALUES (0, 0, 0)",
    );
    makeDatabase(at("virtual.mbtiles"), "CREATE VIRTUAL TABLE tiles USING fts5(zoom_level, tile_column, tile_row, tile_data)");
    makeDatabase(at("empty.mbtiles"), "CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)");
    makeDatabase(at("other.mbtiles"), "CREATE TABLE secrets (words); INSERT INTO secrets VALUES ('SECRET-WORDS')");
    for (const name of ["view", "generated", "virtual", "other"]) {
      const said = await refusal(at(`${name}.mbtiles`));
      assert.match(said, /of plain columns/, name);
      assert.doesNotMatch(said, /SECRET/);
    }
    assert.match(await refusal(at("empty.mbtiles")), /found none/);
  });

  it("asks the tables beneath a view of tiles and never the view, so that one that lies is not believed", async () => {
    const file = join(bench.folder, "lying.mbtiles");
    makeMbtiles(file, { as: "view", tiles: [{ z: 0, x: 0, y: 0, bytes: gzipSync(tile) }] });
    makeDatabase(
      file,
      "DROP VIEW tiles; CREATE VIEW tiles AS SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, zeroblob(900000000) AS tile_data",
    );
    assert.equal(await tileOf(file), "shapes");
  });

  it("refuses tiles of an MBTiles file that are too large, no bytes, or no picture; a broken file is said to be one", async () => {
    const file = (name: string, data: string): string => {
      const path = join(bench.folder, `${name}.mbtiles`);
      makeDatabase(
        path,
        `CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data); INSERT INTO tiles VALUES (0, 0, 0, ${data}), (1, 0, 0, x'89504e470d0a1a0a')`,
      );
      return path;
    };
    assert.match(await tileOf(file("large", "zeroblob(5000000)")), /at most 4194304 bytes; found 5000000/);
    assert.match(await tileOf(file("words", "'words'")), /expected bytes; found another type/);
    assert.match(await tileOf(file("png", "x'89504e470d0a1a0a0000'")), /cannot be decoded/);
    const broken = file("broken", "zeroblob(60000)");
    truncateSync(broken, 9000);
    assert.match(await refusal(broken), /MBTiles: expected/);
  });

  it("refuses a picture in a tile that claims more pixels than a tile has", async () => {
    const wide = await sharp({ create: { width: 2100, height: 2100, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const file = makePmtiles({ tiles: [{ z: 0, x: 0, y: 0, bytes: wide }], type: 2, bounds: world });
    assert.match(await tileOf(bench.file("wide.pmtiles", file)), /at most 2048 x 2048 pixels/);
  });

  it("refuses a GeoTIFF by the name of its grid, one that is turned, one that lies about its size and one without a place", async () => {
    assert.match(await refusal(bench.file("grid.tif", makeGeoTiff({ ...flat, epsg: 28_404 }))), /found EPSG:28404/);
    const turned = [0.1, 0.02, 0, 30, 0.02, -0.1, 0, 50, 0, 0, 0, 0, 0, 0, 0, 1];
    assert.match(await refusal(bench.file("turned.tif", makeGeoTiff({ ...flat, matrix: turned }))), /found a turned one/);
    assert.match(await refusal(bench.file("size.tif", makeGeoTiff({ ...flat, saysWidth: 9 }))), /cannot be decoded|expected one size/);
    const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .tiff()
      .toBuffer();
    assert.match(await refusal(bench.file("plain.tif", plain)), /GeoKeyDirectory/);
    const deep = await sharp(new Uint16Array(64), { raw: { width: 8, height: 8, channels: 1 } })
      .toColourspace("grey16")
      .tiff()
      .toBuffer();
    assert.match(await refusal(bench.file("deep.tif", deep)), /GeoKeyDirectory|8 bits/);
    assert.match(await refusal(bench.file("cut.tif", makeGeoTiff(flat).subarray(0, 100))), /end of the file/);
    assert.match(await refusal(bench.file("away.tif", makeGeoTiff({ ...flat, west: 500, north: 400 }))), /place on the earth/);
  });

  it("takes nothing of what it refused: the data folder holds only what was added", async () => {
    const before = readdirSync(join(bench.folder, "data")).length;
    await refusal(bench.file("words.txt", "no map at all"));
    await refusal(join(bench.folder, "missing.pmtiles"));
    assert.deepEqual(
      [readdirSync(join(bench.folder, "data")).length, readdirSync(join(bench.folder, "data")).filter((name) => name.startsWith("."))],
      [before, []],
    );
  });
});
