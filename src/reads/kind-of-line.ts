/** What a line of the ledger is, without what it says. */
import type { EntryKind } from "../core/entry/entry.ts";
import type { CaseReader } from "./case-reader.ts";

/** "withheld" when its words are not here; undefined when there is no such line. */
export async function kindOfLine(reader: CaseReader, seq: number): Promise<EntryKind | "withheld" | undefined> {
  const row = await reader.views.db.selectFrom("entry").select("kind").where("seq", "=", seq).executeTakeFirst();
  return row?.kind as EntryKind | "withheld" | undefined;
}
