/** What must be known of a container before its members become items. */
import type { CaseReader } from "./case-reader.ts";

/** Places of a container that are items already. */
export async function unpackedPlaces(reader: CaseReader, container: number): Promise<Set<string>> {
  const rows = await reader.views.db.selectFrom("item").select("unpacked_where").where("unpacked_from", "=", container).execute();
  return new Set(rows.map(({ unpacked_where }) => unpacked_where ?? ""));
}

/** The item's shown path; undefined where it is withheld. */
export async function pathOfItem(reader: CaseReader, item: number): Promise<string | undefined> {
  const row = await reader.views.db.selectFrom("item").select("name").where("number", "=", item).executeTakeFirst();
  return row?.name ?? undefined;
}
