/** The tables of a gazetteer's index: one SQLite file, written once whole and then only read. */

/** Raised when what is in them, or how names make keys, changes: indexes of another version are made again. */
export const indexVersion = "1";

export const indexSql = `
  CREATE TABLE about (facts TEXT NOT NULL);
  CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL,
    name TEXT NOT NULL,
    variants TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    radius_km REAL NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    admin TEXT NOT NULL,
    population INTEGER
  );
  CREATE TABLE name_key (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
`;

/** Between the parts of a list in one cell: no name holds it, since lines are read by it. */
export const partEnd = "\n";

export interface IndexedPlace {
  /** Its id in the gazetteer. */
  readonly ref: string;
  readonly name: string;
  readonly variants: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly kind: string;
  readonly country: string;
  readonly admin: readonly string[];
  readonly population: number | null;
}

/** What an index says of itself. */
export interface IndexFacts {
  readonly indexVersion: string;
  readonly sort: "bundled" | "imported" | "extract";
  readonly gazetteer: string;
  readonly version: string;
  readonly date: string;
  readonly floor: string;
  readonly licence: string;
  readonly places: number;
  readonly importedOn: string;
  readonly alternateNames: string;
}
