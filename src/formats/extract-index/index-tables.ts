/** The tables of an index of a map extract. Derived from one file; made again by importing it again. */

/** Raised with whatever changes what an index holds or how it is read. */
export const indexVersion = "1";

/**
 * thing: box in ten-millionths of a degree (a point has no east and north), shape (none for a point), tags as a JSON list in which
 * a number is a row of `tag` and a word is followed by its value. tag: each key and value asked by; value "*" stands for the values
 * of a key beyond those that are told apart. held: which things have which tag, in the order of cells.ts. named: folded names of places.
 */
export const tables = `
  CREATE TABLE thing (n INTEGER PRIMARY KEY, id TEXT NOT NULL, west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER, north INTEGER, shape BLOB, tags TEXT NOT NULL);
  CREATE TABLE tag (tag INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL, things INTEGER NOT NULL, levels INTEGER NOT NULL);
  CREATE TABLE held (tag INTEGER NOT NULL, cell INTEGER NOT NULL, thing INTEGER NOT NULL, PRIMARY KEY (tag, cell, thing)) WITHOUT ROWID;
  CREATE TABLE named (name TEXT NOT NULL, thing INTEGER NOT NULL, PRIMARY KEY (name, thing)) WITHOUT ROWID;
`;

/** The value under which things are held whose own value is not told apart. */
export const otherValues = "*";
