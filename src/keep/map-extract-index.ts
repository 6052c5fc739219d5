/** The index of one map extract, asked by tags in a box. Opened to read; what in it cannot be read is an error that says to import again. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { CaseError } from "../core/case/case-error.ts";
import type { ExtractBox, ExtractFacts } from "../core/map-extract/extract-facts.ts";
import type { ExtractFeature, ExtractPlace, MapExtract } from "../core/map-extract/map-extract.port.ts";
import type { ExtractShape } from "../core/map-extract/extract-shape.ts";
import { hasTags, type Tag, type TagTest } from "../core/map-extract/tag-test.ts";
import { wayBetween } from "../core/place/geodesic.ts";
import { foldForSearch } from "../core/search/fold-text.ts";
import { type IntBox, rangesFor } from "../formats/extract-index/cells.ts";
import { decodeShape } from "../formats/extract-index/encode-shape.ts";
import { indexVersion, otherValues } from "../formats/extract-index/index-tables.ts";
import { namesIn, useOfTag } from "../formats/extract-index/index-tags.ts";

interface ThingRow {
  readonly n: number;
  readonly id: string;
  readonly west: number;
  readonly south: number;
  readonly east: number | null;
  readonly north: number | null;
  readonly shape: Uint8Array | null;
  readonly tags: string;
}

interface TagRow {
  readonly tag: number;
  readonly key: string;
  readonly value: string;
  readonly things: number;
  readonly levels: number;
}

const heldText =
  "SELECT t.* FROM held h JOIN thing t ON t.n = h.thing WHERE h.tag = ? AND h.cell BETWEEN ? AND ? AND t.west <= ? AND coalesce(t.east, t.west) >= ? AND t.south <= ? AND coalesce(t.north, t.south) >= ?";
/** Width and height together, ten-millionths of a degree: what lies in less is taken at once. */
const smallBox = 2e6;
const everywhere: IntBox = { west: -180e7, south: -90e7, east: 180e7, north: 90e7 };

