/** Kysely over Node's built-in SQLite: its dialect asks for better-sqlite3's shape, which differs in two places. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { SqliteDialect } from "kysely";

/** Statements kept ready. Collecting asks the same three questions per file, and to prepare one costs more than to answer it. */
const readyAtMost = 100;

export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  const ready = new Map<string, { readonly statement: StatementSync; readonly reader: boolean }>();

  /** SQLite itself prepares a statement again after tables were dropped and made anew. */
  function prepared(sql: string): { readonly statement: StatementSync; readonly reader: boolean } {
    const known = ready.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const fresh = { statement, reader: statement.columns().length > 0 };
    if (ready.size >= readyAtMost) ready.clear();
    ready.set(sql, fresh);
    return fresh;
  }

  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const { statement, reader } = prepared(sql);
        return {
          reader,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run(parameters) {
            const { changes, lastInsertRowid } = statement.run(...(parameters as SQLInputValue[]));
            return { changes: Number(changes), lastInsertRowid };
          },
          // A statement of its own: others may run while this one is gone through.
          iterate: (parameters) => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
        };
      },
    },
  });
}
