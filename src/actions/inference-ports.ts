/** What actions on inferences and house rules must know of the case. */
import type { HouseRulesOf, InferenceId, InferenceSort } from "../core/inference/inference.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { RecordName } from "../core/review/ground.ts";
import type { CitingPorts } from "./exhibit-ports.ts";

export interface InferencePorts extends CitingPorts {
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly inferences: {
    /** Its sort, and whether it stands; undefined when there is none of that number. */
    inference(id: InferenceId): Promise<{ readonly sort: InferenceSort; readonly stands: boolean } | undefined>;
    /** Why records that the problem cites cannot carry it, each as "expected ..; found ..". */
    citedFaults(sort: InferenceSort, names: readonly RecordName[]): Promise<readonly string[]>;
    houseRules(of: HouseRulesOf): Promise<Json | undefined>;
  };
}

/** Throws CaseError INPUT_INVALID unless the inference is there and was not withdrawn. */
export async function demandInference({ inferences }: InferencePorts, id: InferenceId): Promise<{ readonly sort: InferenceSort }> {
  const found = await inferences.inference(id);
  if (found?.stands !== true)
    throw new CaseError(
      "INPUT_INVALID",
      `inference ${id}: expected one that stands; found ${found === undefined ? "none of that number" : "one that was withdrawn"}`,
    );
  return found;
}
