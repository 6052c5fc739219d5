/** What actions on tasks and comments must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { PersonId } from "../core/key/key.ts";
import type { RecordName } from "../core/review/ground.ts";
import type { CommentId, TaskId, TaskState } from "../core/task/task.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface WorkPorts {
  readonly writer: CaseWriter;
  readonly work: {
    task(id: TaskId): Promise<TaskKnown | undefined>;
    comment(id: CommentId): Promise<CommentKnown | undefined>;
    /** Whether the case has such a record, taken back or not. */
    hasRecord(record: RecordName): Promise<boolean>;
    /** Each person of the case, and whether a key of theirs is in force. */
    people(): Promise<ReadonlyMap<PersonId, boolean>>;
  };
}

export interface TaskKnown {
  readonly title: string | null;
  readonly state: TaskState;
  readonly about: About | null;
  readonly assigned: readonly PersonId[];
  readonly due: string | null;
}

export interface CommentKnown {
  readonly about: RecordName;
  readonly by: PersonId;
  readonly withdrawn: boolean;
}

/** A record, with the moment of a recording that is meant, in item time. */
export interface About {
  readonly record: RecordName;
  readonly atS: number | null;
}

/** Throws CaseError INPUT_INVALID unless the case has the record. */
export async function demandRecord({ work }: WorkPorts, thing: string, { record }: About): Promise<void> {
  if (!(await work.hasRecord(record)))
    throw new CaseError("INPUT_INVALID", `${thing}: expected a record of this case; found ${record}, which is none`);
}

/** Throws CaseError INPUT_INVALID naming who is no person of the case, or can act no more. `before`: who stood there already. */
export async function demandPeople(
  { work }: WorkPorts,
  thing: string,
  people: readonly PersonId[],
  before: readonly PersonId[] = [],
): Promise<void> {
  const known = await work.people();
  for (const person of people) {
    if (!known.has(person))
      throw new CaseError("INPUT_INVALID", `${thing}: expected people of this case; found ${person}, who did not enrol in it`);
    if (known.get(person) === false && !before.includes(person))
      throw new CaseError("INPUT_INVALID", `${thing}: expected people who can act here; found ${person}, whose key was revoked`);
  }
}
