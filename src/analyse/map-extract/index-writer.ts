/** Writes the index of an extract: each thing as it comes, its tags sorted at the end. Only a finished index has its version. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { foldForSearch } from "../../core/search/fold-text.ts";
import { cellOf, type IntBox, levelBit } from "../../formats/extract-index/cells.ts";
import { encodePaths, type IntPath } from "../../formats/extract-index/encode-shape.ts";
import { indexVersion, tables } from "../../formats/extract-index/index-tables.ts";
import { namesIn } from "../../formats/extract-index/index-tags.ts";
import { createTagDictionary } from "./tag-dictionary.ts";

/** A shape in ten-millionths of a degree, longitude and latitude in turn. */
export type IntShape =
  | { readonly kind: "point"; readonly lon: number; readonly lat: number }
  | { readonly kind: "line" | "area"; readonly paths: readonly IntPath[] };

export interface IndexCounts {
  points: number;
  lines: number;
  areas: number;
  roads: number;
  places: number;
}

export interface IndexWriter {
  /** Does nothing for a thing whose tags do not say what it is. */
  add(id: string, tags: readonly string[], shape: IntShape): void;
  /** Sorts and closes. */
  finish(): void;
  readonly counts: IndexCounts;
  readonly tagsLeftOut: number;
  readonly box: IntBox | undefined;
}

/** Names of one place that are asked by: a hostile file has no end of them. */
const mostNames = 200;
/** Kibibytes of memory that the database may fill, and as much again while it sorts: most of it is written once, in order. */
const cacheKib = 64 * 1024;

export function createIndexWriter(folder: string): IndexWriter {
  const database = new DatabaseSync(join(folder, "index.sqlite"));
  // Until it is finished it is nobody's, so nothing of it needs to survive anything.
  database.exec(
    `PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-${cacheKib}; PRAGMA temp_store=FILE`,
  );
  database.exec(tables);
  database.exec("CREATE TEMP TABLE unsorted (tag INTEGER NOT NULL, cell INTEGER NOT NULL, thing INTEGER NOT NULL); BEGIN");
  const insertThing = database.prepare("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const insertHeld = database.prepare("INSERT INTO unsorted VALUES (?, ?, ?)");
  const insertName = database.prepare("INSERT OR IGNORE INTO named VALUES (?, ?)");
  const dictionary = createTagDictionary();
  const counts: IndexCounts = { points: 0, lines: 0, areas: 0, roads: 0, places: 0 };
  let things = 0;
  let box: { west: number; south: number; east: number; north: number } | undefined;

  return {
    counts,
    get tagsLeftOut() {
      return dictionary.leftOut;
    },
    get box() {
      return box;
    },
    add(id, tags, shape) {
      const read = dictionary.read(tags);
      if (read === undefined) return;
      const own = boxOf(shape);
      const n = ++things;
      const point = shape.kind === "point";
      const encoded = point ? null : encodePaths(shape.kind, shape.paths);
      insertThing.run(n, id, own.west, own.south, point ? null : own.east, point ? null : own.north, encoded, JSON.stringify(read.kept));
      const { level, key } = cellOf(own);
      for (const row of read.asked) {
        row.things++;
        row.levels |= levelBit(level);
        insertHeld.run(row.tag, key, n);
      }
      counts[point ? "points" : shape.kind === "line" ? "lines" : "areas"]++;
      const has = (wanted: string) => read.asked.some(({ key: asked }) => asked === wanted);
      if (shape.kind === "line" && has("highway")) counts.roads++;
      if (has("place")) {
        const names = namesIn(tagMap(tags));
        if (names.length > 0) counts.places++;
        for (const name of names.slice(0, mostNames)) insertName.run(foldForSearch(name).slice(0, 300), n);
      }
      box =
        box === undefined
          ? { ...own }
          : {
              west: Math.min(box.west, own.west),
              south: Math.min(box.south, own.south),
              east: Math.max(box.east, own.east),
              north: Math.max(box.north, own.north),
            };
    },
    finish() {
      const insertTag = database.prepare("INSERT INTO tag VALUES (?, ?, ?, ?, ?)");
      for (const { tag, key, value, things: count, levels } of dictionary.rows) insertTag.run(tag, key, value, count, levels);
      database.exec("INSERT INTO held SELECT tag, cell, thing FROM unsorted ORDER BY tag, cell, thing");
      database.exec(`DROP TABLE unsorted; CREATE INDEX tag_key ON tag (key, value); COMMIT; PRAGMA user_version=${Number(indexVersion)}`);
      database.close();
    },
  };
}

function tagMap(tags: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < tags.length; i += 2) map.set(tags[i] as string, tags[i + 1] as string);
  return map;
}

function boxOf(shape: IntShape): IntBox {
  if (shape.kind === "point") return { west: shape.lon, south: shape.lat, east: shape.lon, north: shape.lat };
  let [west, south, east, north] = [180e7, 90e7, -180e7, -90e7];
  for (const path of shape.paths)
    for (let i = 0; i < path.length; i += 2) {
      const [lon, lat] = [path[i] as number, path[i + 1] as number];
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return { west, south, east, north };
}
