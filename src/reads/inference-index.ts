/** What actions on inferences must know before they append. */
import type { HouseRulesOf, InferenceId, InferenceSort } from "../core/inference/inference.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseReader } from "./case-reader.ts";

export function inferenceIndex({ views: { db } }: CaseReader) {
  return {
    async inference(id: InferenceId): Promise<{ sort: InferenceSort; stands: boolean } | undefined> {
      const row = await db
        .selectFrom("inference")
        .select(["sort", "withdrawn"])
        .where("id", "=", Number(id.slice(1)))
        .executeTakeFirst();
      return row === undefined ? undefined : { sort: row.sort, stands: row.withdrawn === null };
    },
    async houseRules(of: HouseRulesOf): Promise<Json | undefined> {
      const row = await db.selectFrom("house_rules").select("rules_json").where("of", "=", of).executeTakeFirst();
      return row === undefined || row.rules_json === null ? undefined : (JSON.parse(row.rules_json) as Json);
    },
  };
}
