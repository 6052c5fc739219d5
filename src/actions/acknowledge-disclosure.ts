/** Notes when a pack arrived, and what its receiver said, in their words. */
import { CaseError } from "../core/case/case-error.ts";
import { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import { demandMoment, type EditionPorts } from "./edition-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedReceipt {
  /** Line of the register. */
  readonly disclosed: number;
  /** When it arrived. */
  readonly at: UtcInstant;
  readonly statement: string;
}

/** Throws CaseError INPUT_INVALID. */
export async function acknowledgeDisclosure(
  ports: EditionPorts,
  viewer: Viewer,
  { disclosed, at: said, statement }: WantedReceipt,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `receipt of what went out in line ${disclosed}`;
  if (statement.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected what the receiver said; found nothing`);
  const at = UtcInstant.safeParse(said).data;
  if (at === undefined) throw new CaseError("INPUT_INVALID", `${thing}: at: expected a moment in UTC; found another`);
  demandFits(thing, "words", [statement]);
  const went = await ports.editions.disclosed(disclosed);
  if (went === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a line by which an edition went to somebody; found another`);
  demandMoment(thing, at, { from: went.at, until: ports.clock.now(), since: "it went out" });
  const { seal, opens } = createSealing(ports.writer);
  const data = { disclosed, at, statement: seal(statement.trim()) };
  const [line] = await ports.writer.append(() => [{ kind: "disclosure.acknowledged", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
