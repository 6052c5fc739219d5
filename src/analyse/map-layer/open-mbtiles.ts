/**
 * MBTiles 1.3, an SQLite file. It is opened read-only as a file that cannot change, and none of its own SQL is run: `tiles` must be a
 * table of plain columns, or the view over `map` and `images` that tile makers write, which is then asked in our words.
 */
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { TileName } from "../../core/map-layer/map-layer.port.ts";
import { type LayerFacts, mostZoomOfLayer } from "../../core/map-layer/map-layer.ts";
import { foreignTile, isGzip, isPicture, mostTileBytes } from "./foreign-tile.ts";
import { LayerRefused, type LayerSource, noPicture, type SourceTile } from "./layer-source.ts";
import { degreesOf, saysOf } from "./metadata-words.ts";

const mostMetadataRows = 1000;
const mostWords = 100_000;

export function looksLikeSqlite(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, 15)).toString("latin1") === "SQLite format 3";
}

/** Throws LayerRefused. */
export function openMbtiles(file: string): LayerSource {
  const address = pathToFileURL(file);
  address.search = "?mode=ro&immutable=1";
  try {
    const database = new DatabaseSync(address, {
      readOnly: true,
      allowExtension: false,
      enableDoubleQuotedStringLiterals: false,
      defensive: true,
    });
    database.exec("PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
    return sourceOf(database);
  } catch (error) {
    throw named(error);
  }
}

/** SQLite's own messages may quote the file's content. */
function named(error: unknown): unknown {
  if ((error as { code?: unknown } | null)?.code !== "ERR_SQLITE_ERROR") return error;
  return new LayerRefused(
    `MBTiles: expected a sound SQLite file; found that SQLite cannot read it (${(error as { errcode?: number }).errcode ?? "no code"})`,
  );
}

function sourceOf(database: DatabaseSync): LayerSource {
  const from = tilesOf(database);
  const words = metadataOf(database);
  const [zooms] = database.prepare(`SELECT min(zoom_level) AS least, max(zoom_level) AS most FROM ${from.zooms}`).all();
  const [least, most] = [Number(zooms?.["least"] ?? Number.NaN), Number(zooms?.["most"] ?? Number.NaN)];
  if (!Number.isInteger(least) || !Number.isInteger(most) || least < 0 || most > mostZoomOfLayer)
    throw new LayerRefused(`MBTiles: expected tiles at zooms from 0 to ${mostZoomOfLayer}; found none or others`);
  const find = database.prepare(
    `SELECT length(tile_data) AS bytes, typeof(tile_data) AS type, CASE WHEN length(tile_data) <= ${mostTileBytes} THEN tile_data END AS data ` +
      `FROM ${from.tiles} WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1`,
  );
  const tileBytes = (z: number, column: number, row: number): Uint8Array | undefined => {
    const found = find.get(z, column, row);
    if (found === undefined || found["type"] === "null") return undefined;
    if (found["type"] !== "blob") throw new LayerRefused("MBTiles: tile: expected bytes; found another type");
    if (!(found["data"] instanceof Uint8Array))
      throw new LayerRefused(`MBTiles: tile: expected at most ${mostTileBytes} bytes; found ${Number(found["bytes"])}`);
    return found["data"];
  };
  return {
    facts: factsOf(database, { from: from.tiles, words, least, most }),
    picture: noPicture,
    prepare: () => Promise.resolve(false),
    async tile({ z, x, y }: TileName): Promise<SourceTile> {
      try {
        // Rows are numbered from the south.
        const bytes = tileBytes(z, x, 2 ** z - 1 - y);
        return bytes === undefined ? { state: "none" } : await foreignTile(bytes);
      } catch (error) {
        throw named(error);
      }
    },
  };
}

/** What to ask for tiles: words of ours, whatever the file's own schema says. */
function tilesOf(database: DatabaseSync): { readonly tiles: string; readonly zooms: string } {
  if (isPlainTable(database, "tiles", ["zoom_level", "tile_column", "tile_row", "tile_data"])) return { tiles: "tiles", zooms: "tiles" };
  const made =
    isPlainTable(database, "map", ["zoom_level", "tile_column", "tile_row", "tile_id"]) &&
    isPlainTable(database, "images", ["tile_data", "tile_id"]);
  if (made) return { tiles: "map JOIN images ON images.tile_id = map.tile_id", zooms: "map" };
  throw new LayerRefused(
    "MBTiles: expected a table `tiles` of plain columns, or tables `map` and `images`; found neither. A view of the file's own is not run",
  );
}

function isPlainTable(database: DatabaseSync, name: string, wanted: readonly string[]): boolean {
  const entry = database.prepare("SELECT type, sql FROM sqlite_schema WHERE lower(name) = ? LIMIT 1").get(name);
  if (entry?.["type"] !== "table" || /^\s*create\s+virtual/i.test(String(entry["sql"]))) return false;
  const columns = database.prepare(`SELECT lower(name) AS name, hidden FROM pragma_table_xinfo(?)`).all(name);
  // Generated columns are the file's own SQL.
  return columns.every(({ hidden }) => hidden === 0) && wanted.every((column) => columns.some((one) => one["name"] === column));
}

function metadataOf(database: DatabaseSync): Readonly<Record<string, string>> {
  if (!isPlainTable(database, "metadata", ["name", "value"])) return {};
  const rows = database
    .prepare(
      `SELECT name, value FROM metadata WHERE typeof(name) = 'text' AND typeof(value) = 'text' AND length(value) < ${mostWords} LIMIT ${mostMetadataRows}`,
    )
    .all();
  return Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)]));
}

interface Facts {
  readonly from: string;
  readonly words: Readonly<Record<string, string>>;
  readonly least: number;
  readonly most: number;
}

function factsOf(database: DatabaseSync, { from, words, least, most }: Facts): LayerFacts {
  const first = database.prepare(`SELECT substr(tile_data, 1, 16) AS start FROM ${from} WHERE typeof(tile_data) = 'blob' LIMIT 1`).get();
  const start = first?.["start"];
  if (!(start instanceof Uint8Array)) throw new LayerRefused("MBTiles: expected tiles with bytes; found none");
  const bounds = degreesOf((words["bounds"] ?? "").split(",").map(Number));
  return {
    kind: "mbtiles",
    draws: isGzip(start) || !isPicture(start) ? "vector" : "raster",
    bounds: bounds ?? { south: -85, north: 85, west: -180, east: 180 },
    ...{ leastZoom: least, mostZoom: most, pixels: null, grid: null },
    says: saysOf(words),
  };
}
