/** Notes what the receiver of a pack said when it arrived, in their words. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import type { EditionPorts } from "./edition-ports.ts";
import { createSealing } from "./sealing.ts";

/** `disclosed`: the line of the register. Throws CaseError INPUT_INVALID. */
export async function acknowledgeDisclosure(
  ports: EditionPorts,
  viewer: Viewer,
  { disclosed, statement }: { readonly disclosed: number; readonly statement: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `receipt of what went out in line ${disclosed}`;
  if (statement.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected what the receiver said; found nothing`);
  demandFits(thing, "words", [statement]);
  if (!(await ports.editions.disclosed(disclosed)))
    throw new CaseError("INPUT_INVALID", `${thing}: expected a line by which an edition went to somebody; found another`);
  const { seal, opens } = createSealing(ports.writer);
  const data = { disclosed, statement: seal(statement.trim()) };
  const [line] = await ports.writer.append(() => [{ kind: "disclosure.acknowledged", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
