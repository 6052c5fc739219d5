/** The origins behind what a case says, with the derivations that its texts, posts and copies suggest beside those that people stated. */
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { OriginReport } from "../../reason/claims/origins/origin-report-types.ts";
import { originReport } from "../../reason/claims/origins/origin-report.ts";
import type { CaseReader } from "../case-reader.ts";
import { claimCase } from "./claim-case.ts";
import { proposedDerivations } from "./proposed-derivations.ts";

const made = new WeakMap<CaseReader["views"], { head: string; report: Promise<OriginReport> }>();

export function caseOrigins(reader: CaseReader, viewer: Viewer): Promise<OriginReport> {
  demand(viewer, "read");
  const head = reader.views.head()?.head ?? "none";
  const before = made.get(reader.views);
  if (before?.head === head) return before.report;
  const report = make(reader, viewer);
  made.set(reader.views, { head, report });
  // What failed is asked again.
  report.catch(() => {
    if (made.get(reader.views)?.report === report) made.delete(reader.views);
  });
  return report;
}

async function make(reader: CaseReader, viewer: Viewer): Promise<OriginReport> {
  const known = await claimCase(reader, viewer);
  return originReport({ ...known, derivations: [...known.derivations, ...(await proposedDerivations(reader, known))] });
}
