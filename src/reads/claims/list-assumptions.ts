/** What people assume for the sake of the argument. No grade stands beside any of it. */
import { Assumption, type AssumptionId } from "../../core/claim/assumption.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { EventId } from "../../core/event/event.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { namedIn } from "./claim-index.ts";
import { recordWords } from "./record-words.ts";

export interface AssumptionRow {
  id: AssumptionId;
  what: Assumption | "withheld";
  words: string;
  /** Claims and events that it names and that were taken back: then it is not used. */
  endsWithdrawn: (ClaimId | EventId)[];
  withdrawn?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listAssumptions(reader: CaseReader, viewer: Viewer): Promise<AssumptionRow[]> {
  demand(viewer, "read");
  const rows = await reader.views.db.selectFrom("assumption").selectAll().orderBy("id").execute();
  const nameOf = await peopleNames(reader);
  const wordsOf = await recordWords(reader);
  return rows.map((row) => {
    const read = Assumption.safeParse(JSON.parse(row.what_json ?? "null"));
    return {
      id: `u${row.id}`,
      what: read.success ? read.data : "withheld",
      words: row.words ?? "withheld",
      endsWithdrawn: namedIn(row.what_json).filter((record) => wordsOf(record).withdrawn) as (ClaimId | EventId)[],
      ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
      ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
    };
  });
}
