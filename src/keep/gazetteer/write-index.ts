/**
 * Makes the index of a gazetteer: beside its place under a name of its own, made durable, then renamed, so that an ended process
 * leaves nothing that is taken for an index. Rows come one by one and memory does not grow with them: keys are sorted by SQLite in
 * a temporary file of its own.
 */
import { randomBytes } from "node:crypto";
import { readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { keysOfListed } from "../../core/gazetteer/names/name-keys.ts";
import { makeFolders, namedFailure, removeIfThere, syncFile, syncFolder } from "../durable.ts";
import { type IndexedPlace, type IndexFacts, indexSql, indexVersion, partEnd } from "./index-tables.ts";

const making = /^\.making-(\d+)-[0-9a-f]+\.sqlite$/;
/** Rows between two looks at whether to stop, during which nothing else happens in the process. */
const turn = 2000;

export interface IndexWriter {
  /** False where a place of that number is there already. */
  place(id: number, place: IndexedPlace): boolean;
  /** A further name of a place that is there; of any other, nothing. */
  variant(id: number, name: string): void;
}

export interface WriteControl {
  readonly stopped: () => boolean;
  readonly onKeys: (done: number, of: number) => void;
}

/** Undefined when it was stopped: nothing is then left. `path` ":memory:" makes one that ends with the process. */
export async function writeIndex(
  path: string,
  fill: (writer: IndexWriter) => Promise<Omit<IndexFacts, "places" | "indexVersion">>,
  control: WriteControl,
): Promise<DatabaseSync | undefined> {
  if (path === ":memory:") return inMemory(fill, control);
  const folder = dirname(path);
  try {
    await makeFolders(folder);
    removeLeftovers(folder);
  } catch (error) {
    throw namedFailure(error, "making the index of a gazetteer");
  }
  const temporary = join(folder, `.making-${process.pid}-${randomBytes(6).toString("hex")}.sqlite`);
  try {
    const database = new DatabaseSync(temporary);
    try {
      if (!(await filled(database, fill, control))) return undefined;
    } finally {
      database.close();
    }
    await syncFile(temporary, "the index of a gazetteer");
    renameSync(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    throw namedFailure(error, "making the index of a gazetteer");
  } finally {
    removeIfThere(temporary);
  }
  return new DatabaseSync(path, { readOnly: true });
}

async function inMemory(
  fill: (writer: IndexWriter) => Promise<Omit<IndexFacts, "places" | "indexVersion">>,
  control: WriteControl,
): Promise<DatabaseSync | undefined> {
  const database = new DatabaseSync(":memory:");
  return (await filled(database, fill, control)) ? database : undefined;
}

async function filled(
  database: DatabaseSync,
  fill: (writer: IndexWriter) => Promise<Omit<IndexFacts, "places" | "indexVersion">>,
  control: WriteControl,
): Promise<boolean> {
  // Nothing of it counts before it is renamed, so a journal would only be written twice. The attached database is a file that
  // the system deletes with the process.
  database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000; PRAGMA locking_mode=EXCLUSIVE");
  database.exec(indexSql);
  database.exec(
    "ATTACH DATABASE '' AS work; CREATE TABLE work.raw (key TEXT, place INTEGER); CREATE TABLE work.more (place INTEGER, name TEXT)",
  );
  database.exec("BEGIN");
  const insert = database.prepare("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING");
  const more = database.prepare("INSERT INTO work.more SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM place WHERE id = ?1)");
  let places = 0;
  const facts = await fill({
    place(id, { ref, name, variants, lat, lon, radiusKm, kind, country, admin, population }) {
      const { changes } = insert.run(
        ...([id, ref, name, variants.join(partEnd), lat, lon, radiusKm, kind, country, admin.join(partEnd), population] as const),
      );
      places += Number(changes);
      return Number(changes) === 1;
    },
    variant: (id, name) => void more.run(id, name),
  });
  if (control.stopped()) return false;
  takeMoreNames(database);
  if (!(await makeKeys(database, places, control))) return false;
  database.exec("INSERT INTO name_key SELECT DISTINCT key, place FROM work.raw ORDER BY key, place");
  database.prepare("INSERT INTO about VALUES (?)").run(JSON.stringify({ ...facts, places, indexVersion } satisfies IndexFacts));
  database.exec("COMMIT; DETACH DATABASE work");
  return !control.stopped();
}

/** Names of the second file beside those that the first one gave. */
function takeMoreNames(database: DatabaseSync): void {
  database.exec("CREATE INDEX work.more_of ON more (place)");
  const update = database.prepare("UPDATE place SET variants = ? WHERE id = ?");
  const rows = database
    .prepare(
      "SELECT place.id AS id, place.name AS name, place.variants AS variants, group_concat(more.name, char(10)) AS further FROM work.more CROSS JOIN place ON place.id = more.place GROUP BY more.place",
    )
    .iterate() as Iterable<{ id: number; name: string; variants: string; further: string }>;
  for (const { id, name, variants, further } of rows) {
    const all = new Set([...variants.split(partEnd), ...further.split(partEnd)]);
    all.delete("");
    all.delete(name);
    update.run([...all].join(partEnd), id);
  }
}

async function makeKeys(database: DatabaseSync, places: number, { stopped, onKeys }: WriteControl): Promise<boolean> {
  const insert = database.prepare("INSERT INTO work.raw VALUES (?, ?)");
  const next = database.prepare("SELECT id, name, variants, country FROM place WHERE id > ? ORDER BY id LIMIT ?");
  let last = 0;
  let done = 0;
  for (;;) {
    const rows = next.all(last, turn) as { id: number; name: string; variants: string; country: string }[];
    for (const { id, name, variants, country } of rows) {
      const keys = new Set(keysOfListed(name, country));
      if (variants !== "") for (const variant of variants.split(partEnd)) for (const key of keysOfListed(variant, country)) keys.add(key);
      for (const key of keys) insert.run(key, id);
      last = id;
    }
    done += rows.length;
    onKeys(done, places);
    if (rows.length < turn) return true;
    await setImmediate();
    if (stopped()) return false;
  }
}

/** What ended processes left. Another program that is at work keeps its own. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(making.exec(name)?.[1] ?? 0);
    if (pid !== 0 && pid !== process.pid && !isRunning(pid)) {
      removeIfThere(join(folder, name));
      removeIfThere(join(folder, `${name}-journal`));
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}
