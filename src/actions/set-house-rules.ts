/** Sets what words mean in this case where nobody says more: parts of a day, "around", "north of". What holds already is in older lines. */
import { CaseError } from "../core/case/case-error.ts";
import type { HouseRulesOf } from "../core/inference/inference.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { PlaceRules } from "../reason/place/place-rules.ts";
import { TimeHouseRules } from "../reason/time/time-problem.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandReason } from "./event-ports.ts";

const schemas = { time: TimeHouseRules, place: PlaceRules } as const;

/** Throws CaseError INPUT_INVALID naming the rule. */
export async function setHouseRules(
  { writer }: { writer: CaseWriter },
  viewer: Viewer,
  { of, rules, reason }: { of: HouseRulesOf; rules: unknown; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`house rules for ${of}`, reason);
  const read = schemas[of].safeParse(rules);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new CaseError(
      "INPUT_INVALID",
      `house rules for ${of}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another shape"}`,
    );
  }
  const [said, why] = [writer.seal(read.data as unknown as Json), writer.seal(reason.trim())];
  const [line] = await writer.append(() => [
    { kind: "house-rules.set", data: { of, rules: said.sealed, reason: why.sealed }, opens: [said.opened, why.opened] },
  ]);
  return { seq: line?.head.seq ?? 0 };
}