export function openExtractIndex(file: string, facts: ExtractFacts): MapExtract {
  const database = opened(file, facts);
  const all = <T>(statement: StatementSync, ...values: (number | string)[]) => statement.all(...values) as unknown as T[];
  const { tagsOfKey, tagOfNumber, heldIn, named } = prepared(database, facts);
  /** A country has some hundred thousand tags; a search meets few of them. */
  const met = new Map<number, TagRow | undefined>();
  const byNumber = (tag: number): TagRow | undefined => {
    if (!met.has(tag)) met.set(tag, tagOfNumber.get(tag) as unknown as TagRow | undefined);
    return met.get(tag);
  };
  const byKey = new Map<string, readonly TagRow[]>();
  const rowsOfKey = (key: string): readonly TagRow[] => {
    const known = byKey.get(key) ?? all<TagRow>(tagsOfKey, key);
    byKey.set(key, known);
    return known;
  };

  /** Rows that hold whatever has the tag; things beyond it are told apart by their own tags. */
  function rowsFor({ key, value }: Tag): readonly TagRow[] {
    const rows = rowsOfKey(key);
    return value === "*" ? rows : rows.filter((row) => row.value === value || row.value === otherValues);
  }

  /** Of tags that all have to hold, the one that fewest things have. */
  function rarest(tags: readonly Tag[]): readonly TagRow[] {
    const choices = tags.filter(({ key }) => useOfTag(key) === "asked").map(rowsFor);
    const count = (rows: readonly TagRow[]) => rows.reduce((sum, { things }) => sum + things, 0);
    return choices.sort((one, other) => count(one) - count(other))[0] ?? [];
  }

  function* things(tags: readonly Tag[], box: IntBox): Generator<ThingRow> {
    const small = box.east - box.west + box.north - box.south < smallBox;
    // A wide box may hold millions: row by row then, by a statement of its own, since others are asked meanwhile.
    const statement = small ? heldIn : database.prepare(heldText);
    for (const { tag, levels } of rarest(tags))
      for (const [from, to] of rangesFor(box, levels)) {
        const values = [tag, from, to, box.east, box.west, box.north, box.south];
        yield* small ? all<ThingRow>(statement, ...values) : (statement.iterate(...values) as Iterable<unknown> as Iterable<ThingRow>);
      }
  }

  function tagsOf({ tags }: ThingRow): ReadonlyMap<string, string> {
    const list: unknown = JSON.parse(tags);
    if (!Array.isArray(list)) throw damaged(facts);
    const map = new Map<string, string>();
    for (let i = 0; i < list.length; i++) {
      const one: unknown = list[i];
      const row = typeof one === "number" ? byNumber(one) : undefined;
      if (row !== undefined) map.set(row.key, row.value);
      else if (typeof one === "string") map.set(one, String(list[++i]));
      else throw damaged(facts);
    }
    return map;
  }

  function shapeOf({ shape, west, south }: ThingRow): ExtractShape {
    if (shape === null) return { kind: "point", paths: [Float64Array.of(west / 1e7, south / 1e7)] };
    const read = decodeShape(shape);
    if (read === undefined) throw damaged(facts);
    return read;
  }

  function placeOf(row: ThingRow): ExtractPlace {
    const [west, south, east, north] = [row.west, row.south, row.east ?? row.west, row.north ?? row.south].map((value) => value / 1e7) as [
      number,
      number,
      number,
      number,
    ];
    const [lat, lon] = [(south + north) / 2, (west + east) / 2];
    const sides = [wayBetween({ lat, lon: west }, { lat, lon: east }), wayBetween({ lat: south, lon }, { lat: north, lon })];
    return { id: row.id, tags: tagsOf(row), lat, lon, radiusKm: Math.max(...sides.map(({ metres }) => metres)) / 2000 };
  }

  function* features(test: TagTest, { west, south, east, north }: ExtractBox): Generator<ExtractFeature> {
    const box: IntBox = {
      west: Math.floor(west * 1e7),
      south: Math.floor(south * 1e7),
      east: Math.ceil(east * 1e7),
      north: Math.ceil(north * 1e7),
    };
    const given = new Set<number>();
    for (const set of test.anyOf)
      for (const row of things(set, box)) {
        if (given.has(row.n)) continue;
        const tags = tagsOf(row);
        if (!hasTags(tags, { anyOf: [set] })) continue;
        const shape = shapeOf(row);
        if (test.shapes !== undefined && !test.shapes.includes(shape.kind)) continue;
        given.add(row.n);
        yield { id: row.id, tags, shape };
      }
  }

  function* places(): Generator<ExtractPlace> {
    for (const row of things([{ key: "place", value: "*" }], everywhere)) {
      const place = placeOf(row);
      if (namesIn(place.tags).length > 0) yield place;
    }
  }

  function* placesNamed(name: string): Generator<ExtractPlace> {
    for (const row of all<ThingRow>(named, foldForSearch(name).slice(0, 300))) yield placeOf(row);
  }

  /** What is damaged shows only where it is read. */
  function* readable<T>(source: Iterable<T>): Generator<T> {
    try {
      yield* source;
    } catch (error) {
      const state = (error as { errcode?: number }).errcode;
      // SQLITE_CORRUPT and SQLITE_NOTADB.
      throw state !== undefined && ((state & 255) === 11 || (state & 255) === 26) ? damaged(facts, error) : error;
    }
  }

  return {
    facts,
    features: (test, box) => readable(features(test, box)),
    places: () => readable(places()),
    placesNamed: (name) => readable(placesNamed(name)),
    close: () => database.close(),
  };
}

function prepared(database: DatabaseSync, facts: ExtractFacts) {
  try {
    return {
      tagsOfKey: database.prepare("SELECT * FROM tag WHERE key = ?"),
      tagOfNumber: database.prepare("SELECT * FROM tag WHERE tag = ?"),
      heldIn: database.prepare(heldText),
      named: database.prepare("SELECT t.* FROM named m JOIN thing t ON t.n = m.thing WHERE m.name = ?"),
    };
  } catch (error) {
    // A table that is not there.
    database.close();
    throw damaged(facts, error);
  }
}

function opened(file: string, facts: ExtractFacts): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
    if (String(version) === indexVersion) return database;
  } catch (error) {
    database?.close();
    throw damaged(facts, error);
  }
  database.close();
  throw damaged(facts);
}

function damaged({ name }: ExtractFacts, cause?: unknown): CaseError {
  return new CaseError(
    "INPUT_INVALID",
    `map extract ${name}: expected an index of this program's version; found another or a damaged one. Remove it and import the file again.`,
    { cause },
  );
}
