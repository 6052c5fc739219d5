/** What actions on questions and findings must know before they append. */
import type { FindingDocument, FindingId } from "../../core/finding/finding.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import type { StandingOf } from "./citable-grounds.ts";
import { findingDocument } from "./finding-document.ts";
import { findingLines, keysByPerson } from "./finding-standings.ts";
import { signingFacts } from "./signing-facts.ts";

export function findingIndex(reader: CaseReader, viewer: Viewer, standing: StandingOf) {
  const { db } = reader.views;
  return {
    async question(id: QuestionId): Promise<"stands" | "withdrawn" | "unknown"> {
      const row = await db
        .selectFrom("question")
        .select("withdrawn")
        .where("id", "=", Number(id.slice(2)))
        .executeTakeFirst();
      if (row === undefined) return "unknown";
      return row.withdrawn === null ? "stands" : "withdrawn";
    },
    async findingsOn(id: QuestionId): Promise<FindingId[]> {
      const rows = await db
        .selectFrom("finding")
        .select("id")
        .where("question", "=", Number(id.slice(2)))
        .where("withdrawn", "is", null)
        .orderBy("id")
        .execute();
      return rows.map((row): FindingId => `f${row.id}`);
    },
    async signedOn(id: QuestionId): Promise<FindingId[]> {
      const lines = (await findingLines(reader)).filter(({ question, withdrawn }) => question === id && withdrawn === null);
      return lines.filter((one) => one.versions.some(({ version }) => one.standing(version).signed !== null)).map((one) => one.id);
    },
    async finding(id: FindingId) {
      const [found] = await findingLines(reader, id);
      return found;
    },
    document: (digest: Digest) => findingDocument(reader, digest),
    facts: (document: FindingDocument) => signingFacts(reader, viewer, document, standing),
    keysOf: () => keysByPerson(reader),
  };
}
