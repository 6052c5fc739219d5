/** The linter over a case: the newest version of every finding that stands, and every observation. */
import { isContradictionNamed } from "../../core/finding/contradiction-named.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { ObservationId } from "../../core/observation/observation.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type FieldLint, lintFinding } from "../../reason/lint/lint-document.ts";
import { lintText } from "../../reason/lint/lint-text.ts";
import type { CaseReader } from "../case-reader.ts";
import type { CompletePlace } from "../claims/contradiction-report.ts";
import { findingDocument } from "./finding-document.ts";
import { findingLines } from "./finding-standings.ts";
import { openContradictions } from "./open-contradictions.ts";

export interface CaseLint {
  /** In the order of their numbers, findings first. */
  readonly marks: readonly (FieldLint & { readonly of: FindingId | ObservationId; readonly version?: number })[];
  readonly findings: number;
  readonly observations: number;
  /** Findings and observations whose words this copy does not hold. */
  readonly withheld: readonly (FindingId | ObservationId)[];
  /** Contradictions among the claims of a finding's event that it does not name. */
  readonly unspoken: readonly { readonly of: FindingId; readonly version: number; readonly aspect: string; readonly members: string[] }[];
}

export async function lintCase(reader: CaseReader, viewer: Viewer, complete: CompletePlace): Promise<CaseLint> {
  demand(viewer, "read");
  const marks: CaseLint["marks"][number][] = [];
  const withheld: (FindingId | ObservationId)[] = [];
  const unspoken: CaseLint["unspoken"][number][] = [];
  const findings = (await findingLines(reader)).filter(({ withdrawn }) => withdrawn === null);
  for (const { id, versions } of findings) {
    const newest = versions.at(-1);
    const document = newest === undefined ? undefined : await findingDocument(reader, newest.document);
    if (newest === undefined || document === undefined) {
      withheld.push(id);
      continue;
    }
    marks.push(...lintFinding(document).map((mark) => ({ of: id, version: newest.version, ...mark })));
    for (const { aspect, members } of await openContradictions(reader, viewer, document.question, complete))
      if (!isContradictionNamed(document.openContradictions, members)) unspoken.push({ of: id, version: newest.version, aspect, members });
  }
  const rows = await reader.views.db
    .selectFrom("observation")
    .select(["id", "text"])
    .where("sort", "=", "observation")
    .where("withdrawn", "is", null)
    .orderBy("id")
    .execute();
  for (const { id, text } of rows) {
    const of: ObservationId = `o${id}`;
    if (text === null) withheld.push(of);
    else marks.push(...lintText(text, "observation").map((mark) => ({ of, field: "text", ...mark })));
  }
  return { marks, withheld, unspoken, findings: findings.length, observations: rows.length };
}
