/** A query with one parameter that is asked per file of a collection: to compile it each time costs more than to answer it. */
import type { Compilable, CompiledQuery, Kysely } from "kysely";
import type { ViewTables } from "../views/schema.ts";

/** `query` may hold nothing that varies but its one parameter, as one value of the SQL. */
export function compiledOnce<Parameter, Row>(
  query: (db: Kysely<ViewTables>, parameter: Parameter) => Compilable<Row>,
): (db: Kysely<ViewTables>, parameter: Parameter) => Promise<Row[]> {
  const compiled = new WeakMap<Kysely<ViewTables>, CompiledQuery<Row>>();
  return async (db, parameter) => {
    const ready = compiled.get(db);
    if (ready !== undefined) return (await db.executeQuery<Row>({ ...ready, parameters: [parameter] })).rows;
    const fresh = query(db, parameter).compile();
    if (fresh.parameters.length !== 1) throw new RangeError(`expected a query with one parameter; found ${fresh.parameters.length}`);
    compiled.set(db, fresh);
    return (await db.executeQuery<Row>(fresh)).rows;
  };
}
