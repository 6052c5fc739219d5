/** Hypotheses of the case: alive, set aside and rejected ones, each with the reason of its standing. */
import { CaseError } from "../core/case/case-error.ts";
import type { HypothesisId } from "../core/hypothesis/hypothesis.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { bearingCounts, bearingRows } from "./list-bearings.ts";
import { peopleNames } from "./people-names.ts";
import { recordHistory } from "./record-history.ts";

export async function listHypotheses(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const rows = await reader.views.db.selectFrom("hypothesis").selectAll().orderBy("id").execute();
  const counts = await bearingCounts(reader);
  const nameOf = await peopleNames(reader);
  return rows.map(({ id, statement, reason, ...row }) => ({
    id: `h${id}` as HypothesisId,
    ...row,
    statement: statement ?? "withheld",
    // Only a new one that is alive has no reason; in any other the line has one that this copy withholds.
    reason: reason ?? (row.standing === "alive" ? "" : "withheld"),
    bearings: counts(`h${id}`),
    byName: nameOf(row.by),
  }));
}

/** Throws CaseError INPUT_INVALID. */
export async function getHypothesis(reader: CaseReader, viewer: Viewer, id: HypothesisId) {
  const hypothesis = (await listHypotheses(reader, viewer)).find((row) => row.id === id);
  if (hypothesis === undefined)
    throw new CaseError("INPUT_INVALID", `hypothesis ${id}: expected one of this case; found none of that number`);
  return { hypothesis, bearings: await bearingRows(reader, { on: id }), history: await recordHistory(reader, id) };
}
