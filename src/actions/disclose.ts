/** Notes in the register to whom a pack of an edition went, when, why and how. Signed: whoever hands over answers for it. */
import { CaseError } from "../core/case/case-error.ts";
import type { EditionId } from "../core/edition/edition.ts";
import { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandFits } from "./demand-fits.ts";
import { demandMoment, demandSealed, type EditionPorts } from "./edition-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedDisclosure {
  readonly edition: EditionId;
  readonly version: number;
  readonly to: string;
  readonly at: UtcInstant;
  readonly why: string;
  readonly how: string;
}

/** Throws CaseError INPUT_INVALID naming what is missing. */
export async function disclose(ports: EditionPorts, viewer: Viewer, wanted: WantedDisclosure): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { edition, version, to, why, how } = wanted;
  const thing = `edition ${edition}, version ${version}`;
  for (const [name, words] of [
    ["to", to],
    ["why", why],
    ["how", how],
  ] as const)
    if (words.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: ${name}: expected words; found none`);
  const at = UtcInstant.safeParse(wanted.at).data;
  if (at === undefined) throw new CaseError("INPUT_INVALID", `${thing}: at: expected a moment in UTC; found another`);
  demandFits(thing, "words", [to, why, how]);
  const sealed = await demandSealed(ports, edition, version);
  demandMoment(thing, at, { from: sealed.at, until: ports.clock.now(), since: "it was sealed" });
  const { manifest } = sealed.data;
  const { seal, opens } = createSealing(ports.writer);
  const data = { edition, version, manifest, at, to: seal(to.trim()), why: seal(why.trim()), how: seal(how.trim()) };
  const [line] = await ports.writer.append(() => [{ kind: "edition.disclosed", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
