/** Opens the read model: goes on from where it stood when the ledger still has that head, else makes it anew. */
import { DatabaseSync } from "node:sqlite";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Kysely } from "kysely";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { HeadRef, LedgerLine } from "../core/ledger/ledger-line.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import type { Sha256 } from "../core/hash/digest.ts";
import type { VaultReader } from "../core/vault/vault.port.ts";
import { Projection } from "./projection.ts";
import { viewsSql, viewsVersion, type ViewTables } from "./schema.ts";
import { createTextIndex, type TextIndex } from "./search/text-index.ts";
import { nodeSqliteDialect } from "./sqlite-dialect.ts";

/** Lines put into one transaction while catching up. */
const batchSize = 2000;

export interface Views {
  readonly db: Kysely<ViewTables>;
  /** What search asks: the texts of the tables by their words. */
  readonly texts: TextIndex;
  /** Last line that the tables show; undefined before the first. */
  head(): HeadRef | undefined;
  /** Takes in lines that were just appended. All or nothing. */
  apply(lines: readonly LedgerLine[]): Promise<void>;
  /** Throws everything away and reads the ledger from line 1. After an erasure, nothing of what was erased stays in the file. */
  rebuild(control?: CatchUpControl): Promise<void>;
  close(): Promise<void>;
}

/** So long without new lines, in milliseconds, texts are taken in: begun with every group of a collection, they were sorted anew with each. */
const restMs = 1000;

export interface CatchUpControl {
  readonly signal?: Cancellation;
  /** Lines taken in so far. */
  readonly onProgress?: (seq: number) => void;
}

/**
 * `file` is a path under `derived/`, or ":memory:". Read-only, the file is used as it is when it shows the ledger's head;
 * else the tables are made in memory, and the file is left to whoever writes the case.
 */
