/** What actions on questions and findings must know of the case, and how they refuse. */
import { CaseError } from "../core/case/case-error.ts";
import type { FindingAct, FindingStanding, VersionWritten } from "../core/finding/finding-standing.ts";
import type { FindingDocument, FindingId } from "../core/finding/finding.ts";
import { type SigningFacts, signingObstacles } from "../core/finding/signing-obstacles.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId } from "../core/key/key.ts";
import type { QuestionId } from "../core/question/question.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { demandStanding, type RecordState } from "./claim-ports.ts";
import type { EventPorts } from "./event-ports.ts";

export interface QuestionPorts extends EventPorts {
  readonly findings: {
    question(id: QuestionId): Promise<RecordState>;
    /** Findings on the question that stand. */
    findingsOn(id: QuestionId): Promise<readonly FindingId[]>;
    /** Those of them of which some version was signed: the question as it stands is what they answer. */
    signedOn(id: QuestionId): Promise<readonly FindingId[]>;
  };
}

export interface FindingPorts extends QuestionPorts {
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly findings: QuestionPorts["findings"] & {
    finding(id: FindingId): Promise<FindingKnown | undefined>;
    /** Undefined where this copy does not hold it. */
    document(digest: Digest): Promise<FindingDocument | undefined>;
    /** What the case says of its grounds and question; undefined where there is no such question. */
    facts(document: FindingDocument): Promise<SigningFacts | undefined>;
    keysOf(): Promise<(person: PersonId) => ReadonlySet<Digest>>;
  };
}

export interface FindingKnown {
  readonly question: QuestionId;
  readonly versions: readonly VersionWritten[];
  readonly acts: readonly FindingAct[];
  readonly withdrawn: string | null;
  standing(version?: number): FindingStanding;
}

/** Throws CaseError INPUT_INVALID unless the question is there and stands. */
export async function demandQuestion({ findings }: QuestionPorts, id: QuestionId): Promise<void> {
  demandStanding(`question ${id}`, await findings.question(id));
}

/** Throws CaseError INPUT_INVALID unless the finding is there and was not withdrawn. */
export async function demandFinding({ findings }: FindingPorts, id: FindingId): Promise<FindingKnown> {
  const found = await findings.finding(id);
  demandStanding(`finding ${id}`, found === undefined ? "unknown" : found.withdrawn === null ? "stands" : "withdrawn");
  return found as FindingKnown;
}

/** The newest version. Throws CaseError INPUT_INVALID where another was meant: whoever acts must have read what they act on. */
export function demandNewest(id: FindingId, { versions }: FindingKnown, version: number): VersionWritten {
  const newest = versions.at(-1);
  if (newest === undefined || newest.version !== version)
    throw new CaseError(
      "INPUT_INVALID",
      `finding ${id}: expected its newest version, ${newest?.version ?? 0}; found version ${version}. Read the newest first.`,
    );
  return newest;
}

/** Throws CaseError INPUT_INVALID naming everything that stands against a signature now, OBJECT_MISSING where the document is not here. */
export async function demandSignable(
  { findings }: FindingPorts,
  id: FindingId,
  { version, document: digest }: Pick<VersionWritten, "version" | "document">,
  what: "signed" | "approved",
): Promise<void> {
  const thing = `finding ${id}, version ${version}`;
  const document = await findings.document(digest);
  if (document === undefined) throw new CaseError("OBJECT_MISSING", `${thing}: expected its document in this copy of the case; found none`);
  const facts = await findings.facts(document);
  if (facts === undefined)
    throw new CaseError("INPUT_INVALID", `finding ${id}: expected question ${document.question} in this case; found none`);
  const missing = signingObstacles(document, facts);
  if (missing.length > 0)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing} cannot be ${what} ${what === "signed" ? "yet" : "as the case stands now"}: ${missing.map(({ text }, at) => `(${at + 1}) ${text}`).join("; ")}`,
    );
}
