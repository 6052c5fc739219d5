/**
 * Keeps the ladder of an identification with what the taxonomy makes of it. The result is worked out here and never taken from who
 * asks. What looks like a person's name is refused before anything is written: it belongs in a restricted note.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Identification, IdentificationId } from "../core/identification/identification.ts";
import { taxonomy } from "../core/identification/taxonomy-data.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { faultOfIdentification, faultOfNaming, namesInIdentification } from "../reason/identification/check-identification.ts";
import { climbLadder, type LadderAnswer } from "../reason/identification/climb-ladder.ts";
import { demandFits } from "./demand-fits.ts";
import { demandItems } from "./demand-items.ts";
import { demandEvent, demandReason, refuseFault } from "./event-ports.ts";
import { demandClaimsOfEvents, demandIdentification, type IdentificationPorts } from "./identification-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedIdentification {
  /** Absent for a new one. */
  readonly identification?: IdentificationId | undefined;
  readonly what: Identification;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function makeIdentification(
  ports: IdentificationPorts,
  viewer: Viewer,
  { identification, what, reason }: WantedIdentification,
): Promise<{ id: IdentificationId; seq: number }> {
  demand(viewer, "append");
  const thing = identification === undefined ? `new identification on ${what.item}` : `identification ${identification}`;
  if (identification !== undefined) demandReason(thing, reason);
  refuseFault(thing, faultOfIdentification(taxonomy, what));
  refuseFault(thing, faultOfNaming(what.item, namesInIdentification(what, reason)));
  const result = plain(climbLadder(taxonomy, what));
  demandFits(thing, "words and observations", [plain(what), result, reason]);
  const { seal, sealOrNull, opens } = createSealing(ports.writer);
  const data = {
    ...{ item: what.item, event: what.event },
    ...{ what: seal(plain(what)), result: seal(result), taxonomy: taxonomy.version },
    reason: sealOrNull(reason.trim() === "" ? null : reason.trim()),
  };
  let id: IdentificationId = identification ?? "g1";
  const [line] = await ports.writer.append(async (numbers) => {
    // Asked here, where nothing else is written meanwhile: a claim may be moved while the ladder is worked out.
    await demandNamed(ports, thing, what);
    if (what.event !== "unassigned") await demandEvent(ports, what.event);
    if (identification === undefined) id = numbers.next("g");
    else await demandIdentification(ports, identification);
    return [{ kind: "identification.made", data: { identification: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

/** Whatever it names is of this case, and observations are of its item. */
async function demandNamed(ports: IdentificationPorts, thing: string, what: Identification): Promise<void> {
  const { item, seen, unit } = what;
  await demandItems(ports, [item]);
  const observations = [...new Set([...seen, ...unit.speech].flatMap((one) => one.observations))];
  const [other] = await ports.identifications.notOfItem(item, observations);
  if (other !== undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected observations of ${item} that stand; found ${other}, which is none`);
  const sources = unit.assertions.flatMap(({ source }) => (source === "unknown" ? [] : [source]));
  const [source] = await ports.identifications.unknownSources(sources);
  if (source !== undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a source of this case; found ${source}, which is none`);
  await demandClaimsOfEvents(ports, thing, what);
}

/** As JSON has it: members that are undefined are none. */
function plain(value: Identification | LadderAnswer): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
