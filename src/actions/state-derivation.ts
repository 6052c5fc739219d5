/**
 * Writes down that one statement or item comes from another, or that it does not although it was proposed. What is proposed is
 * worked out when looked at; only what a person says is an entry.
 */
import { CaseError } from "../core/case/case-error.ts";
import { ClaimId } from "../core/claim/claim.ts";
import type { DerivationEnd, DerivationId, DerivationSort, DerivationStanding } from "../core/claim/derivation.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type ClaimPorts, demandStanding } from "./claim-ports.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason } from "./event-ports.ts";

export interface WantedDerivation {
  /** Absent for a new one. */
  readonly derivation?: DerivationId | undefined;
  readonly derived: DerivationEnd;
  readonly from: DerivationEnd;
  readonly sort: DerivationSort;
  readonly standing: DerivationStanding;
  readonly basis: string;
}

/** A circle is not refused: that sources cite each other in one is worth knowing, and is told. Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function stateDerivation(
  ports: ClaimPorts,
  viewer: Viewer,
  wanted: WantedDerivation,
): Promise<{ id: DerivationId; seq: number }> {
  demand(viewer, "append");
  const { derived, from, sort, standing, basis } = wanted;
  const thing = `derivation of ${derived} from ${from}`;
  demandReason(thing, basis);
  if (derived === from) throw new CaseError("INPUT_INVALID", `${thing}: expected two ends; found one twice`);
  const words = ports.writer.seal(basis.trim());
  let id: DerivationId = wanted.derivation ?? "d1";
  const [line] = await ports.writer.append(async (numbers) => {
    for (const end of [derived, from]) await demandEnd(ports, end);
    const same = await ports.claims.derivationOf(derived, from, sort);
    if (same !== undefined && same !== wanted.derivation)
      throw new CaseError("INPUT_INVALID", `${thing}: expected something new; found one of that sort in ${same}. State that one again.`);
    if (wanted.derivation === undefined) id = numbers.next("d");
    else if ((await ports.claims.derivation(wanted.derivation)) === "unknown") demandStanding(`derivation ${wanted.derivation}`, "unknown");
    return [
      { kind: "derivation.stated", data: { derivation: id, derived, from, sort, standing, basis: words.sealed }, opens: [words.opened] },
    ];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

async function demandEnd(ports: ClaimPorts, end: DerivationEnd): Promise<void> {
  const claim = ClaimId.safeParse(end);
  if (claim.success) demandStanding(`claim ${end}`, await ports.claims.claim(claim.data));
  else await demandItems(ports, [end as ItemId]);
}
