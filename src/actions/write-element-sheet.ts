/**
 * Writes a version of an element sheet, whole. Coverage is checked against its grounds here, and so are words that would conclude; a
 * version that is written from one that is no longer the newest is refused, so that nobody's cells are lost unseen.
 */
import { CaseError } from "../core/case/case-error.ts";
import { elementList } from "../core/element/element-lists.ts";
import { ElementSheetDocument, type ElementSheetId } from "../core/element/element-sheet.ts";
import type { EventId } from "../core/event/event.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { faultOfSheet } from "../reason/element/check-sheet.ts";
import { demandStanding } from "./claim-ports.ts";
import type { ElementPorts } from "./element-ports.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { keepJsonDocument } from "./keep-document.ts";
import { createSealing } from "./sealing.ts";

export interface WantedSheet {
  /** Absent for a new one. */
  readonly sheet?: ElementSheetId | undefined;
  /** Demanded of a next version: the one that it is written from. */
  readonly base?: number | undefined;
  readonly elements: { readonly name: string; readonly version: string };
  readonly event: EventId;
  readonly document: ElementSheetDocument;
  /** Demanded of a next version. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming the element. */
export async function writeElementSheet(
  ports: ElementPorts,
  viewer: Viewer,
  wanted: WantedSheet,
): Promise<{ id: ElementSheetId; version: number; seq: number }> {
  demand(viewer, "append");
  const { sheet, elements, event, reason } = wanted;
  const thing = sheet === undefined ? `new element sheet on ${event}` : `element sheet ${sheet}`;
  if (sheet !== undefined) demandReason(thing, reason);
  const document = ElementSheetDocument.parse(wanted.document);
  const list = elementList(elements);
  if (list === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a list of elements that this program has; found ${elements.name}, version ${elements.version}`,
    );
  refuseFault(thing, faultOfSheet(list, document));
  const digest = await keepJsonDocument(ports.vault, document);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const said = sealOrNull(reason.trim() === "" ? null : reason.trim());
  let id: ElementSheetId = sheet ?? "es1";
  let version = 1;
  const [line] = await ports.writer.append(async (numbers) => {
    demandStanding(`${thing}: event ${event}`, await ports.elements.event(event));
    await demandGrounds(ports, thing, document, event);
    if (sheet === undefined) id = numbers.next("es");
    else version = 1 + (await demandBase(ports, thing, wanted));
    return [{ kind: "element-sheet.written", data: { sheet: id, version, elements, event, document: digest, reason: said }, opens }];
  });
  return { id, version, seq: line?.head.seq ?? 0 };
}

/** The version that stands now, which must be the one that was written from. */
async function demandBase({ elements }: ElementPorts, thing: string, wanted: WantedSheet): Promise<number> {
  const found = await elements.sheet(wanted.sheet as ElementSheetId);
  demandStanding(thing, found?.state ?? "unknown");
  const { version, byName, event, elements: of } = found as NonNullable<typeof found>;
  if (wanted.base !== version)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a version written from version ${version}, the newest, by ${byName}; found one written from ${wanted.base ?? "none"}. Look at it and write yours again.`,
    );
  if (event !== wanted.event || of.name !== wanted.elements.name)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected ${of.name} on ${event}, as it is; found ${wanted.elements.name} on ${wanted.event}`,
    );
  return version;
}

async function demandGrounds({ elements }: ElementPorts, thing: string, { cells }: ElementSheetDocument, event: EventId): Promise<void> {
  const cited = cells.flatMap(({ element, grounds }) => grounds.map(({ ground }) => ({ element, ground })));
  const faults = await elements.faultsOfGrounds(
    cited.map(({ ground }) => ground),
    event,
  );
  for (const [index, { element }] of cited.entries()) {
    const fault = faults[index] ?? null;
    if (fault !== null) throw new CaseError("INPUT_INVALID", `${thing}: element ${element}: ${fault}`);
  }
}
