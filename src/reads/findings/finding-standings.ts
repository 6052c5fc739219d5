/** How findings stand, from their versions and the lines that sign and review them. One place for every reader. */
import { type FindingAct, type FindingStanding, findingStanding, type VersionWritten } from "../../core/finding/finding-standing.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { CaseReader } from "../case-reader.ts";
import { enrolledKeys } from "./enrolled-keys.ts";

export interface FindingLines {
  readonly id: FindingId;
  readonly question: QuestionId;
  /** Oldest first. */
  readonly versions: readonly (VersionWritten & { readonly reason: string | null; readonly at: string; readonly seq: number })[];
  readonly acts: readonly (FindingAct & { readonly note: string | null; readonly at: string })[];
  /** Null while it stands. */
  readonly withdrawn: string | null;
  /** Of the newest version, or of the one named. */
  standing(version?: number): FindingStanding;
}

/** Of the case, by number; or those named. */
export async function findingLines(reader: CaseReader, only?: FindingId): Promise<FindingLines[]> {
  const { db } = reader.views;
  const all = db.selectFrom("finding").selectAll().orderBy("id");
  const rows = await (only === undefined ? all : all.where("id", "=", Number(only.slice(1)))).execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const versions = await db.selectFrom("finding_version").selectAll().where("finding", "in", ids).orderBy("version").execute();
  const acts = await db.selectFrom("finding_act").selectAll().where("finding", "in", ids).orderBy("seq").execute();
  const keysOf = await keysByPerson(reader);
  return rows.map((row): FindingLines => {
    const own = versions
      .filter(({ finding }) => finding === row.id)
      .map(({ version, document, by, at, seq, has_reason, reason }) => ({
        ...{ version, document: document as Digest, by: by as PersonId, at, seq },
        reason: has_reason === 0 ? null : (reason ?? "withheld"),
      }));
    const done = acts
      .filter(({ finding }) => finding === row.id)
      .map(({ seq, version, document, act, by, key, note, at }) => ({
        ...{ line: seq, version, document: document as Digest, act, by: by as PersonId, key: key as Digest | null, note, at },
      }));
    const facts = { versions: own, acts: done, withdrawn: row.withdrawn !== null, keysOf };
    return {
      id: `f${row.id}`,
      question: `qn${row.question}`,
      versions: own,
      acts: done,
      withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn,
      standing: (version) => findingStanding(facts, version),
    };
  });
}

/** Keys that each person has or had, by the lines that brought them. */
export async function keysByPerson({ views }: CaseReader): Promise<(person: PersonId) => ReadonlySet<Digest>> {
  const keys = new Map<PersonId, Set<Digest>>();
  for (const { person, key } of await enrolledKeys(views)) keys.set(person, (keys.get(person) ?? new Set()).add(key));
  return (person) => keys.get(person) ?? new Set();
}
