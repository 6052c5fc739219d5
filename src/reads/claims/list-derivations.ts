/** What people said of where statements come from. What the program proposes is worked out elsewhere, and stands in no table. */
import { ClaimId } from "../../core/claim/claim.ts";
import type { DerivationEnd, DerivationId, DerivationSort, DerivationStanding } from "../../core/claim/derivation.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { recordWords } from "./record-words.ts";

export interface DerivationRow {
  id: DerivationId;
  derived: DerivationEnd;
  derivedSays: string;
  from: DerivationEnd;
  fromSays: string;
  sort: DerivationSort;
  standing: DerivationStanding;
  basis: string;
  /** Claims at its ends that were taken back: then it rests on nothing and is not counted. */
  endsWithdrawn: ClaimId[];
  withdrawn?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listDerivations(reader: CaseReader, viewer: Viewer): Promise<DerivationRow[]> {
  demand(viewer, "read");
  const rows = await reader.views.db.selectFrom("derivation").selectAll().orderBy("id").execute();
  const nameOf = await peopleNames(reader);
  const wordsOf = await recordWords(reader);
  return rows.map((row) => {
    const [derived, from] = [row.derived as DerivationEnd, row.from_end as DerivationEnd];
    return {
      id: `d${row.id}`,
      derived,
      derivedSays: wordsOf(derived).says,
      from,
      fromSays: wordsOf(from).says,
      sort: row.sort,
      standing: row.standing,
      basis: row.basis ?? "withheld",
      endsWithdrawn: [derived, from].flatMap((end) => {
        const claim = ClaimId.safeParse(end);
        return claim.success && wordsOf(end).withdrawn ? [claim.data] : [];
      }),
      ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
      ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
    };
  });
}
