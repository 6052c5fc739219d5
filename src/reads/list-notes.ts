/** Notes on an item, with the seal of each, so that whoever holds the private store can open a restricted one. */
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";

export interface NoteRow {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** Null when the words are not beside the line: restricted, or withheld from this copy. */
  readonly text: string | null;
  readonly sealed: Digest;
}

export async function listNotes(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<NoteRow[]> {
  demand(viewer, "read");
  const rows = await reader.views.db
    .selectFrom("note")
    .innerJoin("entry", "entry.seq", "note.seq")
    .select(["note.seq", "note.at", "note.by", "note.text", "entry.body"])
    .where("note.item", "=", Number(item.slice(1)))
    .orderBy("note.seq")
    .execute();
  return rows.flatMap(({ body: text, ...row }) => {
    const body = JSON.parse(text ?? "null") as EntryBody | null;
    return body?.kind === "note.written" ? [{ ...row, sealed: body.data.text.sealed }] : [];
  });
}
