/** What actions on editions must know before they append, from the lines of the case. */
import type { EditionId } from "../../core/edition/edition.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds, type ReadLine } from "../report/entry-lines.ts";
import { standingFindings } from "../report/finding-standing.ts";

export function editionIndex(reader: CaseReader) {
  const sealed = () => linesOfKinds(reader, ["edition.sealed"]);
  return {
    async next(): Promise<EditionId> {
      const row = await reader.views.db.selectFrom("used_id").select("last").where("letter", "=", "ed").executeTakeFirst();
      return `ed${(row?.last ?? 0) + 1}`;
    },
    async versionOf(edition: EditionId): Promise<number> {
      return Math.max(0, ...(await sealed()).filter(({ data }) => data.edition === edition).map(({ data }) => data.version));
    },
    async sealed(edition: EditionId, version: number): Promise<ReadLine<"edition.sealed"> | undefined> {
      return (await sealed()).find(({ data }) => data.edition === edition && data.version === version);
    },
    /** Of a finding that stands. */
    async approvedVersion(finding: FindingId): Promise<number | undefined> {
      const found = (await standingFindings(reader)).get(finding);
      return found?.lines.withdrawn === null ? found.approved?.version : undefined;
    },
    async line(seq: number): Promise<boolean> {
      return (await reader.views.db.selectFrom("entry").select("seq").where("seq", "=", seq).executeTakeFirst()) !== undefined;
    },
    /** When an edition went to somebody, as that line says; undefined for another. */
    async disclosed(line: number): Promise<{ readonly at: string } | undefined> {
      return (await linesOfKinds(reader, ["edition.disclosed"])).find(({ seq }) => seq === line)?.data;
    },
  };
}
