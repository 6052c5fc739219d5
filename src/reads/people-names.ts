/** What people are called, by their opaque ids. */
import type { CaseReader } from "./case-reader.ts";

export async function peopleNames({ views }: CaseReader): Promise<(by: string) => string> {
  const people = new Map((await views.db.selectFrom("person").selectAll().execute()).map(({ id, name }) => [id, name]));
  return (by) => people.get(by) ?? "name withheld";
}
