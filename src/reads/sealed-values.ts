/** Sealed values that lines name, for what is kept apart from the lines. */
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { CaseReader } from "./case-reader.ts";

/** Whether any line that still says something names this seal. */
export async function isSealNamed(reader: CaseReader, sealed: Digest): Promise<boolean> {
  const row = await reader.views.db.selectFrom("entry").select("seq").where("body", "like", `%${sealed}%`).executeTakeFirst();
  return row !== undefined;
}

/** Body of a line and the seals that are opened beside it; undefined when its words are not here. */
export async function lineWithSeals(
  reader: CaseReader,
  seq: number,
): Promise<{ body: EntryBody; opened: ReadonlySet<string> } | undefined> {
  const row = await reader.views.db.selectFrom("entry").select(["body", "open"]).where("seq", "=", seq).executeTakeFirst();
  if (row === undefined || row.body === null) return undefined;
  return { body: JSON.parse(row.body) as EntryBody, opened: new Set(Object.keys(JSON.parse(row.open) as object)) };
}
