/**
 * The people of a case: who enrolled a key, by opaque ids. A name is there only where this copy opens it. `active`: a key of theirs is
 * in force, so that they can still act here.
 */
import type { PersonId } from "../../core/key/key.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listKeys } from "../list-keys.ts";

export interface PersonRow {
  readonly person: PersonId;
  /** Null where this copy withholds it. */
  readonly name: string | null;
  readonly me: boolean;
  readonly active: boolean;
}

/** In the order in which they came. */
export async function listPeople(reader: CaseReader, viewer: Viewer): Promise<PersonRow[]> {
  demand(viewer, "read");
  const active = new Set((await listKeys(reader, viewer)).filter(({ state }) => state === "in-force").map(({ person }) => person));
  const rows = await reader.views.db.selectFrom("person").selectAll().execute();
  return rows
    .map(({ id, name }): PersonRow => ({ person: id as PersonId, name, me: id === viewer.person, active: active.has(id as PersonId) }))
    .toSorted((a, b) => Number(a.person.slice(1)) - Number(b.person.slice(1)));
}
