/** A finding in one of its versions, with who wrote, signed and reviewed each, and whether whoever looks may review it. */
import { CaseError } from "../../core/case/case-error.ts";
import { type FindingState, reviewerFault } from "../../core/finding/finding-standing.ts";
import type { FindingDocument, FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { findingDocument } from "./finding-document.ts";
import { findingLines, keysByPerson } from "./finding-standings.ts";

export interface FindingVersion {
  version: number;
  document: Digest;
  state: FindingState;
  by: PersonId;
  byName: string;
  reason: string | null;
  at: string;
  seq: number;
}

export interface FindingActShown {
  line: number;
  version: number;
  act: "signed" | "approves" | "returns";
  by: PersonId;
  byName: string;
  at: string;
  note: string | null;
  /** False for a line that is there and means nothing: a writer's own approval, or of another document. */
  counts: boolean;
}

export interface FindingShown {
  id: FindingId;
  question: QuestionId;
  /** The version that `document` is of. */
  version: number;
  document: FindingDocument | "withheld";
  state: FindingState;
  /** Oldest first. */
  versions: FindingVersion[];
  acts: FindingActShown[];
  withdrawn: string | null;
  /** Why whoever looks may not review it; null where they may. */
  reviewObstacle: string | null;
  /** Whether whoever looks wrote the newest version: only they sign it. */
  mine: boolean;
}

/** Throws CaseError INPUT_INVALID. */
export async function getFinding(reader: CaseReader, viewer: Viewer, id: FindingId, version?: number): Promise<FindingShown> {
  demand(viewer, "read");
  const [lines] = await findingLines(reader, id);
  const shown = version === undefined ? lines?.versions.at(-1) : lines?.versions.find((one) => one.version === version);
  if (lines === undefined || shown === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `finding ${id}: expected ${lines === undefined ? "one of this case" : `one of its ${lines.versions.length} versions`}; found none of that number`,
    );
  const nameOf = await peopleNames(reader);
  const keysOf = await keysByPerson(reader);
  const standing = lines.standing();
  const isVoid = new Set(lines.versions.flatMap((one) => lines.standing(one.version).void.map(({ line }) => line)));
  return {
    ...{ id, question: lines.question, version: shown.version, withdrawn: lines.withdrawn },
    document: (await findingDocument(reader, shown.document)) ?? "withheld",
    state: lines.standing(shown.version).state,
    versions: lines.versions.map(({ version: number, document, by, reason, at, seq }) => ({
      ...{ version: number, document, by, byName: nameOf(by), reason, at, seq },
      state: lines.standing(number).state,
    })),
    acts: lines.acts.map(({ line, version: of, act, by, at, note }) => ({
      ...{ line, version: of, act, by, byName: nameOf(by), at, note },
      counts: !isVoid.has(line),
    })),
    reviewObstacle: reviewerFault({ person: viewer.person, key: null, writers: standing.writers, keysOf }) ?? null,
    mine: lines.versions.at(-1)?.by === viewer.person,
  };
}
