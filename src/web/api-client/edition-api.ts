/** Routes of editions, their register and corrections. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type AcknowledgeRequest,
  type ConfirmKeyPointRequest,
  type CorrectionRequest,
  type DiscloseRequest,
  EditionChecked,
  EditionsAnswer,
  EditionsCompared,
  type HandOverRequest,
} from "../../api/editions.ts";
import type { EditionPlan } from "../../core/edition/edition.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

const Started = z.looseObject({ job: z.string() });
const Appended = z.looseObject({ seq: z.number().int() });

export const editionApi = {
  check: (plan: EditionPlan, passphrase?: string) =>
    ask(EditionChecked, "/api/editions/check", { method: "POST", body: { plan, ...(passphrase === undefined ? {} : { passphrase }) } }),
  handOver: (body: HandOverRequest) => ask(Started, "/api/editions/hand-over", { method: "POST", body }),
  disclose: (body: DiscloseRequest) => ask(Appended, "/api/disclosures", { method: "POST", body }),
  acknowledge: (body: AcknowledgeRequest) => ask(Appended, "/api/disclosures/acknowledge", { method: "POST", body }),
  confirmKeyPoint: (body: ConfirmKeyPointRequest) => ask(Appended, "/api/key-points/confirm", { method: "POST", body }),
  correct: (body: CorrectionRequest) => ask(Appended, "/api/corrections", { method: "POST", body }),
} as const;

export function useEditions() {
  return useQuery({
    queryKey: [...queryKeys.records, "editions"],
    queryFn: ({ signal }) => ask(EditionsAnswer, "/api/editions", { signal }),
  });
}

/** "ed1:2" beside "ed1:1"; nothing is asked until both are chosen. */
export function useComparedEditions(before: string, after: string) {
  return useQuery({
    queryKey: [...queryKeys.records, "editions", "compare", before, after],
    queryFn: ({ signal }) => ask(EditionsCompared, `/api/editions/compare${queryString({ before, after })}`, { signal }),
    enabled: before !== "" && after !== "" && before !== after,
  });
}
