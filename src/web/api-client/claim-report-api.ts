/** Routes of the two reports over claims. */
import { OriginReportAnswer } from "../../api/claim-reports.ts";
import { ContradictionReportAnswer } from "../../api/contradictions.ts";
import type { OriginReport } from "../../reason/claims/origins/origin-report-types.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

/** As the address says it; what is left out is as each claim says, or as the case does. */
export interface ContradictionQuery {
  readonly rounding?: string | undefined;
  readonly zone?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const claimReportApi = {
  origins: async (signal?: AbortSignal): Promise<OriginReport> => {
    const answer = await ask(OriginReportAnswer, "/api/claim-reports/origins", { signal });
    // JSON leaves out the id of what is only proposed.
    return {
      ...answer,
      edges: answer.edges.map((edge) => ({ ...edge, id: edge.id })),
      drifts: answer.drifts.map((drift) => ({ ...drift, along: { ...drift.along, id: drift.along.id } })),
    };
  },
  contradictions: (settings: ContradictionQuery, signal?: AbortSignal) =>
    ask(ContradictionReportAnswer, `/api/claim-reports/contradictions${queryString({ ...settings })}`, { signal }),
} as const;
