/** Writes MBTiles, for tests: as a table, as the view over shared tiles that tile makers write, or by SQL of the test's own. */
import { DatabaseSync } from "node:sqlite";

export interface MbtilesMade {
  /** `y` from the north, as pages count. */
  readonly tiles: readonly { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Uint8Array }[];
  readonly metadata?: Readonly<Record<string, string>>;
  readonly as?: "table" | "view";
}

export function makeMbtiles(file: string, { tiles, metadata = {}, as = "table" }: MbtilesMade): void {
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE metadata (name text, value text)");
  const say = database.prepare("INSERT INTO metadata VALUES (?, ?)");
  for (const [name, value] of Object.entries(metadata)) say.run(name, value);
  if (as === "table") {
    database.exec("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)");
    const put = database.prepare("INSERT INTO tiles VALUES (?, ?, ?, ?)");
    for (const { z, x, y, bytes } of tiles) put.run(z, x, 2 ** z - 1 - y, bytes);
  } else {
    database.exec(`CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
      CREATE TABLE images (tile_data blob, tile_id text);
      CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row,
        images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id`);
    const [place, put] = [database.prepare("INSERT INTO map VALUES (?, ?, ?, ?)"), database.prepare("INSERT INTO images VALUES (?, ?)")];
    for (const [n, { z, x, y, bytes }] of tiles.entries()) {
      place.run(z, x, 2 ** z - 1 - y, `tile ${n}`);
      put.run(bytes, `tile ${n}`);
    }
  }
  database.close();
}

export function makeDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
