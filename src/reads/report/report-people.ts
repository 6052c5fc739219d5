/** Who worked on a case, under labels that a report can use beside or without names: A1, A2 in the order in which they came. */
import type { Digest } from "../../core/hash/digest.ts";
import type { ReportPerson } from "../../core/report/report-certification.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { listKeys } from "../list-keys.ts";

export interface ReportPeople {
  /** "A1"; "somebody whose line is withheld" for a person that no line here brings. */
  labelOf(person: string): string;
  /** Those who did something that the report names, with what they did. */
  listed(did: ReadonlyMap<string, ReadonlySet<string>>): ReportPerson[];
}

const unknownPerson = "somebody whose line is withheld";

export async function reportPeople(reader: CaseReader, viewer: Viewer): Promise<ReportPeople> {
  const keys = await listKeys(reader, viewer);
  const people = [...new Set(keys.map(({ person }) => person as string))];
  const labels = new Map(people.map((person, at) => [person, `A${at + 1}`]));
  const names = new Map((await reader.views.db.selectFrom("person").selectAll().execute()).map(({ id, name }) => [id, name]));
  return {
    labelOf: (person) => labels.get(person) ?? unknownPerson,
    listed: (did) =>
      people
        .filter((person) => (did.get(person)?.size ?? 0) > 0)
        .map((person) => ({
          label: labels.get(person) as string,
          person,
          name: names.get(person) ?? null,
          did: [...(did.get(person) ?? [])],
          keys: keys
            .filter((key) => key.person === person)
            .map(({ key, from, state }) => ({
              ...{ key: key as Digest, fromLine: from, state },
              known: "by this case alone (first use), unless you were told it another way",
            })),
        })),
  };
}
