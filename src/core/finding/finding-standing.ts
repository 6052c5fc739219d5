/**
 * How a version of a finding stands: written, signed by its writer, approved or returned by somebody who wrote no part of it. Worked out
 * from lines and never taken from them: a line in which a writer approves, or that names another document, counts for nothing.
 */
import type { Digest } from "../hash/digest.ts";
import type { PersonId } from "../key/key.ts";

export interface VersionWritten {
  readonly version: number;
  readonly document: Digest;
  readonly by: PersonId;
}

/** A line in which somebody signs or reviews. `key`: what the line is signed with; null where it bears no signature. */
export interface FindingAct {
  readonly line: number;
  readonly version: number;
  readonly document: Digest;
  readonly act: "signed" | "approves" | "returns";
  readonly by: PersonId;
  readonly key: Digest | null;
}

export type FindingState = "draft" | "signed" | "returned" | "approved" | "withdrawn";

export interface FindingStanding {
  readonly state: FindingState;
  /** Everybody who wrote this version or one before it: none of them reviews it. */
  readonly writers: readonly PersonId[];
  readonly signed: FindingAct | null;
  /** The review that counts: an objection that its reviewer did not take back, or else the last one after the signature. */
  readonly review: FindingAct | null;
  /** Acts that count for nothing. */
  readonly void: readonly FindingAct[];
}

export interface StandingFacts {
  readonly versions: readonly VersionWritten[];
  readonly acts: readonly FindingAct[];
  readonly withdrawn: boolean;
  /** Keys that people of the case have, or had. */
  readonly keysOf: (person: PersonId) => ReadonlySet<Digest>;
}

/** Of one version; the newest where none is named. */
export function findingStanding({ versions, acts, withdrawn, keysOf }: StandingFacts, of?: number): FindingStanding {
  const version = versions.find((one) => one.version === of) ?? versions.at(-1);
  if (version === undefined) return { state: "draft", writers: [], signed: null, review: null, void: [...acts] };
  const writers = writersUpTo(versions, version.version);
  const own = acts.filter((act) => act.version === version.version).toSorted((a, b) => a.line - b.line);
  const counts = (act: FindingAct): boolean =>
    act.document === version.document &&
    act.key !== null &&
    // A line that whoever can write the folder appended in another's name, with a key of nobody.
    keysOf(act.by).has(act.key) &&
    (act.act === "signed" ? act.by === version.by : reviewerFault({ person: act.by, key: act.key, writers, keysOf }) === undefined);
  const signed = own.find((act) => act.act === "signed" && counts(act)) ?? null;
  const reviews = own.filter((act) => act.act !== "signed" && signed !== null && act.line > signed.line && counts(act));
  const review = standingObjection(reviews) ?? reviews.at(-1) ?? null;
  const reviewed = review?.act === "approves" ? "approved" : "returned";
  const state: FindingState = withdrawn ? "withdrawn" : signed === null ? "draft" : review === null ? "signed" : reviewed;
  return { state, writers, signed, review, void: own.filter((act) => !counts(act)) };
}

/** What one reviewer gave back, another's approval does not undo: only a new version does, or that reviewer. */
function standingObjection(reviews: readonly FindingAct[]): FindingAct | undefined {
  const last = new Map(reviews.map((act) => [act.by, act]));
  return reviews.findLast((act) => act.act === "returns" && last.get(act.by) === act);
}

export function writersUpTo(versions: readonly VersionWritten[], version: number): PersonId[] {
  return [...new Set(versions.filter((one) => one.version <= version).map(({ by }) => by))];
}

/** Why this person does not review what these wrote, or undefined. Two names with one key are one person as far as a key can tell. */
export function reviewerFault(given: {
  readonly person: PersonId;
  readonly key: Digest | null;
  readonly writers: readonly PersonId[];
  readonly keysOf: (person: PersonId) => ReadonlySet<Digest>;
}): string | undefined {
  const { person, key, writers, keysOf } = given;
  if (writers.includes(person)) return "a reviewer who wrote no part of it; found one who did";
  const keys = new Set([...keysOf(person), ...(key === null ? [] : [key])]);
  if (writers.some((writer) => [...keysOf(writer)].some((one) => keys.has(one))))
    return "a reviewer with a key of their own; found one whose key is a writer's";
  return undefined;
}
