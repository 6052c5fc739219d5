/** Kysely over Node's built-in SQLite: its dialect asks for better-sqlite3's shape, which differs in two places. */
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { SqliteDialect } from "kysely";

export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run(parameters) {
            const { changes, lastInsertRowid } = statement.run(...(parameters as SQLInputValue[]));
            return { changes: Number(changes), lastInsertRowid };
          },
          iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
        };
      },
    },
  });
}