export async function openViews(
  options: { file: string; readOnly?: boolean; ledger: LedgerReader; vault: VaultReader; sha256: Sha256 },
  control: CatchUpControl = {},
): Promise<Views> {
  const { file, ledger, vault, sha256 } = options;
  const database = options.readOnly === true ? await openToLook(file, ledger) : openToKeep(file);
  const asked = options.readOnly === true || file === ":memory:" ? database : besides(file);
  const db = new Kysely<ViewTables>({ dialect: nodeSqliteDialect(asked) });
  const texts = createTextIndex(
    asked,
    file === ":memory:" || isInMemory(database)
      ? undefined
      : { database: file, folder: join(dirname(file), "search"), write: options.readOnly !== true },
  );
  let projection = new Projection(database, vault, sha256);
  let turn: Promise<unknown> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;

  /** One change of the tables at a time: each is a transaction that may wait for objects to be read. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function catchUp(from: number, { signal, onProgress }: CatchUpControl): Promise<void> {
    let batch: LedgerLine[] = [];
    const flush = async () => {
      if (batch.length === 0) return;
      await projection.apply(batch);
      onProgress?.(batch.at(-1)?.head.seq ?? 0);
      batch = [];
    };
    for await (const line of ledger.read(from)) {
      if (signal?.aborted === true) return;
      batch.push(line);
      if (batch.length >= batchSize) await flush();
    }
    await flush();
  }

  async function rebuild(again: CatchUpControl): Promise<void> {
    if (mayHoldErased(database)) database.exec("pragma secure_delete = on");
    await texts.forget();
    emptyDatabase(database);
    // Again: whoever searched in between may have begun a file of the texts that were there.
    await texts.forget();
    projection = new Projection(database, vault, sha256);
    await catchUp(1, again);
    if (mayHoldErased(database) && again.signal?.aborted !== true) scrub(database);
  }

  const stood = projection.head();
  if (stood === undefined || !(await ledgerStillHas(ledger, stood))) await rebuild(control);
  else await catchUp(stood.seq + 1, control);
  if (mayHoldErased(database)) await rebuild(control);

  return {
    db,
    texts,
    head: () => projection.head(),
    apply: (lines) =>
      inTurn(async () => {
        await projection.apply(lines);
        clearTimeout(resting);
        resting = setTimeout(() => texts.wake(), restMs).unref();
      }),
    rebuild: (again = {}) => inTurn(() => rebuild(again)),
    close: () =>
      inTurn(async () => {
        clearTimeout(resting);
        await texts.close();
        await db.destroy();
        if (database.isOpen) database.close();
      }),
  };
}

async function ledgerStillHas(ledger: LedgerReader, stood: HeadRef): Promise<boolean> {
  const end = await ledger.head();
  if (end === undefined || end.seq < stood.seq) return false;
  for await (const line of ledger.read(stood.seq)) return line.headDigest === stood.head;
  return false;
}

const isInMemory = (database: DatabaseSync): boolean => database.location() === null;

async function openToLook(file: string, ledger: LedgerReader): Promise<DatabaseSync> {
  const end = await ledger.head();
  const database = end === undefined ? undefined : openAtHead(file, end);
  return database ?? openToKeep(":memory:");
}

/** The file's tables when they show `head`; undefined when they show another head, or cannot be read. */
function openAtHead(file: string, { head }: HeadRef): DatabaseSync | undefined {
  if (!existsSync(file)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { user_version: version } = database.prepare("pragma user_version").get() as { user_version: number };
    const row =
      version === viewsVersion
        ? (database.prepare("select value from meta where key = 'head'").get() as { value: string } | undefined)
        : undefined;
    if (row !== undefined && !mayHoldErased(database) && (JSON.parse(row.value) as HeadRef).head === head) return database;
  } catch {
    // Damaged, half-made, or on a disk that cannot be written at all: the tables are derived, and memory will do.
  }
  database?.close();
  return undefined;
}

function openToKeep(file: string): DatabaseSync {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  try {
    return prepared(file);
  } catch (error) {
    // Derived: a damaged file costs a rebuild, never data. Anything but damage comes again and is thrown.
    if (file === ":memory:") throw error;
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
    return prepared(file);
  }
}

/** A second connection that only reads: it sees each batch whole or not at all, also while one is being taken in. */
function besides(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec(cacheSize);
  return database;
}

const cacheSize = "pragma temp_store = memory; pragma cache_size = -32000";

function prepared(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  prepare(database);
  return database;
}

function prepare(database: DatabaseSync): void {
  // A large export is one transaction; what it took of the write-ahead log is given back.
  database.exec(`pragma journal_mode = wal; pragma synchronous = normal; pragma journal_size_limit = 67108864; ${cacheSize}`);
  const { user_version: version } = database.prepare("pragma user_version").get() as { user_version: number };
  if (version !== viewsVersion) emptyDatabase(database);
}

/** Set by the projection when a line erased something; see `markErased`. */
function mayHoldErased(database: DatabaseSync): boolean {
  const { application_id: mark } = database.prepare("pragma application_id").get() as { application_id: number };
  return mark !== 0;
}

/**
 * Tables just made from a ledger without the erased are written to the file alone: no old page, no old write-ahead log.
 * While another program reads the file the log stays as it is; then the mark stays too, and the next start does this again.
 */
function scrub(database: DatabaseSync): void {
  const emptyLog = () => (database.prepare("pragma wal_checkpoint(truncate)").get() as { busy: number }).busy === 0;
  emptyLog();
  database.exec("vacuum");
  if (emptyLog()) database.exec("pragma application_id = 0");
  database.exec("pragma secure_delete = off");
}

/** All or nothing: a stop in between must not leave a file that says it has tables and has none. */
function emptyDatabase(database: DatabaseSync): void {
  const named = (sql: string) => (database.prepare(sql).all() as { name: string }[]).map(({ name }) => `drop table "${name}";`).join(" ");
  database.exec("begin immediate");
  try {
    database.exec(named("select name from sqlite_master where type = 'table' and sql like 'create virtual%'"));
    database.exec(named("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"));
    database.exec(`${viewsSql}; pragma user_version = ${viewsVersion}; commit`);
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}
