/**
 * Writes down what a person assumes for the sake of the argument. Only a person makes one; the program never does, and nobody grades
 * it. Whatever uses it lists it.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Assumption, AssumptionId } from "../core/claim/assumption.ts";
import { ClaimId } from "../core/claim/claim.ts";
import type { EventId } from "../core/event/event.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { isZone } from "../reason/time/local-days.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandEvent, demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID. */
export async function makeAssumption(
  ports: ClaimPorts,
  viewer: Viewer,
  { what, words }: { what: Assumption; words: string },
): Promise<{ id: AssumptionId; seq: number }> {
  demand(viewer, "append");
  demandReason("new assumption", words);
  if ("first" in what && what.first === what.second)
    throw new CaseError("INPUT_INVALID", `new assumption: expected two records; found ${what.first} twice`);
  if ("zone" in what && !isZone(what.zone))
    throw new CaseError("INPUT_INVALID", "new assumption: zone: expected the name of a zone such as Europe/Kyiv; found another word");
  const [said, own] = [ports.writer.seal(what as unknown as Json), ports.writer.seal(words.trim())];
  let id: AssumptionId = "u1";
  const [line] = await ports.writer.append(async (numbers) => {
    for (const record of recordsOf(what)) await demandRecord(ports, record);
    id = numbers.next("u");
    return [{ kind: "assumption.made", data: { assumption: id, what: said.sealed, words: own.sealed }, opens: [said.opened, own.opened] }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

function recordsOf(what: Assumption): readonly (EventId | ClaimId)[] {
  if ("first" in what) return [what.first, what.second];
  return "claim" in what ? [what.claim] : [];
}

async function demandRecord(ports: ClaimPorts, record: EventId | ClaimId): Promise<void> {
  const claim = ClaimId.safeParse(record);
  if (claim.success) demandStanding(`claim ${record}`, await ports.claims.claim(claim.data));
  else await demandEvent(ports, record as EventId);
}
